using System.Text;
using Chancery.Cli.Output;

namespace Chancery.Cli;

/// <summary>What surrounds a command: its streams, whether people look at them, the environment and the clock.</summary>
internal sealed class Terminal
{
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>Data, and nothing else.</summary>
    public required Stream Out { get; init; }

    /// <summary>All that is said to the person.</summary>
    public required TextWriter Error { get; init; }

    public bool InIsTerminal { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns to lay out for; 80 where no terminal tells.</summary>
    public int Width { get; init; } = 80;

    public required Func<string, string?> Variable { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Colour is for terminals only, and never where NO_COLOR is set to anything.</summary>
    public bool Colour => OutIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    /// <summary>The streams of this process.</summary>
    public static Terminal OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var outIsTerminal = !Console.IsOutputRedirected;
        return new Terminal
        {
            OpenInput = Console.OpenStandardInput,
            Out = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new DescriptorStream(1),
            Error = new StreamWriter(Console.OpenStandardError(), utf8, bufferSize: 512) { AutoFlush = true },
            InIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = outIsTerminal ? Math.Clamp(Console.WindowWidth, 40, 100) : 80,
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>One line to the person.</summary>
    public void Say(string sentence) => Error.WriteLine(sentence);

    /// <summary>Text as data.</summary>
    public void Print(string text) => Out.Write(Encoding.UTF8.GetBytes(text));
}
