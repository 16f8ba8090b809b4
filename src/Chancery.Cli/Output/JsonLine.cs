using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Cli.Output;

/// <summary>Data for programs: one object a line.</summary>
internal static class JsonLine
{
    /// <summary>Readable letters stay as they are; what reads a terminal or a file is no web page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a running office answered: as it came for a program, else laid out for people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="asJson">True for a program.</param>
    /// <param name="answer">What came.</param>
    /// <param name="shown">The part that is laid out.</param>
    /// <param name="lay">Lays it out for a width, in colour or not.</param>
    public static void PrintOrLay(
        Terminal terminal,
        bool asJson,
        JsonElement answer,
        JsonElement shown,
        Func<JsonElement, int, bool, string> lay
    )
    {
        if (asJson)
        {
            Print(terminal, answer.WriteTo);
        }
        else
        {
            terminal.Print(lay(shown, terminal.Width, terminal.Colour));
        }
    }

    public static void Print(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }
        buffer.Write("\n"u8);
        terminal.Out.Write(buffer.WrittenSpan);
    }
}
