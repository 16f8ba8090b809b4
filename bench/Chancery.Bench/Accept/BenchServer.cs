using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>The built program with a store of its own, in its own process.</summary>
internal sealed class BenchServer : IDisposable
{
    private const int TicksASecond = 100;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(400);
    private readonly string tool;
    private Process? process;

    private BenchServer(string tool, string store)
    {
        this.tool = tool;
        Store = store;
        Port = FreePorts(1)[0];
    }

    public string Store { get; }

    /// <summary>Where it listens for HTTP.</summary>
    public int Port { get; }

    /// <summary>A person's token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Makes a store and serves it.</summary>
    public static BenchServer Start(string tool, string store, string settings)
    {
        var server = new BenchServer(tool, store);
        server.Tool("correct horse battery staple 9\n", "user", "add", "op", "--level", "SECRET", "--password-stdin", "--store", store);
        server.Token = server.Tool("", "user", "token", "op", "--store", store).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[
            ^1
        ];
        File.AppendAllText(Path.Combine(store, "chancery.toml"), settings);
        server.process = Process.Start(
            new ProcessStartInfo(tool, ["serve", "--store", store, "--listen", $"127.0.0.1:{server.Port}"]) { RedirectStandardError = true }
        )!;
        var told = new StreamWriter(Path.Combine(store, "told.txt")) { AutoFlush = true };
        server.process.ErrorDataReceived += (_, line) => told.WriteLine(line.Data);
        server.process.BeginErrorReadLine();
        server.WaitFor("/health");
        return server;
    }

    /// <summary>Processor time that the server has taken so far.</summary>
    public TimeSpan Work
    {
        get
        {
            var line = File.ReadAllText($"/proc/{process!.Id}/stat");
            var words = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = long.Parse(words[11], CultureInfo.InvariantCulture) + long.Parse(words[12], CultureInfo.InvariantCulture);
            return TimeSpan.FromSeconds((double)ticks / TicksASecond);
        }
    }

    /// <summary>Waits until it does nothing any more, such as filling the index; how long that took.</summary>
    public TimeSpan UntilItRests()
    {
        var started = Stopwatch.GetTimestamp();
        TimeSpan before;
        do
        {
            before = Work;
            Thread.Sleep(Look);
        } while (Work - before > Look * 0.1);
        return Stopwatch.GetElapsedTime(started) - Look;
    }

    /// <summary>The body of an answer.</summary>
    public string Get(string path)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{Port}{path}");
        request.Headers.Add("Authorization", $"Bearer {Token}");
        using var answer = client.Send(request);
        using var reader = new StreamReader(answer.Content.ReadAsStream());
        return reader.ReadToEnd();
    }

    /// <summary>The last lines that it said.</summary>
    public string Told => string.Join('\n', File.ReadLines(Path.Combine(Store, "told.txt")).TakeLast(20));

    /// <summary>Ends it in order.</summary>
    public void Stop()
    {
        if (process is { HasExited: false } running)
        {
            using var kill = Process.Start("kill", ["-TERM", running.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
            running.WaitForExit();
        }
    }

    public void Dispose()
    {
        if (process is { HasExited: false } running)
        {
            running.Kill();
            running.WaitForExit();
        }
        process?.Dispose();
    }

    /// <summary>Ports that are free now, each another: asked for one by one, the machine gives the same one twice now and then.</summary>
    public static IReadOnlyList<int> FreePorts(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        held.ForEach(listener => listener.Start());
        List<int> ports = [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        held.ForEach(listener => listener.Dispose());
        return ports;
    }

    private void WaitFor(string path)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Get(path);
                return;
            }
            catch (HttpRequestException) when (tries < 600 && !process!.HasExited)
            {
                Thread.Sleep(50);
            }
        }
    }

    private string Tool(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var run = Process.Start(start)!;
        run.StandardInput.BaseStream.Write(Encoding.ASCII.GetBytes(input));
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return run.ExitCode == 0 ? output : throw new InvalidOperationException($"chancery {arguments[0]} ended with {run.ExitCode}");
    }
}
