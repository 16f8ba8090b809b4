using System.Diagnostics;
using Microsoft.Playwright;

namespace Chancery.EndToEnd.Tests;

/// <summary>What this machine has for tests of whole programs. <c>./test</c> says so by two variables; without them the usual places are looked at.</summary>
internal static class Machine
{
    public static string Root { get; } = FindRoot();

    /// <summary>The built tool, as <c>./chancery</c> runs it.</summary>
    public static string Tool { get; } = Named("CHANCERY_TOOL") ?? Path.Combine(Root, "artifacts", "chancery", "chancery");

    /// <summary>A Chromium, or null where there is none.</summary>
    public static string? Browser { get; } = Named("CHANCERY_BROWSER") ?? new[] { "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>Starts the browser of this machine; skips the test, saying why, where it has none.</summary>
    public static async Task<IBrowser> StartBrowser(IPlaywright playwright)
    {
        Assert.SkipWhen(Browser is null, "no Chromium on this machine (Debian: apt-get install chromium)");

        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Browser,
                // Root has no sandbox of Chromium; only pages of our own on the loopback are opened.
                ChromiumSandbox = false,
                Args =
                [
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                ],
            }
        );
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Tool, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Chancery.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("Chancery.slnx stands in no folder above the test program.");
    }
}
