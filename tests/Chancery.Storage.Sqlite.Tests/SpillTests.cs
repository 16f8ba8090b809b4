using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>A message that came where it must not be: closed, opened by two, destroyed by two.</summary>
public sealed class SpillTests() : OfficeOnFile(Settings)
{
    private const string Settings = """
        [[folder]]
        name = "drop"
        out = "out"
        level = "SECRET"
        routes = ["RVEH"]
        """;

    private static readonly Reader Sender = Samples.Person("op", Level.Secret);

    [Fact]
    public async Task A_quarantine_closes_lists_counts_facets_and_searches_to_all_but_security_officers()
    {
        var spilled = await Send(1, "KRAKEN");
        await Send(2, "ZEBRA");
        Office.Indexer.CatchUp(null, default);

        Assert.Null(Office.Spills.Quarantine(First, spilled, "exercise"));

        Assert.Null(Office.Archive.Open(Sender, spilled));
        Assert.Single(Office.Archive.List(Sender, null, 10).Rows);
        Assert.Equal(1, Office.Archive.Count(Sender, 10).Count);
        Assert.Equal(0, Found(Sender, "kraken"));
        Assert.Equal(1, Office.Archive.Facets(Sender, "", default).Total.Count);
        Assert.Empty(Office.Archive.Complete(Sender, "serial:kraken"));
        Assert.Equal(1, Found(First, "kraken"));
        Assert.NotNull(Office.Archive.Open(First, spilled));
    }

    [Fact]
    public async Task What_is_not_indexed_yet_is_closed_too()
    {
        var spilled = await Send(1, "KRAKEN");

        Assert.Null(Office.Spills.Quarantine(First, spilled, "exercise"));

        Assert.Equal(0, Found(Sender, "kraken"));
        Assert.Equal(1, Found(First, "kraken"));
    }

    [Fact]
    public async Task What_waits_to_be_delivered_is_stopped_and_goes_on_after_the_release()
    {
        var spilled = await Send(1, "KRAKEN");
        var delivery = Assert.Single(Office.Queue.Of(spilled));
        Assert.Equal(DeliveryState.Queued, delivery.State);

        Assert.Null(Office.Spills.Quarantine(First, spilled, "exercise"));
        Assert.Equal(DeliveryState.Cancelled, Assert.Single(Office.Queue.Of(spilled)).State);
        Assert.Null(Office.Queue.Lease(delivery.Destination, TimeSpan.FromMinutes(1), null));

        Assert.Null(Office.Spills.Release(First, spilled, "cleared", out _));
        Assert.Null(Office.Spills.Release(Second, spilled, "cleared", out _));
        Assert.NotNull(Office.Queue.Lease(delivery.Destination, TimeSpan.FromMinutes(1), null));
    }

    [Fact]
    public async Task Nobody_releases_alone()
    {
        var spilled = await Send(1, "KRAKEN");
        Office.Spills.Quarantine(First, spilled, "exercise");

        Assert.Null(Office.Spills.Release(First, spilled, "cleared", out var isDone));
        Assert.False(isDone);
        Assert.Equal("two-persons", Office.Spills.Release(First, spilled, "cleared", out _)?.Code);
        Assert.Null(Office.Archive.Open(Sender, spilled));

        Assert.Null(Office.Spills.Release(Second, spilled, "cleared", out isDone));
        Assert.True(isDone);
        Assert.NotNull(Office.Archive.Open(Sender, spilled));
        Assert.Equal(1, Found(Sender, "kraken"));
    }

    [Fact]
    public async Task An_old_proposal_counts_for_no_later_quarantine()
    {
        var spilled = await Send(1, "KRAKEN");
        Office.Spills.Quarantine(First, spilled, "exercise");
        Office.Spills.Destroy(First, spilled, "wrong message", out _);
        Office.Spills.Release(First, spilled, "cleared", out _);
        Office.Spills.Release(Second, spilled, "cleared", out _);
        Office.Spills.Quarantine(First, spilled, "again");

        Assert.Null(Office.Spills.Destroy(Second, spilled, "exercise", out var isDone));
        Assert.False(isDone);
    }

