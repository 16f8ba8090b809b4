using System.Text;
using System.Text.Json;
using Chancery.EndToEnd.Tests.Doors;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chancery.EndToEnd.Tests;

/// <summary>Queues and the correction of held traffic in a real browser, on an office with circuits.</summary>
public sealed class QueuesTests(DemoDesk desk) : IDisposable
{
    private const string Password = "correct horse battery staple 9";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_communicator_sees_what_is_stuck_as_it_happens_and_gets_it_moving()
    {
        var (near, far) = (ServedStore.FreePort(), ServedStore.FreePort());
        Directory.CreateDirectory(folder["store"]);
        await File.WriteAllTextAsync(
            Path.Combine(folder["store"], "chancery.toml"),
            $"""
            [office]
            routing_indicator = "RVEHAA"
            [[circuit]]
            name = "QQA"
            listen = "127.0.0.1:{near}"
            station = "RVEHBB"
            level = "SECRET"
            routes = ["RVEHB"]
            report_gaps_after = "1s"
            [[circuit]]
            name = "EFA"
            listen = "127.0.0.1:{ServedStore.FreePort()}"
            level = "SECRET"
            routes = ["RVEF"]
            [[circuit]]
            name = "EFB"
            listen = "127.0.0.1:{far}"
            level = "SECRET"
            routes = ["RVEF"]

            """
        );
        using var store = await ServedStore.Start(folder["store"]);
        (
            await Tool.RunWith(
                Encoding.ASCII.GetBytes(Password + "\n"),
                [
                    "user",
                    "add",
                    "com",
                    "--level",
                    "SECRET",
                    "--role",
                    "reader",
                    "--role",
                    "communicator",
                    "--password-stdin",
                    "--store",
                    store.Folder,
                ]
            )
        ).IsDone();
        using var station = Peer.Connect(near);
        await using var window = await desk.Open("com", Password, address: store.Address);
        var page = window.Page;
        await window.Go("/queues");
        await Expect(page.Locator("[data-live][data-heard]")).ToHaveCountAsync(1);

        // What comes in shows by itself: what is held, what waits, the number that is missing.
        await station.Say(Telegram("QQA001", 1, "RVXXAA"));
        await station.Say(Telegram("QQA003", 2, "RVEFAA"));
        await Expect(page.Locator("fieldset")).ToContainTextAsync("No route leads to RVXXAA");
        var circuit = page.Locator("tr", new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = "QQA" }) });
        await Expect(circuit).ToContainTextAsync("QQA002 (ZFX");
        await Expect(page.GetByText("1 ROUTINE")).ToBeVisibleAsync();
        await window.Picture("queues");

        // The same from the command line.
        var list = (await Tool.Run("queue", "list", "--json", "--store", store.Folder)).IsDone();
        var delivery = JsonElement.Parse(list.Out).GetProperty("deliveries")[0].GetProperty("delivery").GetInt64();
        var held = JsonElement.Parse(list.Out).GetProperty("held")[0].GetProperty("id").GetString()!;
        Assert.Contains(
            "circuit EFA",
            (await Tool.Run("queue", "show", $"{delivery}", "--store", store.Folder)).IsDone().Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No route leads to RVXXAA",
            (await Tool.Run("queue", "show", held, "--store", store.Folder)).IsDone().Out,
            StringComparison.Ordinal
        );
        Assert.Equal(1, (await Tool.Run("queue", "show", "99999", "--store", store.Folder)).Code);

        // The circuit is out; the other one is offered when its line is up, and takes what waits.
        using var other = Peer.Connect(far);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send 1 by EFB" })).ToBeVisibleAsync();
        await window.IsAccessible("queues");
        await window.Press("b");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("offered");
        Assert.Equal("VZCZCEFB001", await other.Hear());

        // The held message: what is wrong in its place, the text locked, what an edit changes, and the corrected copy on its way.
        await page.GetByRole(AriaRole.Link, new() { Name = "Look and correct" }).ClickAsync();
        await Expect(page.Locator("textarea[name=text]")).ToHaveCountAsync(0);
        await Expect(page.Locator("pre.locked")).ToContainTextAsync("UNCLAS NORTHPORT");
        var heading = page.Locator("#heading");
        await heading.FillAsync((await heading.InputValueAsync()).Replace("RR RVXXAA", "RR RVEFAA", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what changes" }).ClickAsync();
        await Expect(page.Locator(".changes del")).ToHaveTextAsync("RR RVXXAA");
        await Expect(page.Locator(".changes ins")).ToHaveTextAsync("RR RVEFAA");
        await Expect(page.Locator(".changes")).ToContainTextAsync("unchanged");
        await window.Picture("held");
        await window.IsAccessible("held");
        await page.GetByLabel("Reason").FillAsync("mutilated indicator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Release corrected copy" }).ClickAsync();
        await page.WaitForURLAsync("**/queues?said=corrected");
        await Expect(page.GetByText("Nothing is held.")).ToBeVisibleAsync();

        // An alarm sounds until it is taken, wherever its reader is; who has chosen silence only sees it.
        await station.Say(Telegram("QQA004", 4, "RVEHAA", "Z"));
        var strip = page.Locator("[data-alarms]");
        await Expect(strip).ToHaveAttributeAsync("data-sounding", "1");
        await window.Go("/me");
        await page.GetByRole(AriaRole.Group, new() { Name = "Sound of alarms" }).GetByLabel("off").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync("**/me?saved");
        await Expect(strip).ToHaveAttributeAsync("data-sounding", "0");
        await window.Picture("alarm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
        await page.WaitForURLAsync("**/m/*");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" })).ToHaveCountAsync(0);
        window.HasNothingToComplainAbout();
    }

    private static string Telegram(string channel, int n, string station, string precedence = "R") =>
        Peer.Telegram(channel, n)
            .Replace("RR RVEHZZ", $"{precedence}{precedence} {station}", StringComparison.Ordinal)
            .Replace("\r\nR 0112", $"\r\n{precedence} 0112", StringComparison.Ordinal)
            .Replace("RVEHZZ", station, StringComparison.Ordinal);
}
