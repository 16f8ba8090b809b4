using System.Text;
using System.Text.Unicode;

namespace Chancery.Messages;

/// <summary>
/// Turns byte places of a message into lines and columns of its input, as editors count them: from 1, columns in UTF-16 units.
/// Asked in ascending order it walks the bytes once.
/// </summary>
public struct PlaceFinder(Message message)
{
    private readonly ReadOnlyMemory<byte> raw = message.Raw;
    private readonly int firstLine = message.Line;
    private readonly bool isUtf8 = Utf8.IsValid(message.Raw.Span);
    private int position;
    private int line = message.Line;
    private int column = 1;

    /// <summary>Line and column of the byte at <paramref name="offset"/> of the message.</summary>
    public (int Line, int Column) Find(int offset)
    {
        offset = Math.Clamp(offset, 0, raw.Length);
        if (offset < position)
        {
            (position, line, column) = (0, firstLine, 1);
        }
        var span = raw.Span;
        while (position < offset)
        {
            var rest = span[position..offset];
            var found = rest.IndexOfAny((byte)'\r', (byte)'\n');
            if (found < 0)
            {
                column += Units(rest);
                position = offset;
                break;
            }
            var next = AfterLineEnd(span, position + found);
            if (next > offset)
            {
                column += Units(rest[..found]);
                position += found;
                break;
            }
            position = next;
            line++;
            column = 1;
        }
        return (line, column);
    }

    /// <summary>CR CR LF, CR LF, CR and LF are one line end each.</summary>
    private static int AfterLineEnd(ReadOnlySpan<byte> span, int at)
    {
        while (at < span.Length && span[at] == '\r')
        {
            at++;
        }
        return at < span.Length && span[at] == '\n' ? at + 1 : at;
    }

    /// <summary>UTF-16 units of the characters that begin in <paramref name="bytes"/>: a cut inside a character counts it once.</summary>
    private readonly int Units(ReadOnlySpan<byte> bytes)
    {
        if (!isUtf8 || Ascii.IsValid(bytes))
        {
            return bytes.Length;
        }
        var units = position == 0 && bytes.StartsWith("\uFEFF"u8) ? -1 : 0;
        foreach (var value in bytes)
        {
            units +=
                value is >= 0x80 and < 0xC0 ? 0
                : value >= 0xF0 ? 2
                : 1;
        }
        return units;
    }
}
