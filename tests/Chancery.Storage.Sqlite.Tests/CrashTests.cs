using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using CsCheck;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>What a killed process, a torn log or a full disk leave.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Files_as_a_killed_process_leaves_them_hold_everything_that_was_committed()
    {
        await using var store = Open("living.db");
        for (var i = 1; i <= 30; i++)
        {
            store.Commit([Samples.New(Samples.Telegram(i))], default);
            if (i % 10 == 0)
            {
                Copy("living.db", $"killed{i}.db");
                await using var killed = Open($"killed{i}.db");
                Assert.Equal(i, killed.Count(ReadingScope.All, 100));
                Assert.Empty(killed.Verify(null, default));
                // Life goes on: numbers and ids rise from where they were.
                var next = killed.Commit([Samples.New(Samples.Telegram(1000))], default)[0];
                Assert.Equal(next.Id, killed.List(ReadingScope.All, null, 1)[0].Id);
            }
        }
    }

    [Fact]
    public async Task The_log_begins_anew_under_constant_load()
    {
        const int Messages = 1200;
        var filling = string.Concat(Enumerable.Repeat("EXERCISE. NOTHING IS ASKED FOR.\n", 5000));
        var longest = 0L;
        await using var store = Open("busy.db");

        for (var i = 0; i < Messages; i++)
        {
            store.Commit([Samples.New(Samples.Telegram(i, words: filling))], default);
            longest = Math.Max(longest, new FileInfo(folder.File("busy.db-wal")).Length);
        }

        Assert.True(new FileInfo(folder.File("busy.db")).Length > Messages * (long)filling.Length / 2);
        Assert.InRange(longest, 1, Messages * (long)filling.Length / 2);
    }

    [Fact]
    public async Task A_log_torn_anywhere_leaves_the_first_commits_whole_and_nothing_else()
    {
        await using (var store = Open("living.db"))
        {
            // Fewer than the checkpointer waits for: what it brought over into the file cannot be torn out of the log any more.
            for (var i = 1; i <= 7; i++)
            {
                store.Commit([Samples.New(Samples.Telegram((2 * i) - 1)), Samples.New(Samples.Telegram(2 * i))], default);
            }
            Copy("living.db", "whole.db");
        }
        var log = new FileInfo(folder.File("whole.db-wal")).Length;
        Assert.True(log > 0);
        var round = 0;
        Gen.Long[0, log]
            .Sample(
                length =>
                {
                    var torn = $"torn{round++}.db";
                    Copy("whole.db", torn);
                    using (var wal = new FileStream(folder.File(torn + "-wal"), FileMode.Open))
                    {
                        wal.SetLength(length);
                    }
                    var store = Open(torn);
                    try
                    {
                        var numbers = store.List(ReadingScope.All, null, 100).Select(row => row.Mrn!.Number).Order().ToList();
                        Assert.Empty(store.Verify(null, default));
                        Assert.Equal(0, numbers.Count % 2);
                        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(i => (long)i), numbers);
                    }
                    finally
                    {
                        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
                    }
                },
                iter: 25,
                threads: 1
            );
    }

    [Fact]
    public async Task A_full_disk_is_told_in_a_sentence_leaves_nothing_half_done_and_passes()
    {
        await using var store = Open("full.db");
        store.Commit([Samples.New(Samples.Telegram(1))], default);
        var pages = store.Writer.One<long>("PRAGMA page_count");
        store.Writer.Do($"PRAGMA max_page_count = {pages + 4}");

        var group = Enumerable.Range(2, 200).Select(i => Samples.New(Samples.Telegram(i))).ToList();
        var fault = Assert.Throws<StoreException>(() => store.Commit(group, default));
        Assert.Contains("is full", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, store.Count(ReadingScope.All, 1000));
        Assert.Equal(1, store.LastNumber);

        store.Writer.Do("PRAGMA max_page_count = 1000000");
        Assert.Equal(200, store.Commit(group, default).Count(result => result.Row is not null));
        Assert.Equal(201, store.LastNumber);
        Assert.Empty(store.Verify(null, default));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_in_one_sentence()
    {
        await using (var store = Open("newer.db"))
        {
            store.Writer.Do("PRAGMA user_version = 99");
        }
        var fault = Assert.Throws<StoreException>(() => Open("newer.db"));
        Assert.Contains("newer Chancery", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE bytes SET raw = x'00' WHERE number = 2", "not those that were accepted")]
    [InlineData("DELETE FROM bytes WHERE number = 2", "are missing")]
    [InlineData("DELETE FROM journal WHERE sequence = 2", "journal is broken")]
    [InlineData("UPDATE journal SET who = 'x' WHERE sequence = 2", "journal is broken")]
    [InlineData("DELETE FROM messages WHERE number = 3", "have no message")]
    public async Task Damage_is_found(string harm, string told)
    {
        await using var store = Open("harmed.db");
        store.Commit([.. Enumerable.Range(1, 3).Select(i => Samples.New(Samples.Telegram(i)))], default);
        Assert.Empty(store.Verify(null, default));
        store.Writer.Do(harm);
        Assert.Contains(store.Verify(null, default), line => line.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_that_is_damaged_or_no_index_is_made_anew()
    {
        await File.WriteAllTextAsync(
            folder.File("index.db"),
            "EXERCISE: this is no database at all, only some text that is long enough to be read as a header."
        );
        await using var index = new SqliteSearchIndex(folder.File("index.db"));
        Assert.Equal(0, index.Watermark);
        Assert.Empty(index.Verify());
    }

    private SqliteMessageStore Open(string name) => new(folder.File(name), Samples.Clock(), Samples.NoChance());

    private void Copy(string from, string to)
    {
        foreach (var ending in new[] { "", "-wal" })
        {
            if (File.Exists(folder.File(from + ending)))
            {
                File.Copy(folder.File(from + ending), folder.File(to + ending));
            }
        }
    }
}
