using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Chancery.Bench.Accept;

/// <summary>From acceptance to delivery, by the times that the sending office itself keeps: accepted, and answered by the other side after its commit.</summary>
internal static class DeliveryBench
{
    private const int Rate = 1000;
    private const int Backlog = 100_000;
    private const int Flashes = 200;
    private static readonly TimeSpan BetweenFlashes = TimeSpan.FromMilliseconds(50);

    public static void TwoInstances(string tool, string folder, TimeSpan time, Report report)
    {
        var ports = BenchServer.FreePorts(2);
        var (between, into) = (ports[0], ports[1]);
        using var far = BenchServer.Start(tool, Path.Combine(folder, "far"), Circuit("ZZB", $"listen = \"127.0.0.1:{between}\""));
        using var near = BenchServer.Start(
            tool,
            Path.Combine(folder, "near"),
            Circuit("ZZA", $"listen = \"127.0.0.1:{into}\"") + Circuit("ZZB", $"connect = \"127.0.0.1:{between}\"", "RVEHX")
        );
        using var line = new CircuitSender(into, "ZZA", "RVEHXX");
        var warmed = Burst.Run(TimeSpan.FromSeconds(6), [(burst, waits) => line.SendAtRate(Rate, burst, waits)]).Count;
        Until(far, warmed);
        var sent = Burst.Run(time, [(burst, waits) => line.SendAtRate(Rate, burst, waits)]);
        Until(far, warmed + sent.Count);
        near.Stop();
        far.Stop();
        var waits = Delivered(near.Store, sent.Count, atLeast: 0);
        report.Add("accept", "accept to second instance, rate", sent.Count / sent.Seconds, "messages/s");
        report.Add("accept", "accept to second instance, p50", Share(waits, 0.5), "ms");
        report.Add("accept", "accept to second instance, p99", Share(waits, 0.99), "ms");
    }

    public static void FlashBesideRoutine(string tool, string folder, Report report)
    {
        var ports = BenchServer.FreePorts(2);
        var (into, outwards) = (ports[0], ports[1]);
        using var server = BenchServer.Start(
            tool,
            Path.Combine(folder, "flash"),
            Circuit("ZZA", $"listen = \"127.0.0.1:{into}\"") + Circuit("ZZF", $"listen = \"127.0.0.1:{outwards}\"", "RVEHF")
        );
        using (var line = new CircuitSender(into, "ZZA", "RVEHFF"))
        {
            line.Send(Backlog);
        }
        using var post = new HttpSender(server.Port, server.Token);
        using (var station = new Station(outwards))
        {
            for (var i = 0; i < Flashes; i++)
            {
                post.Post(BenchTelegram.Next("XXA001", 'Z', "RVEHFF"));
                Thread.Sleep(BetweenFlashes);
            }
            report.Add("accept", "ROUTINE behind the last FLASH", Backlog + Flashes - station.Count, "messages");
        }
        server.Stop();
        var waits = Delivered(server.Store, Flashes, atLeast: (int)Messages.Precedence.Flash);
        report.Add("accept", "FLASH accept to delivery, p50", Share(waits, 0.5), "ms");
        report.Add("accept", "FLASH accept to delivery, p95", Share(waits, 0.95), "ms");
    }

    private static string Circuit(string name, string where, string? route = null) =>
        $"\n[[circuit]]\nname = \"{name}\"\n{where}\nacknowledged = true\nlevel = \"SECRET\"\n"
        + (route is null ? "" : $"routes = [\"{route}\"]\n");

    /// <summary>Waits until an office holds so many.</summary>
    private static void Until(BenchServer server, int count)
    {
        while (JsonElement.Parse(server.Get("/api/stats")).GetProperty("total").GetInt64() < count)
        {
            Thread.Sleep(200);
        }
        Thread.Sleep(1000);
    }

    /// <summary>Milliseconds from acceptance to delivery of the last so many.</summary>
    private static List<double> Delivered(string store, int last, int atLeast)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(store, "chancery.db")}");
        file.Open();
        using var rows = file.CreateCommand();
        rows.CommandText = $"""
            SELECT d.at - m.filed_at FROM deliveries d JOIN messages m ON m.number = d.message
            WHERE d.state = 2 AND d.precedence >= {atLeast} ORDER BY d.id DESC LIMIT {last}
            """;
        using var line = rows.ExecuteReader();
        var waits = new List<double>();
        while (line.Read())
        {
            waits.Add(line.GetInt64(0));
        }
        waits.Sort();
        return waits.Count == 0 ? throw new InvalidOperationException("nothing was delivered") : waits;
    }

    private static double Share(List<double> waits, double share) => waits[Math.Min(waits.Count - 1, (int)(waits.Count * share))];
}
