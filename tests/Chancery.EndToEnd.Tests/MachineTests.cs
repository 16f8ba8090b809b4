using System.Diagnostics;
using Microsoft.Playwright;

namespace Chancery.EndToEnd.Tests;

public sealed class MachineTests
{
    [Fact]
    public async Task The_tool_says_its_version()
    {
        var (code, output, error) = await Machine.Run("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task The_tool_runs_without_a_home_folder_and_from_elsewhere()
    {
        var start = new ProcessStartInfo(Path.Combine(Machine.Root, "chancery"), "--version")
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("HOME");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.NotEmpty(output);
    }

    [Fact]
    public async Task The_browser_shows_a_page()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Machine.StartBrowser(playwright);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync("<!doctype html><title>Traffic</title><h1>ZNR UUUUU</h1>");

        Assert.Equal("Traffic", await page.TitleAsync());
        Assert.Equal("ZNR UUUUU", await page.Locator("h1").InnerTextAsync());
    }
}
