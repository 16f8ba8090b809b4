using System.Text.Json;
using Microsoft.Playwright;

namespace Chancery.EndToEnd.Tests;

/// <summary>The screens of those who guard what is read, on a phone and on a desk: they fit, and nothing that axe knows of keeps anybody out.</summary>
public sealed class RegistryDeskTests(DemoDesk desk)
{
    private static readonly int[] Widths = [390, 1280];

    [Fact]
    public async Task The_screens_of_search_fit_and_are_accessible()
    {
        foreach (var width in Widths)
        {
            await using var window = await Open("security", width);
            await window.Go("/search");
            await window.Page.Locator("#query").FillAsync("trucks -is:superseded");
            await window.Page.Locator("#query").PressAsync("Enter");
            await window.Page.WaitForURLAsync("**/search/*");
            await Look(window, "search", width);
            await window.Page.Locator("input[name=name]").FillAsync($"Trucks on {width}");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).First.ClickAsync();
            if (width < 600)
            {
                await window.Page.GetByRole(AriaRole.Link, new() { Name = "Narrow the search" }).ClickAsync();
            }
            await window.Page.Locator(".fac").GetByText($"Trucks on {width}").WaitForAsync();
            await Look(window, "search-kept", width);
            if (width < 600)
            {
                await window.Page.GetByRole(AriaRole.Link, new() { Name = "Results" }).ClickAsync();
                await window.Page.Locator(".hit").First.WaitForAsync();
            }
        }
    }

    [Fact]
    public async Task The_screens_of_spills_fit_are_accessible_and_tell_of_copies()
    {
        foreach (var width in Widths)
        {
            string first;
            await using (var sender = await Open("comms", 1280))
            {
                first = await Send(sender.Page, $"{width}1");
                await Send(sender.Page, $"{width}1", door: "again");
            }
            await using var window = await Open("security", width);
            await window.Go($"/registry/spills?message={first}");
            await Look(window, "spills-open", width);
            await window.Page.Locator("input[name=reason]").FillAsync("exercise");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Quarantine" }).ClickAsync();
            await window.Page.GetByText("Copies of it that are closed too").WaitForAsync();
            await Look(window, "spills-closed", width);
            await using (var sender = await Open("comms", 1280))
            {
                await Send(sender.Page, $"{width}1", door: "late");
            }
            await window.Go("/registry/spills");
            await window.Page.GetByText("Copies that came in and were closed at once").WaitForAsync();
            await window.Page.GetByText("Copies of a quarantined message came in").WaitForAsync();
            await Look(window, "spills-arrived", width);
            window.HasNothingToComplainAbout();
        }
    }

    [Fact]
    public async Task The_screens_of_people_and_of_the_audit_trail_fit_and_are_accessible()
    {
        foreach (var width in Widths)
        {
            await using (var window = await Open("admin", width))
            {
                await window.Go("/registry/people");
                await Look(window, "people", width);
                await window.Go("/registry/people?name=comms");
                await Look(window, "people-one", width);
            }
            await using (var window = await Open("auditor", width))
            {
                await window.Go("/registry/audit");
                await Look(window, "audit", width);
            }
        }
    }

    private Task<DeskWindow> Open(string name, int width) =>
        desk.Open(
            name,
            $"lantern-{name}",
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                HasTouch = width < 600,
                IsMobile = width < 600,
            }
        );

    private static async Task Look(DeskWindow window, string screen, int width)
    {
        await window.Picture($"{screen}-{width}");
        await window.IsAccessible($"{screen} at {width}");
        Assert.True(
            await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width,
            $"{screen} scrolls sideways at {width}."
        );
    }

    /// <summary>Sends a message, the same under a number but for its station serial.</summary>
    private static async Task<string> Send(IPage page, string number, string door = "first")
    {
        var message = $"""
            RR RVEHC
            DE RVEHAA #{number} 1041207
            ZNR UUUUU ZZH
            R 141207Z APR 26
            FM LEGATION NORTHPORT
            TO RVEHC/MINFOR HOMECITY {door.ToUpperInvariant()}
            BT
            UNCLAS NORTHPORT 00{number}

            TAGS: MASS
            SUBJECT: EXERCISE: COPY {number}

            1. EXERCISE. SPILLED NUMBER {number}.
            MARKOVA
            BT
            #{number}

            NNNN

            """;
        var answer = await page.EvaluateAsync<string>(
            "async m => await (await fetch('/api/messages', { method: 'POST', body: m })).text()",
            message
        );
        return JsonElement.Parse(answer).GetProperty("accepted")[0].GetProperty("id").GetString()!;
    }
}
