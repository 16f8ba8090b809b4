using System.Globalization;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>
/// Durable accept by every door of the built program, beside bare flushed appends to the same disk in the same run. Flushes are counted by the device,
/// so they count for whoever flushes meanwhile.
/// </summary>
internal static class AcceptBench
{
    private const int MostSenders = 64;
    private static readonly int[] SenderCounts = [1, 16, MostSenders];
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(4);

    public static void Run(string part, TimeSpan time, Report report)
    {
        var tool = Environment.GetEnvironmentVariable("CHANCERY_TOOL");
        if (string.IsNullOrEmpty(tool))
        {
            Console.Error.WriteLine("Acceptance was not measured: CHANCERY_TOOL names no built tool.");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("chancery-bench-").FullName;
        try
        {
            var appends = FlushProbe.AppendsASecond(folder, TimeSpan.FromSeconds(Math.Min(5, time.TotalSeconds)));
            report.Add("accept", "2 KB appended and fdatasync", appends, "appends/s");
            if (part != "delivery")
            {
                ByEveryDoor(part, tool, folder, time, appends, report);
            }
            if (part is "delivery" or "")
            {
                DeliveryBench.TwoInstances(tool, folder, time, report);
                DeliveryBench.FlashBesideRoutine(tool, folder, report);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void ByEveryDoor(string door, string tool, string folder, TimeSpan time, double appends, Report report)
    {
        var ports = BenchServer.FreePorts(MostSenders + 1);
        var smtp = ports[MostSenders];
        var circuits = ports.Take(MostSenders).Select((port, i) => (Name: Name(i), Port: port)).ToList();
        var settings = new StringBuilder($"\n[smtp]\nlisten = \"127.0.0.1:{smtp}\"\nallow = [\"127.0.0.1\"]\n");
        foreach (var (name, port) in circuits)
        {
            settings.Append(
                CultureInfo.InvariantCulture,
                $"[[circuit]]\nname = \"{name}\"\nlisten = \"127.0.0.1:{port}\"\nacknowledged = true\nlevel = \"SECRET\"\n"
            );
        }
        using var server = BenchServer.Start(tool, Path.Combine(folder, "doors"), settings.ToString());
        var posts = Many(() => new HttpSender(server.Port, server.Token));
        var streams = Many(() => new StreamSender(server.Port, server.Token));
        var mails = Many(() => new MailSender(smtp, isPipelined: false));
        var pieces = Many(() => new MailSender(smtp, isPipelined: true));
        var lines = circuits.ConvertAll(circuit => new CircuitSender(circuit.Port, circuit.Name, "RVEHZZ"));
        try
        {
            if (door is "http" or "")
            {
                WarmUp([.. posts[..8].Select(one => (Action<Burst, List<double>>)one.Send)]);
                foreach (var count in SenderCounts)
                {
                    Measure($"HTTP, {count} kept", [.. posts[..count].Select(one => (Action<Burst, List<double>>)one.Send)]);
                }
            }
            if (door is "stream" or "")
            {
                WarmUp([.. streams[..4].Select(one => (Action<Burst, List<double>>)one.Send)]);
                foreach (var count in SenderCounts)
                {
                    Measure($"HTTP streams, {count}", [.. streams[..count].Select(one => (Action<Burst, List<double>>)one.Send)]);
                }
            }
            if (door is "smtp" or "")
            {
                WarmUp([.. mails[..8].Select(one => (Action<Burst, List<double>>)one.Send)]);
                foreach (var count in SenderCounts)
                {
                    Measure($"SMTP line by line, {count}", [.. mails[..count].Select(one => (Action<Burst, List<double>>)one.Send)]);
                }
                Measure($"SMTP pipelined, {MostSenders}", [.. pieces.Select(one => (Action<Burst, List<double>>)one.Send)]);
            }
            if (door is "circuit" or "")
            {
                WarmUp([.. lines[..8].Select(one => (Action<Burst, List<double>>)one.Send)]);
                Measure("circuit, 1, one at a time", [lines[0].SendOneByOne]);
                foreach (var count in SenderCounts)
                {
                    Measure($"circuit, {count} lines", [.. lines[..count].Select(one => (Action<Burst, List<double>>)one.Send)]);
                }
            }
        }
        finally
        {
            foreach (var one in posts.Concat<IDisposable>(streams).Concat(mails).Concat(pieces).Concat(lines))
            {
                one.Dispose();
            }
        }

        // A process tiers its code up while it runs: what comes first is not counted.
        void WarmUp(IReadOnlyList<Action<Burst, List<double>>> senders) => Burst.Run(WarmingUp, senders);

        void Measure(string name, IReadOnlyList<Action<Burst, List<double>>> senders)
        {
            server.UntilItRests();
            var flushes = FlushProbe.DeviceFlushes(folder);
            var work = server.Work;
            Burst burst;
            try
            {
                burst = Burst.Run(time, senders);
            }
            catch (IOException fault)
            {
                // What cut the sender off is what the server has said of it, before its folder goes away.
                Console.Error.WriteLine($"{name}: {fault.Message}\n{server.Told}");
                throw;
            }
            var cost = (server.Work - work).TotalMicroseconds / burst.Count;
            var flushed = (FlushProbe.DeviceFlushes(folder) - flushes) / (double)burst.Count;
            var rested = server.UntilItRests();
            report.Add("accept", name, burst.Count / burst.Seconds, "messages/s", burst.Count / burst.Seconds / appends, "appends");
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{"", 20} p50 {burst.Wait(0.5):F1} ms, p99 {burst.Wait(0.99):F1} ms, {cost:F0} µs of processor time and {(flushed is { } some ? some.ToString("F3", CultureInfo.InvariantCulture) : "uncounted")} device flushes a message; index at rest {rested.TotalSeconds:F1} s later"
                )
            );
        }
    }

    private static List<T> Many<T>(Func<T> make) => [.. Enumerable.Range(0, MostSenders).Select(_ => make())];

    private static string Name(int i) => $"Q{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}";
}
