using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Cli.Output;

/// <summary>Data for programs: one object a line.</summary>
internal static class JsonLine
{
    /// <summary>Readable letters stay as they are; what reads a terminal or a file is no web page.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
