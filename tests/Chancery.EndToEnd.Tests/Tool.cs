using System.Diagnostics;
using System.Text;

namespace Chancery.EndToEnd.Tests;

/// <summary>The built tool as a running program.</summary>
internal sealed class Tool : IDisposable
{
    private readonly Process process;
    private readonly Task<byte[]> output;
    private readonly Task<string> error;
    private readonly StringBuilder told = new();

    private Tool(ProcessStartInfo start, byte[]? input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["NO_COLOR"] = "1";
        process = Process.Start(start)!;
        output = ReadAll(process.StandardOutput.BaseStream);
        error = ReadError(process.StandardError);
        Give(input);
    }

    public int Id => process.Id;

    /// <summary>Starts the tool with nothing on standard input.</summary>
    public static Tool Start(params string[] arguments) => new(new ProcessStartInfo(Machine.Tool, arguments), input: null);

    /// <summary>Starts the tool with more in its environment, and without being told where a file grows beyond its limit: the write fails instead.</summary>
    public static Tool StartIn(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", "trap '' XFSZ; exec \"$tool\" \"$@\"", "bash", .. arguments]);
        start.Environment["tool"] = Machine.Tool;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return new Tool(start, input: null);
    }

    /// <summary>Runs the tool to its end.</summary>
    public static Task<Ended> Run(params string[] arguments) => Start(arguments).End();

    public static Task<Ended> RunWith(byte[] input, params string[] arguments) =>
        new Tool(new ProcessStartInfo(Machine.Tool, arguments), input).End();

    /// <summary>Runs a line of bash in which <c>$tool</c> is the tool.</summary>
    public static Task<Ended> Bash(string line)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", line]);
        start.Environment["tool"] = Machine.Tool;
        return new Tool(start, input: null).End();
    }

    /// <summary>Sends a signal such as <c>INT</c>.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>What stands on standard error so far.</summary>
    public string Told
    {
        get
        {
            lock (told)
            {
                return told.ToString();
            }
        }
    }

    public bool HasEnded => process.HasExited;

    public async Task<Ended> End()
    {
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token);
        return new Ended(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
        process.Dispose();
    }

    private async Task<string> ReadError(StreamReader reader)
    {
        var piece = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(piece)) > 0)
        {
            lock (told)
            {
                told.Append(piece, 0, count);
            }
        }
        return Told;
    }

    private static async Task<byte[]> ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }

    private void Give(byte[]? input)
    {
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading on.
        }
    }

    /// <summary>How a run of the tool ended.</summary>
    internal sealed record Ended(int Code, byte[] Bytes, string Error)
    {
        public string Out => Encoding.UTF8.GetString(Bytes);

        /// <summary>A refusal is a clear sentence and no stack trace.</summary>
        public Ended IsRefusal(int code, string words)
        {
            Assert.True(code == Code, $"exit {Code}: {Error}");
            Assert.Contains(words, Error);
            Assert.DoesNotContain("   at ", Error);
            Assert.DoesNotContain("is at fault", Error);
            return this;
        }

        public Ended IsDone()
        {
            Assert.True(Code == 0, $"exit {Code}: {Error}");
            return this;
        }
    }
}
