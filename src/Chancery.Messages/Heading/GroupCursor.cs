namespace Chancery.Messages.Heading;

/// <summary>Walks over the groups of a line, which are set apart by blanks.</summary>
internal ref struct GroupCursor(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> line = line;

    /// <summary>Where the current group starts on the line.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>The current group; empty before the first and behind the last.</summary>
    public readonly ReadOnlySpan<byte> Group => line[Start..End];

    /// <summary>The line behind the current group.</summary>
    public readonly ReadOnlySpan<byte> Rest => line[End..];

    /// <summary>Goes to the next group; false behind the last.</summary>
    public bool Next()
    {
        // Blanks come one at a time: a search would cost more than the look.
        var at = End;
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }
        Start = at;
        if (at == line.Length)
        {
            End = at;
            return false;
        }
        var length = line[Start..].IndexOfAny((byte)' ', (byte)'\t');
        End = length < 0 ? line.Length : Start + length;
        return true;
    }
}
