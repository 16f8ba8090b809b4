using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Messages.Framing;

/// <summary>
/// Where the lines of some bytes begin and end. CR CR LF, CR LF, LF and CR are one line end each. It is filled again and again: the array stays.
/// </summary>
internal sealed class LineTable
{
    private Line[] lines = new Line[256];

    /// <summary>Number of lines; a last line without an end counts, an empty rest does not.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of the lines.</summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>Number of bytes of the longest line, blanks at its end left out.</summary>
    public int Longest { get; private set; }

    /// <summary>For how many lines there is room.</summary>
    public int Capacity => lines.Length;

    /// <summary>Line <paramref name="index"/>.</summary>
    public ref readonly Line this[int index] => ref lines[index];

    /// <summary>Finds the lines of <paramref name="bytes"/>; earlier content is forgotten.</summary>
    public void Fill(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        Count = 0;
        Longest = 0;
        var span = bytes.Span;
        var start = 0;
        var at = 0;
        for (; at + Vector256<byte>.Count <= span.Length; at += Vector256<byte>.Count)
        {
            // CR and LF of a whole block are found at once; those that belong to a line end already passed lie before the line's start.
            for (var ends = LineEnds(span[at..]); ends != 0; ends &= ends - 1)
            {
                var end = at + BitOperations.TrailingZeroCount(ends);
                if (end >= start)
                {
                    start = Add(span, start, end);
                }
            }
        }
        for (; at < span.Length; at++)
        {
            if (at >= start && span[at] is (byte)'\r' or (byte)'\n')
            {
                start = Add(span, start, at);
            }
        }
        if (start < span.Length)
        {
            Add(span, start, span.Length);
        }
    }

    /// <summary>Takes over the lines of a message from those of its input; <paramref name="bytes"/> are the message's, from <paramref name="start"/> on.</summary>
    public void FillFrom(LineTable input, int firstLine, int start, ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        Count = 0;
        Longest = 0;
        for (var i = firstLine; i < input.Count && input.lines[i].Start < start + bytes.Length; i++)
        {
            Append(input.lines[i].MovedBack(start));
        }
    }

    /// <summary>The line's bytes, blanks at its end left out.</summary>
    public ReadOnlySpan<byte> Text(int index) => Bytes.Span[lines[index].Start..lines[index].TrimmedEnd];

    private static uint LineEnds(ReadOnlySpan<byte> bytes)
    {
        var block = Vector256.Create(bytes);
        return (
            Vector256.Equals(block, Vector256.Create((byte)'\n')) | Vector256.Equals(block, Vector256.Create((byte)'\r'))
        ).ExtractMostSignificantBits();
    }

    /// <summary>Adds the line from <paramref name="start"/> to <paramref name="end"/>; answers where the next one starts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Add(ReadOnlySpan<byte> span, int start, int end)
    {
        var next = end < span.Length && span[end] == '\n' ? end + 1 : LineCursor.AfterLineEnd(span, end);
        var trimmed = end;
        while (trimmed > start && IsBlankAtEnd(span[trimmed - 1]))
        {
            trimmed--;
        }
        var words = start;
        while (words < trimmed && span[words] is (byte)' ' or (byte)'\t')
        {
            words++;
        }
        Append(new Line(start, words, end, trimmed, next, SignTable.Of(span[words..trimmed])));
        return next;
    }

    private static bool IsBlankAtEnd(byte b) => b is <= (byte)' ' or 0x7F && b is (byte)' ' or (byte)'\t' or 0 or 0x7F;

    private void Append(Line line)
    {
        if ((uint)Count >= (uint)lines.Length)
        {
            Array.Resize(ref lines, lines.Length * 2);
        }
        Longest = Math.Max(Longest, line.TrimmedEnd - line.Start);
        lines[Count++] = line;
    }
}
