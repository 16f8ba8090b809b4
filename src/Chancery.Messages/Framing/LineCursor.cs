namespace Chancery.Messages.Framing;

/// <summary>Walks over the lines of raw bytes without keeping them. Line ends as in <see cref="LineTable"/>.</summary>
internal ref struct LineCursor
{
    private readonly ReadOnlySpan<byte> bytes;

    /// <summary>Before the line that starts at <paramref name="at"/>.</summary>
    public LineCursor(ReadOnlySpan<byte> bytes, int at)
        : this(at, at, at, bytes) { }

    /// <summary>On a line that is known.</summary>
    public LineCursor(int start, int end, int after, ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        (Start, End, After) = (start, end, after);
    }

    /// <summary>First byte of the current line.</summary>
    public int Start { get; private set; }

    /// <summary>The byte after its last one, line end excluded.</summary>
    public int End { get; private set; }

    /// <summary>Where the next line starts.</summary>
    public int After { get; private set; }

    /// <summary>The current line without blanks around it and without a byte order mark.</summary>
    public readonly ReadOnlySpan<byte> Text => Trimmed(bytes[Start..End]);

    /// <summary>A line without blanks around it and without a byte order mark.</summary>
    public static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || (line[0] is > (byte)' ' and < 0x7F && line[^1] is > (byte)' ' and not 0x7F))
        {
            return line;
        }
        if (line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }
        int start = 0,
            end = line.Length;
        while (start < end && IsBlank(line[start]))
        {
            start++;
        }
        while (end > start && IsBlank(line[end - 1]))
        {
            end--;
        }
        return line[start..end];
    }

    /// <summary>Where the next line starts when this one ends at <paramref name="end"/>: CR CR LF is one line end.</summary>
    public static int AfterLineEnd(ReadOnlySpan<byte> bytes, int end)
    {
        while (end < bytes.Length && bytes[end] == '\r')
        {
            end++;
        }
        return end < bytes.Length && bytes[end] == '\n' ? end + 1 : end;
    }

    /// <summary>Goes to the next line that is not blank; false at the end.</summary>
    public bool NextWithText()
    {
        while (After < bytes.Length)
        {
            Start = After;
            var found = bytes[Start..].IndexOfAny((byte)'\r', (byte)'\n');
            End = found < 0 ? bytes.Length : Start + found;
            After = AfterLineEnd(bytes, End);
            if (!Text.IsEmpty)
            {
                return true;
            }
        }
        (Start, End) = (bytes.Length, bytes.Length);
        return false;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or 0 or 0x7F;
}
