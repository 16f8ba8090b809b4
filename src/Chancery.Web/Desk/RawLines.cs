using System.Text;

namespace Chancery.Web.Desk;

/// <summary>The lines of a message's raw bytes, by the same rule as the reader: CR CR LF, CR LF, LF and CR are one line end each.</summary>
public sealed class RawLines
{
    private readonly ReadOnlyMemory<byte> raw;
    private readonly List<(int Start, int End)> lines = [];

    /// <summary>Finds the lines of <paramref name="raw"/>.</summary>
    public RawLines(ReadOnlyMemory<byte> raw)
    {
        this.raw = raw;
        var span = raw.Span;
        var start = 0;
        while (start < span.Length)
        {
            var found = span[start..].IndexOfAny((byte)'\r', (byte)'\n');
            var end = found < 0 ? span.Length : start + found;
            lines.Add((start, end));
            start = end;
            while (start < span.Length && span[start] == '\r')
            {
                start++;
            }
            if (start < span.Length && span[start] == '\n')
            {
                start++;
            }
        }
    }

    /// <summary>How many lines there are.</summary>
    public int Count => lines.Count;

    /// <summary>Line <paramref name="index"/> from 0, line end excluded.</summary>
    public TextSpan this[int index] => TextSpan.FromBounds(lines[index].Start, lines[index].End);

    /// <summary>The line end behind line <paramref name="index"/>; empty for a last line without one.</summary>
    public TextSpan EndOf(int index) =>
        TextSpan.FromBounds(lines[index].End, index + 1 < lines.Count ? lines[index + 1].Start : raw.Length);

    /// <summary>Index of the line in which the byte at <paramref name="offset"/> stands; a line end belongs to the line before it.</summary>
    public int IndexOf(int offset)
    {
        int low = 0,
            high = lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (lines[middle].Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        return Math.Max(low, 0);
    }

    /// <summary>Line and column from 1, columns in UTF-16 units: <c>line 4 col 4</c>.</summary>
    public string Place(int offset)
    {
        if (lines.Count == 0)
        {
            return "line 1 col 1";
        }
        var index = IndexOf(offset);
        var start = lines[index].Start;
        var column = Decode(raw.Span[start..Math.Clamp(offset, start, raw.Length)]).Length + 1;
        return $"line {index + 1} col {column}";
    }

    /// <summary>The words of a line.</summary>
    public string Text(int index) => Decode(raw.Span[lines[index].Start..lines[index].End]);

    /// <summary>Bytes as characters: UTF-8 where they are UTF-8, else one character a byte.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
}
