using System.Diagnostics;

namespace Chancery.Bench;

/// <summary>How long the tool takes from nothing to its answer, beside a program that does nothing.</summary>
internal static class StartBench
{
    private const int Runs = 25;

    public static void Run(Report report)
    {
        var tool = Environment.GetEnvironmentVariable("CHANCERY_TOOL");
        if (string.IsNullOrEmpty(tool))
        {
            Console.Error.WriteLine("The start was not measured: CHANCERY_TOOL names no built tool.");
            return;
        }
        var nothing = Median("/bin/true");
        report.Add("start", "/bin/true", nothing, "ms");
        report.Add("start", "chancery --version", Median(tool, "--version"), "ms", Median(tool, "--version") / nothing, "/bin/true");
    }

    private static double Median(string program, params string[] arguments)
    {
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Order().ElementAt(Runs / 2);
    }
}
