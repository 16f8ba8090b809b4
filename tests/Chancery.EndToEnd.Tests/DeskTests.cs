using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Chancery.EndToEnd.Tests;

public sealed class DeskTests(DemoDesk desk)
{
    private const string Name = "records";
    private const string Password = "lantern-records";

    [Fact]
    public async Task Traffic_by_mouse()
    {
        await using var window = await desk.Open(Name, Password);
        var page = window.Page;
        var row = page.Locator("[data-row]").Nth(2);
        var subject = await row.Locator(".s").InnerTextAsync();

        await row.ClickAsync();

        await Expect(page.Locator("[data-view] h2")).ToContainTextAsync(LastWord(subject));
        await Expect(row).ToHaveAttributeAsync("aria-current", "true");
        await window.Picture("traffic");
        await page.Locator("[data-view]").GetByRole(AriaRole.Link, new() { Name = "Open" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(LastWord(subject));
        await window.Picture("message");
        window.HasNothingToComplainAbout();
    }

    [Fact]
    public async Task Traffic_and_message_by_keys()
    {
        await using var window = await desk.Open(Name, Password);
        var page = window.Page;

        await window.Press("j", "j", "k");
        await Expect(page.Locator("[data-row]:focus")).ToHaveCountAsync(1);
        var opened = await page.Locator("[data-row]:focus").GetAttributeAsync("data-open");
        await window.Press("Enter");
        await page.WaitForURLAsync($"**{opened}");
        await window.Press("2");
        await page.WaitForURLAsync("**/raw");
        await window.Picture("raw");
        await window.Press("3");
        await page.WaitForURLAsync("**/history");
        await window.Press("1");
        await page.WaitForURLAsync($"**{opened}");
        await window.Press("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await window.Press("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await window.Press("u");
        await page.WaitForURLAsync("**/traffic?at=*");
        await window.Press("g", "s");
        await page.WaitForURLAsync("**/search");
        window.HasNothingToComplainAbout();
    }

    [Fact]
    public async Task Search_by_keys_with_hits_marked_and_the_query_in_no_address()
    {
        await using var window = await desk.Open(Name, Password);
        var page = window.Page;

        await window.Press("/");
        await page.Keyboard.TypeAsync("trucks");
        await window.Press("Enter");
        await page.WaitForURLAsync("**/search/*");

        Assert.DoesNotContain("trucks", page.Url, StringComparison.OrdinalIgnoreCase);
        await Expect(page.Locator("mark").First).ToBeVisibleAsync();
        await window.Picture("search");
        await window.Press("j", "j", "Enter");
        await page.WaitForURLAsync("**/m/*");
        window.HasNothingToComplainAbout();
    }

    [Fact]
    public async Task A_flash_stands_at_the_top_at_once_and_the_rest_gathers_in_a_line()
    {
        await using var window = await desk.Open(Name, Password);
        var page = window.Page;
        await Expect(page.Locator("[data-live][data-heard]")).ToHaveCountAsync(1);

        await Post(page, Exercise("R", 811));
        await Expect(page.Locator("[data-new]")).ToContainTextAsync("1 ROUTINE");
        await Post(page, Exercise("Z", 812));

        await Expect(page.Locator("[data-row]").First).ToContainTextAsync("COUNT 812");
        await Expect(page.Locator("[data-alarm]")).ToContainTextAsync("FLASH");
        await window.Picture("flash");
        await window.Press(".");
        await Expect(page.Locator("[data-row]", new() { HasText = "COUNT 811" })).ToHaveCountAsync(1);
        window.HasNothingToComplainAbout();
    }

    [Fact]
    public async Task The_desk_fits_a_phone()
    {
        await using var window = await desk.Open(
            Name,
            Password,
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
                IsMobile = true,
            }
        );
        var page = window.Page;
        await window.Picture("phone");
        await Fits(page);

        await page.Locator("[data-row]").Nth(1).TapAsync();
        await page.WaitForURLAsync("**/traffic?at=*");

        await Expect(page.Locator("[data-view] h2")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-list]")).ToBeHiddenAsync();
        await window.Picture("phone-message");
        await Fits(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open" }).TapAsync();
        await page.WaitForURLAsync("**/m/*");
        await Fits(page);
        window.HasNothingToComplainAbout();
    }

    [Fact]
    public async Task The_desk_works_without_script()
    {
        await using var window = await desk.Open(
            Name,
            Password,
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
                JavaScriptEnabled = false,
            }
        );
        var page = window.Page;

        await page.Locator("[data-row]").Nth(3).ClickAsync();
        await page.WaitForURLAsync("**/traffic?at=*");
        await Expect(page.Locator("[data-row]").Nth(3)).ToHaveAttributeAsync("aria-current", "true");
        await page.GetByLabel("Search or go to a message number").FillAsync("trucks");
        await page.GetByLabel("Search or go to a message number").PressAsync("Enter");
        await page.WaitForURLAsync("**/search/*");
        await Expect(page.Locator(".hit").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off()
    {
        await using var window = await desk.Open(Name, Password);
        var page = window.Page;
        await window.Go("/me");
        await page.GetByRole(AriaRole.Group, new() { Name = "Single keys" }).GetByLabel("off").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync("**/me?saved");
        await window.Go("/traffic");

        await window.Press("j", "j");

        await Expect(page.Locator("[data-row]:focus")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_screen_is_accessible_in_both_themes(ColorScheme theme)
    {
        await using var window = await desk.Open(
            Name,
            Password,
            new()
            {
                ViewportSize = new() { Width = 1440, Height = 900 },
                ColorScheme = theme,
            }
        );
        var page = window.Page;
        await window.IsAccessible("traffic");
        await window.Picture($"traffic-{theme}".ToLowerInvariant());
        var withFindings = page.Locator("[data-row]", new() { Has = page.Locator(".fw, .fe") }).First;
        var message = await withFindings.GetAttributeAsync("data-open");
        foreach (var screen in new[] { message!, $"{message}/raw", $"{message}/history", "/search", "/me", "/help", "/status" })
        {
            await window.Go(screen);
            await window.IsAccessible(screen);
        }
        await window.Go(message!);
        await window.Picture($"message-{theme}".ToLowerInvariant());
        foreach (var query in new[] { "trucks", "after:yesteryear" })
        {
            await window.Go("/search");
            await page.Locator("#query").FillAsync(query);
            await page.Locator("#query").PressAsync("Enter");
            await page.WaitForURLAsync("**/search/*");
            await window.IsAccessible($"search for {query}");
        }
        await window.Picture($"mistake-{theme}".ToLowerInvariant());
        await page.Context.ClearCookiesAsync();
        await window.Go("/sign-in");
        await window.IsAccessible("sign-in");
    }

    private static async Task Fits(IPage page) =>
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, "The page scrolls sideways.");

    private static async Task Post(IPage page, string message) =>
        Assert.Equal(
            201,
            await page.EvaluateAsync<int>("async m => (await fetch('/api/messages', { method: 'POST', body: m })).status", message)
        );

    private static string LastWord(string subject) => subject.TrimEnd().Split(' ')[^1];

    private static string Exercise(string precedence, int number) =>
        $"""
            {precedence}{precedence} RVEHC
            DE RVEHAA #{number:0000} 1041207
            ZNR UUUUU ZZH
            {precedence} 141207Z APR 26
            FM LEGATION NORTHPORT
            TO RVEHC/MINFOR HOMECITY 0001
            BT
            UNCLAS NORTHPORT 000{number}

            TAGS: MASS
            SUBJECT: EXERCISE: COUNT {number}

            1. EXERCISE. SIX TRUCKS HAVE REACHED NORTHPORT.
            MARKOVA
            BT
            #{number:0000}

            NNNN

            """;
}
