namespace Chancery.Messages.Framing;

/// <summary>Walks over the lines of raw bytes without keeping them. Line ends as in <see cref="LineTable"/>.</summary>
internal ref struct LineCursor(ReadOnlySpan<byte> bytes, int at)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>First byte of the current line.</summary>
    public int Start { get; private set; } = at;

    /// <summary>The byte after its last one, line end excluded.</summary>
    public int End { get; private set; } = at;

    /// <summary>Where the next line starts.</summary>
    public int After { get; private set; } = at;

    /// <summary>The current line without blanks around it and without a byte order mark.</summary>
    public readonly ReadOnlySpan<byte> Text
    {
        get
        {
            var line = bytes[Start..End];
            if (line.IsEmpty || (line[0] is > (byte)' ' and < 0x80 && line[^1] > ' '))
            {
                return line;
            }
            if (line.StartsWith("\uFEFF"u8))
            {
                line = line[3..];
            }
            return line.Trim(" \t\0\x7F"u8);
        }
    }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Next()
    {
        Start = After;
        if (Start >= bytes.Length)
        {
            End = Start;
            return false;
        }
        var found = bytes[Start..].IndexOfAny((byte)'\r', (byte)'\n');
        End = found < 0 ? bytes.Length : Start + found;
        var after = End;
        while (after < bytes.Length && bytes[after] == '\r')
        {
            after++;
        }
        if (after < bytes.Length && bytes[after] == '\n')
        {
            after++;
        }
        After = after;
        return true;
    }

    /// <summary>Goes to the next line that is not blank; false at the end.</summary>
    public bool NextWithText()
    {
        while (Next())
        {
            if (!Text.IsEmpty)
            {
                return true;
            }
        }
        return false;
    }
}
