namespace Chancery.Messages.Text;

/// <summary>Finds who released a naval message: <c>RELEASED BY VADM …//</c>, <c>Release authorized by …//</c>, <c>Release by …//</c> (text.md SG-4).</summary>
internal static class ReleaserWords
{
    private const int Window = 3000;
    private const int LongestName = 400;

    public static string? Find(TextLines lines)
    {
        var end = lines.Stop;
        var start = Math.Max(lines.Start, end - Window);
        var text = lines.Bytes[start..end];
        for (var at = text.Length; at > 0; )
        {
            at = Math.Max(text[..at].LastIndexOf("REL"u8), lines.HasSmallLetters ? LastMixed(text[..at]) : -1);
            if (at < 0)
            {
                return null;
            }
            if (NameAt(text, at) is var name and > 0)
            {
                return Name(text[name..]);
            }
        }
        return null;
    }

    /// <summary>The last <c>Rel</c> or <c>rel</c>.</summary>
    private static int LastMixed(ReadOnlySpan<byte> text)
    {
        for (var at = text.LastIndexOf("el"u8); at > 0; at = text[..at].LastIndexOf("el"u8))
        {
            if (text[at - 1] is (byte)'R' or (byte)'r')
            {
                return at - 1;
            }
        }
        return -1;
    }

    /// <summary>Where the name begins, or 0.</summary>
    private static int NameAt(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[at..];
        var verb =
            Words.StartsWord(rest, "RELEASED"u8) ? 8
            : Words.StartsWord(rest, "RELEASE"u8) ? 7
            : 0;
        if (verb == 0)
        {
            return 0;
        }
        var by = Words.SkipSpace(text, at + verb);
        by = Words.StartsWord(text[by..], "AUTHORIZED"u8) ? Words.SkipSpace(text, by + 10) : by;
        if (!Words.StartsWord(text[by..], "BY"u8))
        {
            return 0;
        }
        var name = Words.SkipSpace(text, by + 2);
        return name < text.Length && text[name] == ':' ? Words.SkipSpace(text, name + 1) : name;
    }

    private static string? Name(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(text.Length, LongestName)];
        var end = text.IndexOf("//"u8);
        var blank = text.IndexOf("\n\n"u8);
        if (end < 0 || (blank >= 0 && blank < end))
        {
            end = blank < 0 ? text.Length : blank;
        }
        var name = TextLines.Join(text[..end]).TrimEnd('.', '/', ' ');
        return name.Length == 0 ? null : name;
    }
}
