using System.Globalization;
using Chancery.Bench;
using Chancery.Bench.Accept;

var report = new Report();
switch (args)
{
    case []:
        ReadingBench.Run(null, report);
        if (Environment.GetEnvironmentVariable("CHANCERY_CORPUS") is { Length: > 0 } corpus)
        {
            ReadingBench.Run(corpus, report);
        }
        HostileBench.Run(report);
        await ArchiveBench.Run(100_000, report);
        StartBench.Run(report);
        break;
    case ["reading"]:
        ReadingBench.Run(null, report);
        break;
    case ["reading", var folder] when Directory.Exists(folder):
        ReadingBench.Run(folder, report);
        break;
    case ["hostile"]:
        HostileBench.Run(report);
        break;
    case ["accuracy"]:
        AccuracyBench.Run(report);
        break;
    case ["collection", var folder] when Directory.Exists(folder):
        CollectionBench.Run(folder);
        break;
    case ["archive"]:
        await ArchiveBench.Run(100_000, report);
        break;
    case ["archive", var count]:
        await ArchiveBench.Run(int.Parse(count, CultureInfo.InvariantCulture), report);
        break;
    case ["hidden"]:
        await HiddenBench.Run(2000, report);
        break;
    case ["hidden", var visible]:
        await HiddenBench.Run(int.Parse(visible, CultureInfo.InvariantCulture), report);
        break;
    case ["accept"]:
        AcceptBench.Run("", TimeSpan.FromSeconds(60), report);
        break;
    case ["accept", var seconds]:
        AcceptBench.Run("", TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), report);
        break;
    case ["accept", var seconds, ("http" or "stream" or "smtp" or "circuit" or "delivery") and var part]:
        AcceptBench.Run(part, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)), report);
        break;
    case ["start"]:
        StartBench.Run(report);
        break;
    default:
        Console.Error.WriteLine(
            "Name what to measure: nothing for all of it, or reading [FOLDER], hostile, accuracy, collection FOLDER, archive [COUNT], hidden [COUNT], accept [SECONDS [http|stream|smtp|circuit|delivery]], start."
        );
        return 2;
}
if (Environment.GetEnvironmentVariable("CHANCERY_BENCH_KEEP") is { Length: > 0 } kept)
{
    report.Keep(kept);
}
return 0;
