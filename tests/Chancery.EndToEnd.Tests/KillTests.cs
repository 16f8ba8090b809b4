using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests;

/// <summary>What was accepted is kept, once, whenever the program is killed.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 10;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_answered_201_is_there_once_with_its_bytes_after_ten_kills()
    {
        using var store = await ServedStore.Start(folder["store"]);
        var accepted = new ConcurrentDictionary<int, string>();
        var number = 0;
        using var stop = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 8).Select(_ => Task.Run(Send)).ToArray();

        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = accepted.Count + 20 + kill * 7;
            await Until.Holds(() => accepted.Count >= enough, "acceptance of messages");
            await store.Stop("KILL");
            await store.Start();
        }
        await stop.CancelAsync();
        await Task.WhenAll(senders);

        foreach (var (n, id) in accepted)
        {
            Assert.Equal(Telegram(n), await store.Raw(id));
        }
        var rows = await Rows(store.Folder);
        var numbers = rows.Select(row => row.GetProperty("mrn").GetProperty("number").GetInt64()).ToList();
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
        Assert.Subset(rows.Select(row => row.GetProperty("id").GetString()).ToHashSet(), accepted.Values.ToHashSet<string?>());
        Assert.Equal(0, (await store.Stop("TERM")).Code);
        (await Tool.Run("verify", "--store", store.Folder)).IsDone();

        async Task Send()
        {
            while (!stop.IsCancellationRequested)
            {
                var n = Interlocked.Increment(ref number);
                if (await store.Post(Telegram(n)) is { } id)
                {
                    accepted[n] = id;
                }
                else
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20));
                }
            }
        }
    }

    [Fact]
    public async Task Told_to_end_under_load_it_ends_within_ten_seconds_with_all_that_was_accepted()
    {
        using var store = await ServedStore.Start(folder["store"]);
        var accepted = new ConcurrentDictionary<int, string>();
        var number = 0;
        var ended = false;
        using var listening = await store.Listen();
        var senders = Enumerable.Range(0, 8).Select(_ => Task.Run(Send)).ToArray();
        await Until.Holds(() => accepted.Count >= 200, "acceptance of messages");

        var ending = await store.Stop("TERM").WaitAsync(TimeSpan.FromSeconds(10));
        Volatile.Write(ref ended, value: true);
        await Task.WhenAll(senders);

        Assert.Equal(0, ending.Code);
        (await Tool.Run("verify", "--store", store.Folder)).IsDone();
        var there = (await Rows(store.Folder)).Select(row => row.GetProperty("id").GetString()).ToHashSet();
        Assert.Subset(there, accepted.Values.ToHashSet<string?>());

        async Task Send()
        {
            while (!Volatile.Read(ref ended))
            {
                var n = Interlocked.Increment(ref number);
                if (await store.Post(Telegram(n)) is { } id)
                {
                    accepted[n] = id;
                }
                else
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20));
                }
            }
        }
    }

    [Fact]
    public async Task An_import_killed_ten_times_leaves_a_whole_store_and_ends_with_everything_once()
    {
        const int Count = 6000;
        var traffic = await folder.Traffic(Count);
        var store = folder["store"];
        var wal = Path.Combine(store, "chancery.db-wal");
        for (var kill = 0; kill < Kills; kill++)
        {
            using var import = Tool.Start("import", "--store", store, traffic);
            var before = Size();
            await Until.Holds(() => import.HasEnded || Size() > before + kill * 20_000, "growth of the store");
            import.Signal("KILL");
            await import.End();
            if (File.Exists(Path.Combine(store, "chancery.db")))
            {
                (await Tool.Run("verify", "--store", store)).IsDone();
            }
        }

        (await Tool.Run("import", "--store", store, traffic)).IsDone();

        (await Tool.Run("verify", "--store", store)).IsDone();
        var again = JsonElement.Parse((await Tool.Run("import", "--json", "--store", store, traffic)).IsDone().Out);
        var stats = JsonElement.Parse((await Tool.Run("stats", "--json", "--store", store)).IsDone().Out);
        Assert.Equal(0, again.GetProperty("messages").GetInt64());
        var fresh = JsonElement.Parse((await Tool.Run("import", "--json", "--store", folder["fresh"], traffic)).IsDone().Out);
        Assert.Equal(fresh.GetProperty("messages").GetInt64(), stats.GetProperty("total").GetInt64());

        long Size() => File.Exists(wal) ? new FileInfo(wal).Length + new FileInfo(Path.Combine(store, "chancery.db")).Length : 0;
    }

    private static async Task<List<JsonElement>> Rows(string store)
    {
        var ended = (await Tool.Run("find", "--json", "--limit", "1000000", "--store", store, "from:northport")).IsDone();
        return [.. ended.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private static byte[] Telegram(int n)
    {
        var at = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n);
        var dtg = at.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();
        return Encoding.ASCII.GetBytes(
            $"VZCZCQQA{n % 1000:000}\nRR RVEHAA\nDE RVEHBB #{n % 10000:0000} {at.DayOfYear:000}{at:HHmm}\nZNR UUUUU\nR {dtg}\n"
                + $"FM LEGATION NORTHPORT\nTO RVEHAA/MINFOR HOMECITY\nBT\nUNCLAS NORTHPORT {n:000000}\n\nE.O. 13526: N/A\nTAGS: MASS, PREL\n"
                + $"SUBJECT: EXERCISE: RETURN NUMBER {n}\n\n1. (U) EXERCISE.\n\nGRANT\nBT\n#{n % 10000:0000}\nNNNN\n"
        );
    }
}
