namespace Chancery.Messages.Writing;

/// <summary>Breaks words into lines at blanks, where the next line cannot be taken for something else.</summary>
internal static class LineBreaks
{
    /// <summary>A rest of no more than this could be taken for a signature (text.md 14).</summary>
    private const int ShortRest = 40;

    private static readonly string[] Labels =
    [
        "BT",
        "NNN",
        "ZCZC",
        "PAGE",
        "E.O",
        "EO",
        "TAGS",
        "SUBJ",
        "REF",
        "CLASSIFIED",
        "DECLASSIFIED",
        "REASON",
        "DERIVED",
        "SUMMARY",
        "COMMENT",
        "NOTE",
        "ACTION",
        "BEGIN",
        "END",
        "QUOTE",
        "UNQUOTE",
        "UNCLAS",
        "SECRET",
        "CONFIDENTIAL",
        "RESTRICTED",
        "TOP",
        "SIPDIS",
        "TO",
        "INFO",
        "FM",
        "XMT",
    ];

    /// <summary>
    /// Adds the lines of <paramref name="words"/>, of at most 69 characters each. Blanks at a break fall away; a word longer than a line is cut.
    /// </summary>
    public static void Break(string words, List<string> lines)
    {
        var rest = words.AsSpan();
        while (rest.Length > TextSheet.Width)
        {
            var at = Place(rest, TextSheet.Width);
            lines.Add(rest[..at].TrimEnd(' ').ToString());
            rest = rest[at..].TrimStart(' ');
        }
        lines.Add(rest.ToString());
    }

    /// <summary>Where to break: behind the last blank that fits and misleads nobody, else behind the last that fits.</summary>
    private static int Place(ReadOnlySpan<char> rest, int room)
    {
        var last = -1;
        for (var at = Math.Min(room, rest.Length - 1); at > 0; at--)
        {
            if (rest[at] != ' ' || rest[..at].Trim(' ').IsEmpty)
            {
                continue;
            }
            last = last < 0 ? at : last;
            if (IsPlain(rest[..at].TrimEnd(' '), rest[at..].TrimStart(' ')))
            {
                return at;
            }
        }
        return last > 0 ? last : room;
    }

    private static bool IsPlain(ReadOnlySpan<char> before, ReadOnlySpan<char> next)
    {
        if (next.IsEmpty || !char.IsAsciiLetterUpper(next[0]) || before[^1] == '-' || (next.Length > 1 && next[1] is '.' or ')' or ' '))
        {
            return false;
        }
        if (next.Length <= ShortRest && before[^1] is '.' or '"' or '?' or ')' or ':')
        {
            return false;
        }
        foreach (var label in Labels)
        {
            if (next.StartsWith(label, StringComparison.Ordinal))
            {
                return false;
            }
        }
        return true;
    }
}
