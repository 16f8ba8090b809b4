using System.Diagnostics;
using System.Globalization;
using Chancery.Exercise;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Bench;

/// <summary>Finding in an archive that is there: the mix of queries as readers of three clearances, while messages keep coming in.</summary>
internal static class FindBench
{
    private const int Rounds = 5;
    private const int WarmUp = 2;
    private const int Together = 10;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    public static async Task Run(RunningOffice office, Report report)
    {
        office.Indexer.CatchUp(null, CancellationToken.None);
        var queries = QueryMix.Of(office.Archive);
        using var stop = new CancellationTokenSource();
        var indexing = office.Indexer.Run(office.Feed, stop.Token);
        // As in an office that was idle a while: the index has been tidied up.
        await Task.Delay(Settling, stop.Token);
        var coming = Come(office, stop.Token);
        foreach (var (name, reader) in Readers())
        {
            var archive = office.Archive;
            Measure(
                name,
                "newest 50",
                queries,
                report,
                query => archive.Find(reader, new FindRequest(query) { Snippets = false, Totals = false }, default).Rows.Count
            );
            Measure(
                name,
                "20 with snippets",
                queries,
                report,
                query => archive.Find(reader, new FindRequest(query, Limit: 20) { Totals = false }, default).Rows.Count
            );
            Measure(
                name,
                "total",
                queries,
                report,
                query => (int)archive.Find(reader, new FindRequest(query, Limit: 1) { Snippets = false }, default).Total.Count
            );
            Measure(name, "facets", queries, report, query => (int)archive.Facets(reader, query, default).Total.Count);
        }
        await stop.CancelAsync();
        await Task.WhenAll(indexing, coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Cleared for all, for some, and for one message in a thousand (<see cref="RareReader"/>).</summary>
    private static IEnumerable<(string Name, Reader Reader)> Readers()
    {
        yield return (
            "cleared for all",
            new Reader
            {
                Name = "all",
                Level = Level.TopSecret,
                Roles = Roles.Reader,
            }
        );
        yield return (
            "cleared for some",
            new Reader
            {
                Name = "some",
                Level = Level.Confidential,
                Roles = Roles.Reader,
            }
        );
        yield return ("cleared for few", RareReader.Reader);
    }

    private static void Measure(
        string who,
        string what,
        IReadOnlyList<(string Kind, string Query)> queries,
        Report report,
        Func<string, int> ask
    )
    {
        var times = new List<(double Ms, double Cpu, string Kind, string Query, int Count)>();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (kind, query) in queries)
            {
                var cpu = ThreadClock.Now;
                var started = Stopwatch.GetTimestamp();
                var count = ask(query);
                var ms = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                var worked = ThreadClock.Now - cpu ?? ms;
                if (round >= WarmUp)
                {
                    times.Add((ms, worked, kind, query, count));
                }
            }
        }
        var sorted = times.Select(time => time.Ms).Order().ToList();
        report.Add("find", $"{what}, {who}, p50", sorted[sorted.Count / 2], "ms");
        report.Add("find", $"{what}, {who}, p95", sorted[sorted.Count * 95 / 100], "ms");
        var work = times.Select(time => time.Cpu).Order().ToList();
        report.Add("find", "  processor time, p50", work[work.Count / 2], "ms");
        report.Add("find", "  processor time, p95", work[work.Count * 95 / 100], "ms");
        report.Add("find", $"{what}, {who}, worst", sorted[^1], "ms");
        if (Environment.GetEnvironmentVariable("CHANCERY_BENCH_KINDS") is { Length: > 0 })
        {
            foreach (var kind in times.GroupBy(time => time.Kind))
            {
                var all = kind.Select(time => time.Cpu).Order().ToList();
                var slowest = kind.MaxBy(time => time.Cpu);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"    {kind.Key, -24} {all[all.Count / 2], 8:0.00} {all[^1], 8:0.00} ms  {slowest.Query}: {slowest.Count}"
                    )
                );
            }
        }
    }

    /// <summary>Fifty messages a second, as on a busy day.</summary>
    private static async Task Come(RunningOffice office, CancellationToken cancellation)
    {
        var sender = new Reader
        {
            Name = "bench",
            Level = Level.TopSecret,
            Roles = Roles.Sender,
        };
        foreach (
            var group in ExerciseTraffic
                .Generate(
                    new ExerciseOptions
                    {
                        Count = 100_000,
                        Seed = 77,
                        Days = 28,
                    }
                )
                .Chunk(Together)
        )
        {
            foreach (var message in group)
            {
                await office.Intake.Accept(new Submission(message.Bytes, new Origin("bench", "stream"), sender), cancellation);
            }
            await Task.Delay(Every, cancellation);
        }
    }
}
