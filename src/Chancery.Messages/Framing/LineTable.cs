using System.Buffers;

namespace Chancery.Messages.Framing;

/// <summary>
/// Where the lines of a view begin and end. CR CR LF, CR LF, LF and CR are one line end each. Arrays are rented: dispose it when the reading is done.
/// </summary>
internal sealed class LineTable : IDisposable
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    private Line[] lines = ArrayPool<Line>.Shared.Rent(256);

    /// <summary>Number of lines; a last line without an end counts, an empty rest does not.</summary>
    public int Count { get; private set; }

    /// <summary>The view's bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Line <paramref name="index"/>.</summary>
    public ref readonly Line this[int index] => ref lines[index];

    /// <summary>Finds the lines of <paramref name="bytes"/>; earlier content is forgotten.</summary>
    public void Fill(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        Count = 0;
        var span = bytes.Span;
        var start = 0;
        while (start < span.Length)
        {
            var found = span[start..].IndexOfAny(LineEnds);
            var end = found < 0 ? span.Length : start + found;
            var next = end;
            while (next < span.Length && span[next] == '\r')
            {
                next++;
            }
            if (next < span.Length && span[next] == '\n')
            {
                next++;
            }
            Add(new Line(start, end, TrimmedEnd(span, start, end), next));
            start = next;
        }
    }

    /// <summary>The line's bytes, blanks at its end left out.</summary>
    public ReadOnlySpan<byte> Text(int index) => Bytes.Span[lines[index].Start..lines[index].TrimmedEnd];

    /// <summary>Gives the arrays back.</summary>
    public void Dispose()
    {
        ArrayPool<Line>.Shared.Return(lines);
        lines = [];
        Count = 0;
    }

    private static int TrimmedEnd(ReadOnlySpan<byte> span, int start, int end)
    {
        while (end > start && span[end - 1] is (byte)' ' or (byte)'\t' or 0 or 0x7F)
        {
            end--;
        }
        return end;
    }

    private void Add(Line line)
    {
        if (Count == lines.Length)
        {
            var larger = ArrayPool<Line>.Shared.Rent(lines.Length * 2);
            lines.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<Line>.Shared.Return(lines);
            lines = larger;
        }
        lines[Count++] = line;
    }
}
