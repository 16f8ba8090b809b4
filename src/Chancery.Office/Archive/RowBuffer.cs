using System.Buffers;
using System.Text.Json;

namespace Chancery.Office;

/// <summary>Writes rows as UTF-8 into one buffer, one after another. Used by one thread at a time.</summary>
public sealed class RowBuffer : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);
    private readonly Utf8JsonWriter writer;

    /// <summary>An empty buffer.</summary>
    public RowBuffer()
    {
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>The row written last; gone with the next.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>Writes a row in place of the last.</summary>
    public void Write(MessageRow row)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        RowJson.Write(writer, row);
        writer.Flush();
    }

    /// <summary>Gives the writer's memory back.</summary>
    public void Dispose() => writer.Dispose();
}
