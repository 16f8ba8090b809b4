using System.Buffers;

namespace Chancery.Office;

/// <summary>Writes rows as the store keeps them into one buffer, one after another. Used by one thread at a time.</summary>
public sealed class RowBuffer
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    /// <summary>The row written last; gone with the next.</summary>
    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <summary>Writes a row in place of the last.</summary>
    public void Write(MessageRow row)
    {
        buffer.ResetWrittenCount();
        RowBytes.Write(buffer, row);
    }
}
