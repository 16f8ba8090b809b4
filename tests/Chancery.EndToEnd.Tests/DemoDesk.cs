using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chancery.EndToEnd.Tests.DemoDesk))]

// One after another: a program that is killed and started again takes the time that a browser waits for.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

namespace Chancery.EndToEnd.Tests;

/// <summary>The demo as a newcomer starts it, and a browser before it. Started by the first test that needs it, once for all.</summary>
public sealed partial class DemoDesk : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private Process? process;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address { get; private set; } = "";

    /// <summary>Where pictures of the screens are put, for people to look at.</summary>
    public static string Pictures { get; } = Path.Combine(Machine.Root, "artifacts", "screens");

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }
        playwright?.Dispose();
        if (process is { HasExited: false })
        {
            PosixSignals.Terminate(process.Id);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        gate.Dispose();
    }

    /// <summary>A window on the desk, signed in.</summary>
    /// <param name="name">Who signs in.</param>
    /// <param name="password">With what.</param>
    /// <param name="options">The window; a wide one where nothing is said.</param>
    /// <param name="address">Another desk than the demo's.</param>
    internal async Task<DeskWindow> Open(string name, string password, BrowserNewContextOptions? options = null, string? address = null)
    {
        await Start();
        var context = await browser!.NewContextAsync(
            options
                ?? new BrowserNewContextOptions
                {
                    ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
                }
        );
        var window = new DeskWindow(context, await context.NewPageAsync(), address ?? Address);
        await window.SignIn(name, password);
        return window;
    }

    private async Task Start()
    {
        await gate.WaitAsync();
        try
        {
            if (browser is not null)
            {
                return;
            }
            playwright ??= await Playwright.CreateAsync();
            var started = await Machine.StartBrowser(playwright);
            Directory.CreateDirectory(Pictures);
            process = Process.Start(
                new ProcessStartInfo(Machine.Tool, ["demo", "--listen", "127.0.0.1:0"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardInput = true,
                }
            )!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            while (Address.Length == 0)
            {
                var line = await process.StandardOutput.ReadLineAsync(limit.Token);
                Assert.NotNull(line);
                Address = Http().Match(line).Value.TrimEnd('/');
            }
            browser = started;
        }
        finally
        {
            gate.Release();
        }
    }

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Http();

    private static partial class PosixSignals
    {
        private const int Term = 15;

        public static void Terminate(int process) => _ = Kill(process, Term);

        [LibraryImport("libc", EntryPoint = "kill")]
        private static partial int Kill(int process, int signal);
    }
}
