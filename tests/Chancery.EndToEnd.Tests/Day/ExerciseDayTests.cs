using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests.Day;

/// <summary>
/// A day of exercise traffic through two offices joined by circuits; every transmission is accounted for by trace. <c>eng/exercise-day N</c> makes it longer.
/// </summary>
public sealed class ExerciseDayTests : IDisposable
{
    private const int Circuits = 12;
    private readonly TemporaryFolder folder = new();

    private static int Messages =>
        int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_DAY"), CultureInfo.InvariantCulture, out var count) ? count : 1200;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_transmission_of_a_day_is_accounted_for_by_trace()
    {
        var (x, y) = (ServedStore.FreePort(), ServedStore.FreePort());
        using var far = await ServedStore.Start(
            folder["far"],
            Circuit("ZBX", $"listen = \"127.0.0.1:{x}\"", "acknowledged = true")
                + Circuit("ZBY", $"listen = \"127.0.0.1:{y}\"", "acknowledged = true")
        );
        var stations = Enumerable.Range(0, Circuits).Select(i => (Name: $"QA{(char)('A' + i)}", Port: ServedStore.FreePort())).ToList();
        using var near = await ServedStore.Start(
            folder["near"],
            string.Concat(
                stations.Select(one =>
                    Circuit(one.Name, $"listen = \"127.0.0.1:{one.Port}\"", "report_gaps_after = \"1s\"\nlast_number = 9999")
                )
            )
                + Circuit("ZBX", $"connect = \"127.0.0.1:{x}\"", "acknowledged = true\nroutes = [\"RVEHX\"]\nlast_number = 9999")
                + Circuit("ZBY", $"connect = \"127.0.0.1:{y}\"", "acknowledged = true\nroutes = [\"RVEHY\"]\nlast_number = 9999")
        );
        var each = Messages / Circuits;
        var day = stations.Select((one, i) => new DayStation(one.Name, one.Port, 1 + (i * each), each)).ToList();
        await Task.WhenAll(day.Select(station => station.Run()));
        var sent = day.SelectMany(station => station.Sent).ToDictionary(StringComparer.Ordinal);

        var before = 0L;
        await Until.Holds(
            async () =>
            {
                // At rest: everything is here, nothing waits, and nothing has come for a second.
                await Task.Delay(TimeSpan.FromSeconds(1));
                var filed = JsonElement.Parse((await near.Get("/api/stats")).Body).GetProperty("total").GetInt64();
                var (_, queue) = await near.Get("/api/queue");
                // What the office still has to say to stations that have gone waits for them.
                var waits = JsonElement
                    .Parse(queue)
                    .GetProperty("waiting")
                    .EnumerateArray()
                    .Any(depth => depth.GetProperty("destination").GetString()!.StartsWith("circuit ZB", StringComparison.Ordinal));
                var rests = filed >= sent.Count && filed == before && !waits;
                before = filed;
                return rests;
            },
            "delivery of the day's traffic",
            minutes: 30
        );
        var traces = await Traces(near, "QA");
        var beyond = await Traces(far, "ZB");

        // Each number that was sent is on file once, and no other is.
        Assert.Empty(sent.Keys.Except(traces.Keys));
        Assert.Empty(traces.Keys.Except(sent.Keys));
        // What was delivered stands in the other office under the number by which it went, once; and nothing else does.
        Assert.Equal(
            traces.Values.SelectMany(trace => trace.Delivered).Order(StringComparer.Ordinal),
            beyond.Keys.Order(StringComparer.Ordinal)
        );
        // Whole messages went on; what was sent again did not go on again; what was garbled went on or waits for a person.
        Assert.All(
            sent,
            one =>
            {
                var trace = traces[one.Key];
                switch (one.Value)
                {
                    case DayEvent.Whole or DayEvent.Late or DayEvent.Twice:
                        Assert.True(trace.Delivered.Count == 1 && !trace.IsHeld, $"{one.Key} ({one.Value}) did not go on once");
                        break;
                    case DayEvent.Again:
                        Assert.True(trace.Delivered.Count == 0 && trace.IsLinked, $"{one.Key} went on again");
                        break;
                    default:
                        Assert.True(trace.IsHeld || trace.Delivered.Count == 1, $"{one.Key} ({one.Value}) is lost");
                        break;
                }
            }
        );
        Report(day, sent, traces, beyond.Count);
        foreach (var office in new[] { near, far })
        {
            Assert.Equal(0, (await office.Stop("TERM")).Code);
            (await Tool.Run("verify", "--store", office.Folder)).IsDone();
        }
    }

    private static void Report(
        List<DayStation> day,
        Dictionary<string, DayEvent> sent,
        ConcurrentDictionary<string, Trace> traces,
        int beyond
    )
    {
        if (Environment.GetEnvironmentVariable("CHANCERY_DAY_REPORT") is not { Length: > 0 } file)
        {
            return;
        }
        var lines = new List<string> { "| sent | transmissions | went on | held | known again, not sent on |", "|---|---|---|---|---|" };
        foreach (var kind in sent.GroupBy(one => one.Value).OrderBy(group => group.Key))
        {
            var of = kind.Select(one => traces[one.Key]).ToList();
            lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kind.Key} | {of.Count} | {of.Count(trace => trace.Delivered.Count == 1)} | {of.Count(trace => trace.IsHeld)} | {of.Count(trace => trace.Delivered.Count == 0 && !trace.IsHeld)} |"
                )
            );
        }
        lines.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sent.Count} channel numbers on {day.Count} circuits, {day.Sum(station => station.Twice)} transmissions twice under one number (filed once), {day.Sum(station => station.Reported)} reports of open numbers; {beyond} received by the other office; 0 unaccounted for"
            )
        );
        File.WriteAllLines(file, lines);
    }

    private static string Circuit(string name, string where, string more) =>
        $"\n[[circuit]]\nname = \"{name}\"\n{where}\nlevel = \"SECRET\"\n{more}\n";

    /// <summary>What trace says of all traffic that came by these circuits, by the number under which it came.</summary>
    private static async Task<ConcurrentDictionary<string, Trace>> Traces(ServedStore store, string circuits)
    {
        var traces = new ConcurrentDictionary<string, Trace>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            await store.Rows(),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (row, _) =>
            {
                var origin = row.GetProperty("origin");
                if (
                    origin.GetProperty("door").GetString() != "circuit"
                    || origin.GetProperty("name").GetString()?.StartsWith(circuits, StringComparison.Ordinal) != true
                    || row.GetProperty("mrn").ValueKind != JsonValueKind.Object
                )
                {
                    return; // what stations say to each other about traffic is none
                }
                var (_, body) = await store.Get($"/api/messages/{row.GetProperty("id").GetString()}/trace");
                var trace = JsonElement.Parse(body);
                Assert.True(
                    traces.TryAdd(trace.GetProperty("number").GetString()!, new Trace(trace, row)),
                    $"{trace.GetProperty("number")} is on file twice"
                );
            }
        );
        return traces;
    }

    private sealed class Trace(JsonElement trace, JsonElement row)
    {
        public bool IsHeld { get; } =
            row.TryGetProperty("states", out var states) && states.EnumerateArray().Any(state => state.GetString() == "held");

        public bool IsLinked { get; } = trace.GetProperty("links").GetArrayLength() > 0;

        /// <summary>The numbers under which it was delivered.</summary>
        public List<string> Delivered { get; } =
        [
            .. trace
                .GetProperty("deliveries")
                .EnumerateArray()
                .Where(delivery => delivery.GetProperty("state").GetString() == "delivered")
                .Select(delivery => delivery.GetProperty("number").GetString()!),
        ];
    }
}
