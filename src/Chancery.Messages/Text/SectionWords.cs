using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Reads <c>SECTION 01 OF 02</c>, <c>FINAL SECTION OF 4</c> and their damaged forms (text.md 6).</summary>
internal static class SectionWords
{
    /// <summary>Reads the words at the start of <paramref name="text"/>, one line of it at most.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Section section, out int length)
    {
        section = null!;
        length = 0;
        var at = 0;
        var final = Words.StartsWord(text, "FINAL"u8);
        if (final)
        {
            at = Words.SkipBlanks(text, 5);
        }
        var word = LettersLength(text, at);
        if (!IsSectionWord(text.Slice(at, word)))
        {
            return false;
        }
        at = Words.SkipBlanks(text, at + word);
        var number = Number(text, ref at);
        at = Words.SkipBlanks(text, at);
        var of = OfLength(text, at);
        if (of == 0)
        {
            return false;
        }
        at = Words.SkipBlanks(text, at + of);
        if (Number(text, ref at) is not { } total || (at < text.Length && Words.IsDigit(text[at])))
        {
            return false;
        }
        if (number is null && !final)
        {
            return false;
        }
        section = new Section(
            number is > 0 ? number
                : final ? total
                : null,
            total,
            final
        );
        length = at;
        return true;
    }

    /// <summary>True for <c>SECTION 01 OF</c>, <c>SECTION 01</c> or <c>SECTION</c> and nothing behind: the line ends inside the words.</summary>
    public static bool IsCut(ReadOnlySpan<byte> text)
    {
        var word = LettersLength(text, 0);
        if (!IsSectionWord(text[..word]))
        {
            return false;
        }
        var at = Words.SkipBlanks(text, word);
        _ = Number(text, ref at);
        at = Words.SkipBlanks(text, at);
        return Words.SkipBlanks(text, at + OfLength(text, at)) == text.Length;
    }

    /// <summary>One or two digits, letters that look like 0 and 1 for them.</summary>
    private static int? Number(ReadOnlySpan<byte> text, ref int at)
    {
        int? number = null;
        for (var digits = 0; digits < 2 && at < text.Length; digits++, at++)
        {
            if (Words.IsDigit(text[at]))
            {
                number = ((number ?? 0) * 10) + (text[at] - '0');
            }
            else if (LikeFigures.ToFigure(text[at]) is (byte)'0' or (byte)'1' && IsFigure(text, at, digits))
            {
                number = ((number ?? 0) * 10) + (LikeFigures.ToFigure(text[at]) - '0');
            }
            else
            {
                break;
            }
        }
        return number;
    }

    /// <summary>A letter for a figure stands in front of one, or behind the only one; the O of OF does neither.</summary>
    private static bool IsFigure(ReadOnlySpan<byte> text, int at, int digits)
    {
        var next = at + 1 < text.Length ? text[at + 1] : (byte)' ';
        return Words.IsDigit(next) || (digits == 1 && !Words.IsLetter(next));
    }

    private static int OfLength(ReadOnlySpan<byte> text, int at)
    {
        var rest = text[Math.Min(at, text.Length)..];
        if (Words.Starts(rest, "OF"u8) || Words.Starts(rest, "GF"u8) || Words.Starts(rest, "QF"u8))
        {
            return 2;
        }
        return Words.Starts(rest, "O"u8) || Words.Starts(rest, "F"u8) ? 1 : 0;
    }

    /// <summary>The letters at a place; a word that runs into its number (<c>SECTION02</c>) ends where the digits begin.</summary>
    private static int LettersLength(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while (at < text.Length && Words.IsLetter(text[at]))
        {
            at++;
        }
        return at - start;
    }

    private static bool IsSectionWord(ReadOnlySpan<byte> word)
    {
        if (word.Length is < 5 or > 8)
        {
            return false;
        }
        Span<char> letters = stackalloc char[8];
        for (var i = 0; i < word.Length; i++)
        {
            letters[i] = (char)(word[i] & 0xDF);
        }
        return EditDistance.Within(letters[..word.Length], "SECTION", 2) <= 2;
    }
}