    [Theory]
    [InlineData(Roles.Reader | Roles.RecordsOfficer | Roles.Communicator)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Auditor)]
    public async Task Only_security_officers_close_open_and_ask_who_saw_it(Roles roles)
    {
        var id = await Send(1, "KRAKEN");
        var other = Samples.Person("ned", Level.TopSecret, roles);

        Assert.Equal("not-a-security-officer", Office.Spills.Quarantine(other, id, "exercise")?.Code);
        Assert.Equal("not-a-security-officer", Office.Spills.Release(other, id, "exercise", out _)?.Code);
        Assert.Equal("not-a-security-officer", Office.Spills.Destroy(other, id, "exercise", out _)?.Code);
        Assert.Null(Office.Spills.Report(other, id));
        Assert.Equal("no-reason", Office.Spills.Quarantine(First, id, " ")?.Code);
    }

    [Fact]
    public async Task Who_opened_it_and_where_it_was_sent_is_listed_for_the_notice()
    {
        var spilled = await Send(1, "KRAKEN");
        var destination = Office.Queue.Of(spilled)[0].Destination;
        Office.Queue.Deliver(Office.Queue.Lease(destination, TimeSpan.FromMinutes(1), null)!, "laid down");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(Office.Viewing.Open(Sender, spilled, AuditActs.View, null).Opened);
        Office.Spills.Quarantine(First, spilled, "exercise");
        await Until(() => Office.Spills.Report(First, spilled)!.Exposure.Any(line => line.How == "opened"));

        var report = Office.Spills.Report(First, spilled)!;

        Assert.Equal("quarantined", report.State);
        Assert.Equal(["brought it", "delivered", "opened"], report.Exposure.Select(line => line.How));
        Assert.Equal(["op", destination, "op"], report.Exposure.Select(line => line.Who));
        Assert.Contains("1 PERSON OPENED IT", report.Notice, StringComparison.Ordinal);
        Assert.Contains(destination.ToUpperInvariant(), report.Notice, StringComparison.Ordinal);
        Assert.Contains("op,opened", report.Csv(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_destroyed_message_nothing_is_left_in_the_store_and_both_chains_hold()
    {
        var kept = await Send(1, "ZEBRA");
        var spilled = await Send(2, "KRAKENWORD HYDRAWORD");
        for (var number = 3; number < 40; number++)
        {
            await Send(number, $"FILLER {number}");
        }
        Office.Indexer.CatchUp(null, default);
        // The index writes a term without what it shares with the one before.
        Assert.True(HoldsText("KRAKENWORD") && HoldsText("rakenword"));
        Office.Spills.Quarantine(First, spilled, "exercise");

        Assert.Null(Office.Spills.Destroy(First, spilled, "by order", out var isDone));
        Assert.False(isDone);
        Assert.True(HoldsText("KRAKENWORD"));
        Assert.Null(Office.Spills.Destroy(Second, spilled, "by order", out isDone));
        Assert.True(isDone);

        Assert.Empty(Office.Verify(null, default));
        foreach (var word in new[] { "KRAKENWORD", "rakenword", "HYDRAWORD", "ydraword", "NUMBER 2\n", "NORTHPORT 000002", "K2K" })
        {
            Assert.False(HoldsText(word), $"{word} is still there");
        }
        using (var file = new SqliteConnection($"Data Source={new StoreFolder(Store).Database};Pooling=False"))
        {
            file.Open();
            using var left = file.CreateCommand();
            left.CommandText = "SELECT count(*) FROM bytes WHERE length(raw) = 0 AND places IS NULL";
            Assert.Equal(1L, left.ExecuteScalar());
        }
        Assert.Equal(1, Found(Sender, "zebra"));
        Assert.NotNull(Office.Archive.Open(Sender, kept));
        Assert.Null(Office.Archive.Open(Sender, spilled));
        var stub = Office.Archive.Open(First, spilled)!;
        Assert.Equal(["destroyed"], stub.Row.States);
        Assert.True(stub.Raw.IsEmpty);
        var certificate = Office.Trail.Find(new AuditQuery { Act = AuditActs.Destroyed }).Single();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Samples.Telegram(2, words: "KRAKENWORD HYDRAWORD")));
        Assert.Contains(hash, certificate.Note.Detail, StringComparison.Ordinal);
        Assert.Equal(0, Office.Rereading.Run("test", null, default).Changed);
        Assert.Equal("destroyed", Office.Spills.Report(First, spilled)!.State);
    }

    [Fact]
    public async Task A_store_whose_message_was_destroyed_opens_again_and_goes_on()
    {
        var spilled = await Send(1, "KRAKEN");
        Office.Spills.Quarantine(First, spilled, "exercise");
        Office.Spills.Destroy(First, spilled, "by order", out _);
        Office.Spills.Destroy(Second, spilled, "by order", out _);
        await Office.DisposeAsync();

        Open();
        await Send(2, "ZEBRA");
        Office.Indexer.CatchUp(null, default);

        Assert.Equal(1, Found(Sender, "zebra"));
        Assert.Equal("not-quarantined", Office.Spills.Release(First, spilled, "too late", out _)?.Code);
        Assert.Empty(Office.Verify(null, default));
    }

    [Fact]
    public async Task What_took_the_place_of_destroyed_bytes_is_damage()
    {
        var spilled = await Send(1, "KRAKEN");
        Office.Spills.Quarantine(First, spilled, "exercise");
        Office.Spills.Destroy(First, spilled, "by order", out _);
        Office.Spills.Destroy(Second, spilled, "by order", out _);
        using (var session = new Session(Path.Combine(Store, "chancery.db")))
        {
            session.Do("UPDATE bytes SET raw = x'41'");
        }

        Assert.Contains(Office.Verify(null, default), sentence => sentence.Contains("destroyed", StringComparison.Ordinal));
    }

    private async Task<MessageId> Send(int number, string words)
    {
        var submission = new Submission(Samples.Telegram(number, words: words), new Origin("http", Sender.Name), Sender);
        return (await Office.Intake.Accept(submission, default)).Accepted[0].Id;
    }

    private int Found(Reader asking, string query) => Office.Archive.Find(asking, new FindRequest(query), default).Rows.Count;

    /// <summary>True where any file of the store holds the text, as it is printed or as the index writes it.</summary>
    private bool HoldsText(string text) =>
        Directory
            .EnumerateFiles(Store, "*", SearchOption.AllDirectories)
            .Any(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
            });

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 400 && !holds(); tries++)
        {
            await Task.Delay(25);
        }
        Assert.True(holds());
    }
}
