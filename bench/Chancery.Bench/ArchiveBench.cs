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

    public static async Task Run(int count, Report report)
    {
        using var chance = RandomNumberGenerator.Create();
        if (Environment.GetEnvironmentVariable("CHANCERY_BENCH_STORE") is { Length: > 0 } kept)
        {
            await using var filled = await Open(kept, chance);
            if (filled.Archive.Count(Reader.Owner, 1).Count == 0)
            {
                await Fill(filled, count, report);
            }
            await FindBench.Run(filled, report);
            return;
        }
        var folder = Directory.CreateTempSubdirectory("chancery-bench-").FullName;
        try
        {
            var input = Path.Combine(folder, "traffic");
            Directory.CreateDirectory(input);
            WriteTraffic(input, count);
            // The first import only warms up: a process tiers its code up while it runs.
            await using (var cold = await Open(Path.Combine(folder, "cold"), chance))
            {
                await cold.Importer.Run([input], null, new ImportOptions(), null, CancellationToken.None);
            }
            await using var office = await Open(Path.Combine(folder, "store"), chance);
            var cpu = Environment.CpuUsage.TotalTime;
            var summary = await office.Importer.Run([input], null, new ImportOptions(), null, CancellationToken.None);
            var copying = Copy(input, Path.Combine(folder, "copy"));
            report.Add("archive", "copying the bytes, flushed", summary.Bytes / 1e6 / copying, "MB/s");
            report.Add(
                "archive",
                $"import of {summary.Messages}, index and all",
                summary.Messages / summary.Took.TotalSeconds,
                "messages/s",
                copying / summary.Took.TotalSeconds,
                "copying"
            );
            cpu = PrintWork("  its work", cpu, summary.Messages);
            office.Indexer.Rebuild(null, CancellationToken.None);
            cpu = PrintWork("  of that the index", cpu, summary.Messages);
            var again = await office.Importer.Run([input], null, new ImportOptions(), null, CancellationToken.None);
            report.Add("archive", $"again: {again.Messages} new", again.Duplicates / again.Took.TotalSeconds, "messages/s");
            PrintWork("  its work", cpu, again.Duplicates);
            var scan = Scan(input);
            report.Add("archive", "scanning the texts for a word", scan, "ms");
            Find(office.Archive, Reader.Owner, "find as owner", scan, report);
            Find(
                office.Archive,
                Reader.Owner with
                {
                    Name = "low",
                    Level = Messages.Level.Confidential,
                    IsOwner = false,
                },
                "find as reader",
                scan,
                report
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Imports so many messages and tells how the rate was at the beginning and at the end.</summary>
    private static async Task Fill(RunningOffice office, int count, Report report)
    {
        var input = Directory.CreateTempSubdirectory("chancery-bench-").FullName;
        try
        {
            WriteTraffic(input, count);
            var marks = new List<(long Messages, long At)>();
            var progress = new Marking(marks);
            var summary = await office.Importer.Run([input], null, new ImportOptions(), progress, CancellationToken.None);
            report.Add(
                "archive",
                $"import of {summary.Messages}, index and all",
                summary.Messages / summary.Took.TotalSeconds,
                "messages/s"
            );
            var (first, last) = (Rate(marks, 0, 0.1), Rate(marks, 0.9, 1));
            report.Add("archive", "the last tenth", last, "messages/s", last / first, "the first tenth");
            RareReader.Prepare(office);
        }
        finally
        {
            Directory.Delete(input, recursive: true);
        }
    }

    private static double Rate(List<(long Messages, long At)> marks, double from, double to)
    {
        var all = marks[^1].Messages;
        var first = marks.First(mark => mark.Messages >= all * from);
        var last = marks.First(mark => mark.Messages >= all * to);
        return (last.Messages - first.Messages) / Stopwatch.GetElapsedTime(first.At, last.At).TotalSeconds;
    }

    private sealed class Marking(List<(long Messages, long At)> marks) : IProgress<ImportProgress>
    {
        private readonly Lock gate = new();

        public void Report(ImportProgress value)
        {
            lock (gate)
            {
                if (marks.Count == 0 || value.Messages > marks[^1].Messages)
                {
                    marks.Add((value.Messages, Stopwatch.GetTimestamp()));
                }
            }
        }
    }

    /// <summary>An office that knows the exercise's stations.</summary>
    private static async Task<RunningOffice> Open(string store, RandomNumberGenerator chance)
    {
        new StoreFolder(store).Make();
        await File.WriteAllTextAsync(Path.Combine(store, ExerciseDirectory.FileName), ExerciseDirectory.Text);
        await File.WriteAllTextAsync(Path.Combine(store, "chancery.toml"), $"[office]\ndirectory = \"{ExerciseDirectory.FileName}\"\n");
        return SqliteOffice.Open(store, TimeProvider.System, chance);
    }

    /// <summary>A thousand messages a file, one after another.</summary>
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

    /// <summary>Seconds to copy a folder's files and flush each to disk.</summary>
    private static double Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        var started = Stopwatch.GetTimestamp();
        foreach (var path in Directory.EnumerateFiles(from))
        {
            using var source = File.OpenRead(path);
            using var target = File.Create(Path.Combine(to, Path.GetFileName(path)));
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
        }
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Milliseconds to look for a word in every text, read from the file cache.</summary>
    private static double Scan(string folder)
    {
        var started = Stopwatch.GetTimestamp();
        var found = Directory.EnumerateFiles(folder).Count(path => File.ReadAllBytes(path).AsSpan().IndexOf("QUARTERMASTERS"u8) >= 0);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds + (found > 0 ? 0 : double.Epsilon);
    }

    private static void Find(Office.Archive archive, Reader reader, string name, double scan, Report report)
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
        report.Add("archive", name + ", p50", sorted[sorted.Count / 2], "ms", sorted[sorted.Count / 2] / scan, "scanning");
        report.Add("archive", name + ", p95", sorted[sorted.Count * 95 / 100], "ms", sorted[sorted.Count * 95 / 100] / scan, "scanning");
        report.Add("archive", name + ", worst", sorted[^1], "ms", sorted[^1] / scan, "scanning");
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
