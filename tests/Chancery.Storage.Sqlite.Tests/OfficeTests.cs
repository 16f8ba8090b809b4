using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>The office on a real store: intake, import, archive, feed.</summary>
public sealed class OfficeTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_accepted_can_be_opened_found_and_followed()
    {
        await using var office = Open();
        using var stop = new CancellationTokenSource();
        await using var feed = office.Feed.Follow(stop.Token).GetAsyncEnumerator();
        var answer = await office.Intake.Accept(
            new Submission(Samples.Telegram(7, words: "ZEBRA CROSSING"), new Origin("http", "op"), Op),
            default
        );

        var accepted = Assert.Single(answer.Accepted);
        Assert.Null(answer.Refusal);
        Assert.Equal(Samples.Telegram(7, words: "ZEBRA CROSSING"), office.Archive.Open(Op, accepted.Id)!.Raw.ToArray());
        Assert.True(await feed.MoveNextAsync());
        Assert.Equal(accepted.Id, feed.Current!.Id);

        Assert.True(office.Archive.Find(Op, new FindRequest("zebra"), default).Lags);
        office.Indexer.CatchUp(null, default);
        var found = office.Archive.Find(Op, new FindRequest("zebra"), default);
        Assert.False(found.Lags);
        var snippet = Assert.Single(Assert.Single(found.Rows).Snippets);
        Assert.Equal("ZEBRA", snippet.Text.Substring(snippet.Hits[0].Start, snippet.Hits[0].Length));
        Assert.Equal(accepted.Id, Assert.Single(office.Archive.OpenByNumber(Op, "northport 7")).Id);
    }

    [Fact]
    public async Task A_hit_shows_the_same_piece_of_text_whether_its_places_were_noted_or_it_is_read_anew()
    {
        await using var office = Open();
        foreach (var number in new[] { 7, 8 })
        {
            await office.Intake.Accept(
                new Submission(Samples.Telegram(number, words: "ZEBRA CROSSING"), new Origin("http", "op"), Op),
                default
            );
        }
        office.Indexer.CatchUp(null, default);
        var noted = Snippets();
        using (var file = new SqliteConnection($"Data Source={new StoreFolder(folder.File("store")).Database};Pooling=False"))
        {
            file.Open();
            using var forget = file.CreateCommand();
            forget.CommandText = "UPDATE bytes SET places = NULL";
            Assert.Equal(2, forget.ExecuteNonQuery());
        }

        Assert.Equal(2, noted.Count);
        Assert.Equal(noted, Snippets());

        List<string> Snippets() =>
            [
                .. office
                    .Archive.Find(Op, new FindRequest("crossing"), default)
                    .Rows.SelectMany(row => row.Snippets)
                    .Select(snippet => $"{snippet.Paragraph} {snippet.Text} {string.Join(' ', snippet.Hits)}"),
            ];
    }

    [Fact]
    public async Task Many_senders_at_once_each_get_their_own_answer()
    {
        await using var office = Open();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 200)
                .Select(async i =>
                    (i, Answer: await office.Intake.Accept(new Submission(Samples.Telegram(i), new Origin("http", "op"), Op), default))
                )
        );
        Assert.Equal(200, answers.Select(pair => pair.Answer.Accepted[0].Id).Distinct().Count());
        foreach (var (i, answer) in answers)
        {
            Assert.Equal(i, office.Archive.Row(Op, answer.Accepted[0].Id)!.Mrn!.Number);
        }
    }

    [Theory]
    [InlineData("", Roles.Sender, Level.Secret, false, "empty")]
    [InlineData("x", Roles.Reader, Level.Secret, false, "not-a-sender")]
    [InlineData("x", Roles.Sender, Level.Confidential, false, "above-your-level")]
    [InlineData("x", Roles.Sender, Level.Secret, true, "not-a-sender")]
    [InlineData("x", Roles.RecordsOfficer, Level.Secret, true, null)]
    [InlineData("x", Roles.Sender, Level.Secret, false, null)]
    public async Task What_may_not_be_sent_is_refused_whole(string text, Roles roles, Level level, bool filing, string? code)
    {
        await using var office = Open();
        var sender = Samples.Person("s", level, roles);
        var submission = new Submission(System.Text.Encoding.ASCII.GetBytes(text), new Origin("http", "s"), sender) { Filing = filing };
        var answer = await office.Intake.Accept(submission, default);
        Assert.Equal(code, answer.Refusal?.Code);
        Assert.Equal(code is null ? 1 : 0, office.Archive.Count(Reader.Owner, 10).Count);
    }

    [Fact]
    public async Task What_a_corrected_copy_took_the_place_of_is_found_as_superseded_also_when_the_index_is_made_anew()
    {
        await using var office = Open();
        var first = await Send(Samples.Telegram(1, words: "ZEBRA"));
        await Send(Samples.Telegram(1, words: "ZEBRA AGAIN"));
        await Send(Samples.Telegram(1, words: "CORRECTED COPY. WALRUS"));
        office.Indexer.CatchUp(null, default);

        Check();
        office.Indexer.Rebuild(null, default);
        Check();

        void Check()
        {
            Assert.Equal([first], office.Archive.Find(Op, new FindRequest("is:superseded -again"), default).Rows.Select(row => row.Id));
            Assert.Equal(1, office.Archive.Find(Op, new FindRequest("-is:superseded"), default).Rows.Count);
            Assert.Contains(office.Archive.Complete(Op, "is:sup"), offer => offer is { Word: "is:superseded", Count: 2 });
            Assert.Empty(office.Verify(null, default));
        }

        async Task<MessageId> Send(byte[] bytes) =>
            (await office.Intake.Accept(new Submission(bytes, new Origin("http", "op"), Op), default)).Accepted[0].Id;
    }

    [Theory]
    [InlineData(Roles.Reader, false, 2)]
    [InlineData(Roles.Reader, true, 1)]
    [InlineData(Roles.Reader | Roles.RecordsOfficer, true, 2)]
    public async Task Where_the_installation_wants_it_only_a_role_exports_above_unclassified(Roles roles, bool isWanted, int expected)
    {
        await using var office = Open();
        foreach (var (number, level) in new[] { (1, "UNCLAS"), (2, "SECRET") })
        {
            await office.Intake.Accept(new Submission(Samples.Telegram(number, level), new Origin("http", "op"), Op), default);
        }
        office.Indexer.CatchUp(null, default);
        var taker = Samples.Person("taker", Level.Secret, roles) with { Rules = new RightsSettings { ExportNeedsRole = isWanted } };
        using var output = new MemoryStream();

        var held = await office.Exporter.Write(taker, "token", SearchSort.Date, ExportFormat.Raw, output, default);

        Assert.Equal((expected, 2 - expected), (held.Messages, held.LeftOut));
        Assert.Equal(expected == 2 ? Level.Secret : Level.Unclassified, held.Level);
        Assert.Equal(
            expected == 2,
            System.Text.Encoding.ASCII.GetString(output.ToArray()).Contains("S E C R E T", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_office_that_closes_finishes_what_waits_and_refuses_what_comes()
    {
        var office = Open();
        var waiting = Enumerable
            .Range(1, 50)
            .Select(i => office.Intake.Accept(new Submission(Samples.Telegram(i), new Origin("http", "op"), Op), default).AsTask())
            .ToList();
        await office.Intake.DisposeAsync();
        var answers = await Task.WhenAll(waiting);
        var late = await office.Intake.Accept(new Submission(Samples.Telegram(99), new Origin("http", "op"), Op), default);
        Assert.Equal("stopping", late.Refusal?.Code);
        Assert.Equal(answers.Count(answer => answer.Refusal is null), office.Archive.Count(Reader.Owner, 100).Count);
        await office.DisposeAsync();
    }

    [Fact]
    public async Task An_import_files_everything_once_and_a_second_run_adds_nothing()
    {
        Directory.CreateDirectory(folder.File("in/sub"));
        for (var i = 1; i <= 20; i++)
        {
            await File.WriteAllBytesAsync(folder.File($"in/{i:00}.txt"), Samples.Telegram(i));
        }
        await File.WriteAllBytesAsync(folder.File("in/sub/copy.txt"), Samples.Telegram(3));
        await File.WriteAllBytesAsync(folder.File("in/sub/empty.txt"), []);
        await File.WriteAllBytesAsync(folder.File("in/sub/many.txt"), [.. Samples.Telegram(101), .. Samples.Telegram(102)]);
        await using (var gzip = new GZipStream(File.Create(folder.File("in/old.tar.gz")), CompressionLevel.Fastest))
        await using (var tar = new TarWriter(gzip))
        {
            await tar.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, "a/b.txt") { DataStream = new MemoryStream(Samples.Telegram(201)) }
            );
        }

        await using var office = Open();
        var first = await office.Importer.Run([folder.File("in")], null, new ImportOptions(), null, default);
        var second = await office.Importer.Run([folder.File("in")], null, new ImportOptions(), null, default);

        Assert.Equal((23, 1), (first.Messages, first.Duplicates));
        Assert.Equal((0, 24), (second.Messages, second.Duplicates));
        Assert.Equal(24, first.Files);
        Assert.Empty(first.Problems);
        var row = Assert.Single(office.Archive.Find(Reader.Owner, new FindRequest("K201K"), default).Rows);
        Assert.Equal(new Origin("import", folder.File("in/old.tar.gz") + "!/a/b.txt"), row.Origin);
        Assert.True(row.Filing);
        Assert.Empty(office.Verify(null, default));
    }

    [Fact]
    public async Task An_import_that_was_interrupted_is_finished_by_the_next_run()
    {
        Directory.CreateDirectory(folder.File("in"));
        const int Count = 4000;
        for (var i = 1; i <= Count; i++)
        {
            await File.WriteAllBytesAsync(folder.File($"in/{i:0000}.txt"), Samples.Telegram(i));
        }
        await using var office = Open();
        using var stop = new CancellationTokenSource();
        var first = await office.Importer.Run([folder.File("in")], null, new ImportOptions(), new StopAfter(stop, 40), stop.Token);
        var second = await office.Importer.Run([folder.File("in")], null, new ImportOptions(), null, default);

        Assert.True(first.Interrupted);
        Assert.InRange(first.Messages, 40, Count - 1);
        Assert.Equal(Count, first.Messages + second.Messages);
        Assert.Equal(first.Messages, second.Duplicates);
        Assert.Equal(Count, office.Archive.Find(Reader.Owner, new FindRequest("token"), default).Total.Count);
    }

    [Fact]
    public async Task An_import_goes_on_where_the_next_file_must_wait_for_the_bytes_of_the_last()
    {
        await WriteTwenty();
        await using var office = Open();
        var importer = new Importer(office.Intake, office.Indexer, office.Reader, office.Settings, office.Feed, TimeProvider.System)
        {
            BytesUnderWay = 1,
        };
        var summary = await importer
            .Run([folder.File("in")], null, new ImportOptions(), null, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(20, summary.Messages);
    }

    [Fact]
    public async Task An_import_waits_for_an_index_that_is_far_behind_and_goes_on()
    {
        await WriteTwenty();
        await using var office = Open();
        foreach (var i in (int[])[21, 22, 23])
        {
            await office.Intake.Accept(new Submission(Samples.Telegram(i), new Origin("http", "op"), Op), default);
        }
        Assert.Equal(3, office.Indexer.Behind);
        var importer = new Importer(office.Intake, office.Indexer, office.Reader, office.Settings, office.Feed, TimeProvider.System)
        {
            IndexBatch = 1,
            MostAhead = 1,
        };
        var summary = await importer
            .Run([folder.File("in")], null, new ImportOptions(), null, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(20, summary.Messages);
        Assert.True(office.Indexer.IsCaughtUp);
    }

    [Fact]
    public async Task Reading_again_mends_fields_and_raises_levels_but_opens_nothing()
    {
        await using var office = Open();
        var bytes = new[] { Samples.Telegram(1, "CONFIDENTIAL"), Samples.Telegram(2), Samples.Telegram(3) };
        foreach (var telegram in bytes)
        {
            await office.Intake.Accept(new Submission(telegram, new Origin("http", "op"), Op), default);
        }
        var store = new SqliteMessageStore(
            new StoreFolder(folder.File("store")).Database,
            new FakeTimeProvider(Samples.Start),
            RandomNumberGenerator.Create()
        );
        await using (store)
        {
            var rows = store.Scan(0, 10).Select(stored => stored.Row).ToList();
            // As an older reader might have left them: too low, too high and closed, and as it is.
            store.Rewrite(
                [
                    new RereadMessage(
                        1,
                        rows[0] with
                        {
                            EffectiveLevel = new EffectiveLevel(Level.Unclassified, "older reader"),
                            Subject = null,
                        },
                        []
                    ),
                    new RereadMessage(
                        2,
                        rows[1] with
                        {
                            EffectiveLevel = new EffectiveLevel(Level.Secret, "older reader"),
                            Captions = ["NODIS"],
                        },
                        []
                    ),
                ],
                "older reader",
                default
            );
        }

        var summary = office.Rereading.Run("owner", null, default);
        Assert.Equal((3, 1), (summary.Messages, summary.Changed));
        Assert.Contains(new KeyValuePair<string, long>("subject", 1), summary.Fields);
        var read = office.Archive.List(Reader.Owner, null, 10).Rows;
        Assert.Equal([Level.Unclassified, Level.Secret, Level.Confidential], read.Select(row => row.Level));
        Assert.Equal("NODIS", Assert.Single(read[1].Captions));
        Assert.Equal("EXERCISE: RETURN NUMBER 1", read[2].Subject!.Text);
        Assert.Equal(
            ["accepted", "held", "reread", "reread"],
            office.Archive.History(Reader.Owner, read[2].Id).Select(entry => entry.Kind)
        );
    }

    private async Task WriteTwenty()
    {
        Directory.CreateDirectory(folder.File("in"));
        for (var i = 1; i <= 20; i++)
        {
            await File.WriteAllBytesAsync(folder.File($"in/{i:00}.txt"), Samples.Telegram(i));
        }
    }

    private RunningOffice Open() =>
        SqliteOffice.Open(folder.File("store"), new FakeTimeProvider(Samples.Start), RandomNumberGenerator.Create());

    private sealed class StopAfter(CancellationTokenSource stop, long messages) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Messages >= messages)
            {
                stop.Cancel();
            }
        }
    }
}
