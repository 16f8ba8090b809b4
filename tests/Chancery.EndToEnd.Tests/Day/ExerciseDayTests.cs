using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests.Day;

/// <summary>
/// A day of exercise traffic through two offices joined by circuits; every transmission is accounted for by trace. <c>eng/exercise-day N</c> makes it longer.
/// </summary>
public sealed class ExerciseDayTests : IDisposable
{
    private const int Circuits = 12;
    private const int MostTries = 5;
    private readonly TemporaryFolder folder = new();

    private static int Messages =>
        int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_DAY"), CultureInfo.InvariantCulture, out var count) ? count : 1200;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_transmission_of_a_day_is_accounted_for_by_trace()
    {
        var ports = ServedStore.FreePorts(Circuits + 2);
        var (x, y) = (ports[Circuits], ports[Circuits + 1]);
        using var far = await ServedStore.Start(
            folder["far"],
            Circuit("ZBX", $"listen = \"127.0.0.1:{x}\"", "acknowledged = true")
                + Circuit("ZBY", $"listen = \"127.0.0.1:{y}\"", "acknowledged = true")
        );
        var stations = ports.Take(Circuits).Select((port, i) => (Name: $"QA{(char)('A' + i)}", Port: port)).ToList();
        using var near = await ServedStore.Start(
            folder["near"],
            string.Concat(
                stations.Select(one =>
                    Circuit(one.Name, $"listen = \"127.0.0.1:{one.Port}\"", "report_gaps_after = \"1s\"\nlast_number = 9999")
                )
            )
                + Circuit("ZBX", $"connect = \"127.0.0.1:{x}\"", "acknowledged = true\nroutes = [\"RVEHX\"]")
                + Circuit("ZBY", $"connect = \"127.0.0.1:{y}\"", "acknowledged = true\nroutes = [\"RVEHY\"]")
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
        var traces = await Traces(near, "QA", trace => trace.Number);
        // Between the two the numbers go round, so that one says no more than which message of many came under it.
        var beyond = await Traces(far, "ZB", trace => trace.NumberAndMessage);

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

    /// <summary>What trace says of all traffic that came by these circuits, by what tells one from another.</summary>
    private static async Task<ConcurrentDictionary<string, Trace>> Traces(ServedStore store, string circuits, Func<Trace, string> key)
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
                var trace = new Trace(await Ask(store, $"/api/messages/{row.GetProperty("id").GetString()}/trace"), row);
                Assert.True(traces.TryAdd(key(trace), trace), $"{key(trace)} is on file twice");
            }
        );
        return traces;
    }

    /// <summary>An answer; asked again where the office is too busy to give one in time.</summary>
    private static async Task<JsonElement> Ask(ServedStore store, string path)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var (status, body) = await store.Get(path);
                Assert.Equal(HttpStatusCode.OK, status);
                return JsonElement.Parse(body);
            }
            catch (Exception fault) when (tries < MostTries && fault is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(TimeSpan.FromSeconds(tries));
            }
        }
    }

    private sealed class Trace(JsonElement trace, JsonElement row)
    {
        private readonly string message = row.GetProperty("mrn").GetProperty("number").GetRawText();

        /// <summary>The number under which it came.</summary>
        public string Number { get; } = trace.GetProperty("number").GetString()!;

        /// <summary>That number and the message.</summary>
        public string NumberAndMessage => $"{Number} {message}";

        public bool IsHeld { get; } =
            row.TryGetProperty("states", out var states) && states.EnumerateArray().Any(state => state.GetString() == "held");

        public bool IsLinked { get; } = trace.GetProperty("links").GetArrayLength() > 0;

        /// <summary>The numbers under which it was delivered, each with the message.</summary>
        public IReadOnlyList<string> Delivered =>
            [
                .. trace
                    .GetProperty("deliveries")
                    .EnumerateArray()
                    .Where(delivery => delivery.GetProperty("state").GetString() == "delivered")
                    .Select(delivery => $"{delivery.GetProperty("number").GetString()} {message}"),
            ];
    }
}
