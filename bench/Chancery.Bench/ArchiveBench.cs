using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Chancery.Exercise;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Bench;

/// <summary>Import end to end, and finding, on exercise messages.</summary>
internal static class ArchiveBench
{
    private static readonly string[] Queries =
    [
        "trucks",
        "exercise",
        "exercise request",
        "\"request for\"",
        "subject:request",
        "from:northport equipment",
        "after:2026-01-15 before:2026-01-20 radios",
        "level:secret equipment",
        "tag:mass -trucks",
        "equip*",
        "vehicles OR radios",
        "precedence:immediate from:eastport",
        "NEAR(request equipment, 8)",
        "mrn:\"NORTHPORT 12\"",
        "quartermaster",
        "",
    ];

    public static async Task<int> Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-bench-").FullName;
        try
        {
            var input = Path.Combine(folder, "traffic");
            Directory.CreateDirectory(input);
            WriteTraffic(input, count);
            var store = Path.Combine(folder, "store");
            new StoreFolder(store).Make();
            await File.WriteAllTextAsync(Path.Combine(store, ExerciseDirectory.FileName), ExerciseDirectory.Text);
            await File.WriteAllTextAsync(Path.Combine(store, "chancery.toml"), $"[office]\ndirectory = \"{ExerciseDirectory.FileName}\"\n");
            using var chance = RandomNumberGenerator.Create();
            await using var office = SqliteOffice.Open(store, TimeProvider.System, chance);
            var cpu = Environment.CpuUsage.TotalTime;
            var summary = await office.Importer.Run([input], null, new ImportOptions(), null, CancellationToken.None);
            Print(
                "import",
                $"{summary.Messages} messages, {summary.Bytes >> 20} MB, {summary.Took.TotalSeconds:0.0} s, {summary.Messages / summary.Took.TotalSeconds:0} messages/s"
            );
            cpu = PrintWork("  its work", cpu, summary.Messages);
            office.Indexer.Rebuild(null, CancellationToken.None);
            cpu = PrintWork("  of that the index", cpu, summary.Messages);
            var again = await office.Importer.Run([input], null, new ImportOptions(), null, CancellationToken.None);
            Print("again", $"{again.Messages} new, {again.Duplicates} known, {again.Duplicates / again.Took.TotalSeconds:0} messages/s");
            PrintWork("  its work", cpu, again.Duplicates);
            Find(office.Archive, Reader.Owner, "find as owner");
            Find(
                office.Archive,
                Reader.Owner with
                {
                    Name = "low",
                    Level = Messages.Level.Confidential,
                    IsOwner = false,
                },
                "find as reader"
            );
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Ten thousand messages a file, one after another.</summary>
    private static void WriteTraffic(string folder, int count)
    {
        var options = new ExerciseOptions { Count = count, Days = 28 };
        var number = 0;
        foreach (var chunk in ExerciseTraffic.Generate(options).Chunk(1000))
        {
            using var file = File.Create(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number++:0000}.txt")));
            foreach (var message in chunk)
            {
                file.Write(message.Bytes);
            }
        }
    }

    private static void Find(Office.Archive archive, Reader reader, string name)
    {
        var times = new List<(double Ms, string Query, long Count)>();
        var cpu = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < 12; round++)
        {
            foreach (var query in Queries)
            {
                var started = Stopwatch.GetTimestamp();
                var answer = archive.Find(reader, new FindRequest(query), CancellationToken.None);
                var ms = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                if (round >= 2)
                {
                    times.Add((ms, query, answer.Total.Count));
                }
            }
        }
        var sorted = times.Select(time => time.Ms).Order().ToList();
        Print(name, $"p50 {sorted[sorted.Count / 2]:0.0} ms, p95 {sorted[sorted.Count * 95 / 100]:0.0} ms, worst {sorted[^1]:0.0} ms");
        PrintWork("  its work", cpu, 12 * Queries.Length, "find");
        foreach (var group in times.GroupBy(time => time.Query))
        {
            Print("  " + group.Key, $"{group.Select(time => time.Ms).Order().ElementAt(5):0.0} ms, {group.First().Count} hits");
        }
    }

    /// <summary>Processor time a message: what a busy machine does not change.</summary>
    private static TimeSpan PrintWork(string name, TimeSpan before, long count, string what = "message")
    {
        var now = Environment.CpuUsage.TotalTime;
        Print(name, $"{(now - before).TotalMicroseconds / count:0} µs of processor time a {what}");
        return now;
    }

    private static void Print(string name, string value) => Console.WriteLine($"{name, -45} {value}");
}
