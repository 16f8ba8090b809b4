namespace Chancery.Messages.Text;

/// <summary>The start of a numbered paragraph as it stands on its line (text.md 13).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Mark">The portion mark behind the number, counted from the start of the line; empty without one.</param>
/// <param name="Level">The mark's level.</param>
/// <param name="TextAt">Where the words begin, counted from the start of the line.</param>
internal readonly record struct ParagraphStart(int Number, TextSpan Mark, Level Level, int TextAt)
{
    public bool HasMark => Mark.Length > 0;

    /// <summary>True for the bytes a numbered paragraph can begin with: a digit, or a pilcrow's first byte.</summary>
    public static bool MayBe(byte first) => Words.IsDigit(first) || first == 0xC2;

    /// <summary>
    /// Reads a number of one to three digits with its full stop or bracket, and the mark behind it. <c>1.5 PERCENT</c> and
    /// <c>31.12.2008</c> are none.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out ParagraphStart start)
    {
        start = default;
        var at = 0;
        if (line.Length > 2 && line[0] == 0xC2 && line[1] == 0xB6)
        {
            at = Words.SkipBlanks(line, 2);
        }
        if (at < line.Length && line[at] == 'l')
        {
            return TryLetter(line, at, out start);
        }
        if (at >= line.Length || !Words.IsDigit(line[at]) || !Words.TryNumber(line, at, out var number, out var digits) || digits > 3)
        {
            return false;
        }
        at = Words.SkipBlanks(line, at + digits);
        if (at >= line.Length || line[at] is not ((byte)'.' or (byte)')'))
        {
            return TryWithoutStop(line, number, at, out start);
        }
        at++;
        if (at < line.Length && Words.IsDigit(line[at]))
        {
            return false;
        }
        at = Words.SkipBlanks(line, at);
        if (PortionMark.TryRead(line[at..], behindNumber: true, out var level, out var length))
        {
            start = new ParagraphStart(number, new TextSpan(at, length), level, Words.SkipBlanks(line, at + length));
            return true;
        }
        start = new ParagraphStart(number, default, Level.Unclassified, at);
        return true;
    }

    /// <summary>Where the first paragraph begins inside a line that lost its line ends: <c>… POST 12  1. (C) Words</c>; -1 where none does.</summary>
    public static int IndexInside(ReadOnlySpan<byte> line)
    {
        for (var at = 1; at < line.Length && line[at..].IndexOf("1."u8) is >= 0 and var next; at++)
        {
            at += next;
            if (
                (Words.IsBlank(line[at - 1]) || line[at - 1] == '.')
                && TryRead(line[at..], out var start)
                && start is { Number: 1, HasMark: true }
            )
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary><c>l. (C) …</c>: the letter stands for the figure it looks like where a mark follows.</summary>
    private static bool TryLetter(ReadOnlySpan<byte> line, int at, out ParagraphStart start)
    {
        start = default;
        if (at + 2 >= line.Length || line[at + 1] != '.')
        {
            return false;
        }
        at = Words.SkipBlanks(line, at + 2);
        if (!PortionMark.TryRead(line[at..], behindNumber: true, out var level, out var length))
        {
            return false;
        }
        start = new ParagraphStart(1, new TextSpan(at, length), level, Words.SkipBlanks(line, at + length));
        return true;
    }

    /// <summary><c>4 (C) …</c>, <c>4, (C) …</c>: the full stop is lost or a comma, the mark tells that it is a paragraph.</summary>
    private static bool TryWithoutStop(ReadOnlySpan<byte> line, int number, int at, out ParagraphStart start)
    {
        start = default;
        at = at < line.Length && line[at] == ',' ? Words.SkipBlanks(line, at + 1) : at;
        if (at >= line.Length || line[at] != '(' || !PortionMark.TryRead(line[at..], behindNumber: false, out var level, out var length))
        {
            return false;
        }
        start = new ParagraphStart(number, new TextSpan(at, length), level, Words.SkipBlanks(line, at + length));
        return true;
    }
}
