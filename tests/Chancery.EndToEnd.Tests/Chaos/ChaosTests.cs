using System.Globalization;
using System.Net;
using System.Text.Json;
using Chancery.EndToEnd.Tests.Doors;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>
/// Numbered messages through every door at once while the office is killed again and again: every acknowledged one is there once and came out.
/// <c>eng/chaos --cycles N</c> runs more rounds.
/// </summary>
public sealed class ChaosTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static int Cycles =>
        int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_CHAOS_CYCLES"), CultureInfo.InvariantCulture, out var cycles)
            ? cycles
            : 4;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_any_door_acknowledged_is_there_once_and_comes_out_whenever_the_office_is_killed()
    {
        var doors = new OpenDoors(folder);
        var clock = await ChaosClock.Make(folder);
        using var store = await ServedStore.Start(
            folder["store"],
            $"""
            {doors.Settings}
            [[circuit]]
            name = "ZZO"
            listen = "127.0.0.1:{doors.Spare}"
            acknowledged = true
            level = "SECRET"
            routes = ["RVEHZ"]

            """,
            clock?.Environment
        );
        var ledger = new Ledger();
        var peers = new ChaosPeers(ledger, store, doors);
        using var stop = new CancellationTokenSource();
        using var stopReceiving = new CancellationTokenSource();
        Task[] senders =
        [
            Task.Run(() => peers.Http(stop.Token)),
            Task.Run(() => peers.Http(stop.Token)),
            Task.Run(() => peers.Stream(stop.Token)),
            Task.Run(() => peers.Mail(stop.Token)),
            Task.Run(() => peers.Folder(stop.Token)),
            Task.Run(() => peers.CircuitIn(stop.Token)),
        ];
        var receiver = Task.Run(() => peers.CircuitOut(stopReceiving.Token));

        var jumps = 0;
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            var enough = ledger.Acknowledged + 40 + cycle % 5 * 13;
            await Until.Holds(() => ledger.Acknowledged >= enough, "acknowledgement of messages");
            if (cycle % 4 == 2)
            {
                // Paused first: senders wait, connections stand, and time goes by for everybody but the office.
                store.Signal("STOP");
                await Task.Delay(TimeSpan.FromMilliseconds(700 + cycle % 7 * 200));
                store.Signal("CONT");
                enough = ledger.Acknowledged + 20;
                await Until.Holds(() => ledger.Acknowledged >= enough, "acknowledgement after a pause");
            }
            if (cycle % 4 == 3 && clock is not null)
            {
                await SetBack(clock, store, ledger);
                jumps++;
            }
            await store.Stop("KILL");
            await store.Start();
        }
        await stop.CancelAsync();
        await Task.WhenAll(senders);
        await Until.Holds(() => ledger.Missing.Count == 0, "delivery of all that was acknowledged");
        await stopReceiving.CancelAsync();
        await receiver;

        Assert.Empty(ledger.Doubled);
        Assert.All(new[] { "http", "stream", "mail", "folder", "circuit" }, door => Assert.NotEqual(0, ledger.By(door)));
        Assert.Equal(0, (await store.Stop("TERM")).Code);
        (await Tool.Run("verify", "--store", store.Folder)).IsDone();
        var record = QueueRecord.Of(store.Folder, "ZZO");
        Assert.NotEqual(0, record.Count);
        Assert.Equal(0, record.Renumbered);
        Assert.Equal(0, record.Overtaken);
        Assert.Equal(0, record.OutOfOrder);
        var numbers = (await Tool.Run("find", "--json", "--limit", "1000000", "--store", store.Folder, "from:northport"))
            .IsDone()
            .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line).GetProperty("mrn").GetProperty("number").GetInt32())
            .ToList();
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
        Assert.Empty(ledger.All.Except(numbers));
        if (Environment.GetEnvironmentVariable("CHANCERY_CHAOS_REPORT") is { Length: > 0 } report)
        {
            await File.WriteAllTextAsync(
                report,
                $"{Cycles} kills, {Cycles / 4} pauses, {jumps} jumps of the clock, {peers.Cuts} cuts: {ledger.Acknowledged} acknowledged (http {ledger.By("http")}, stream {ledger.By("stream")}, mail {ledger.By("mail")}, folder {ledger.By("folder")}, "
                    + $"circuit {ledger.By("circuit")}); 0 lost, 0 doubled, all delivered, {ledger.Repeated} of them more than once under the same number; "
                    + $"{record.Count} sent by precedence: 0 overtaken by lower, 0 out of order\n"
            );
        }
    }

    /// <summary>Sets the office's clock back: no door takes anything more in. Set right again, each goes on by itself.</summary>
    private static async Task SetBack(ChaosClock clock, ServedStore store, Ledger ledger)
    {
        clock.Set(TimeSpan.FromMinutes(-5));
        await Until.Holds(
            async () =>
                await store.Get("/health") is { Status: HttpStatusCode.ServiceUnavailable } health && health.Body.Contains("\"clock\""),
            "the alarm of a clock that was set back"
        );
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        var before = ledger.Acknowledged;
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        Assert.Equal(before, ledger.Acknowledged);
        clock.Set(TimeSpan.Zero);
        await Until.Holds(() => ledger.Acknowledged >= before + 20, "acknowledgement after the clock was set right");
    }
}
