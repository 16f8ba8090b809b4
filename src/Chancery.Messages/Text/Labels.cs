using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Recognises the labels of a telegram with the damage met in practice (text.md 8 to 12).</summary>
internal static class Labels
{
    /// <summary>The letters of REFERENCES.</summary>
    private const int LongestSpaced = 10;

    /// <summary>Reads a label at the start of a line. <paramref name="length"/> counts it with its colon and the blanks behind.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out TextLabel label, out int length)
    {
        if (text.Length >= 3 && (text[1] == ' ' ? TrySpaced(text, out label, out length) : TryOther(text, out label, out length)))
        {
            return true;
        }
        // Its first letter may be the wrong one.
        label = TextLabel.ClassifiedBy;
        return TryClassifiedBy(text, out length);
    }

    /// <summary><c>S U B J E C T:</c>, letter by letter and with its colon.</summary>
    private static bool TrySpaced(ReadOnlySpan<byte> text, out TextLabel label, out int length)
    {
        (label, length) = (default, 0);
        Span<byte> word = stackalloc byte[LongestSpaced + 1];
        var letters = Words.Unspaced(text, (byte)':', word[..LongestSpaced], out var at);
        if (letters == 0)
        {
            return false;
        }
        word[letters] = (byte)':';
        length = Words.SkipBlanks(text, at + 1);
        return TryOther(word[..(letters + 1)], out label, out _);
    }

    private static bool TryOther(ReadOnlySpan<byte> text, out TextLabel label, out int length)
    {
        label = default;
        length = 0;
        switch (text[0] & 0xDF)
        {
            case 'E':
                label = TextLabel.ExecutiveOrder;
                return TryExecutiveOrder(text, out length);
            case 'T' or 'A':
                label = TextLabel.Tags;
                return TryTags(text, out length);
            case 'S' or 'U':
                label = TextLabel.Subject;
                return TrySubject(text, out length);
            case 'R':
                if (Words.StartsWord(text, "REASON"u8) || Words.StartsWord(text, "REASONS"u8))
                {
                    label = TextLabel.Reason;
                    return TryColon(text, Words.StartsWord(text, "REASON"u8) ? 6 : 7, mustHaveColon: true, out length);
                }
                label = TextLabel.Reference;
                return TryReference(text, out length);
            case 'P' when Words.StartsWord(text, "PROGRAM REF"u8):
                label = TextLabel.Reference;
                return TryColon(text, 11, mustHaveColon: false, out length);
            case 'D':
                if (Words.StartsWord(text, "DERIVED FROM"u8))
                {
                    label = TextLabel.DerivedFrom;
                    return TryColon(text, 12, mustHaveColon: false, out length);
                }
                label = TextLabel.DeclassifyOn;
                return Words.StartsWord(text, "DECLASSIFY ON"u8) && TryColon(text, 13, mustHaveColon: false, out length);
            default:
                return false;
        }
    }

    /// <summary>Where the next label begins inside a line, behind at least one blank or glued to a word; -1 where none does.</summary>
    public static int IndexInside(ReadOnlySpan<byte> text, out TextLabel label)
    {
        // A label inside a line shows its colon, or is an order by its number: most lines have neither.
        var isPossible = text.Contains((byte)':') || Words.IndexOf(text, "E.O"u8, 0, 1) >= 0;
        for (var at = 1; isPossible && at < text.Length; at++)
        {
            var isGlued = !Words.IsBlank(text[at - 1]) && text[at - 1] is not ((byte)',' or (byte)';');
            if (!Words.IsUpper(text[at]) || (isGlued && text[at] is not ((byte)'R' or (byte)'C' or (byte)'T' or (byte)'S' or (byte)'E')))
            {
                continue;
            }
            var rest = text[at..];
            if (
                text[at] is (byte)'E' or (byte)'T' or (byte)'S' or (byte)'R' or (byte)'C' or (byte)'D'
                && HasColon(rest)
                && TryRead(rest, out label, out var length)
                && (label != TextLabel.ExecutiveOrder || IsInstruction(rest[length..]))
            )
            {
                if (!isGlued || IsWholeLabel(rest))
                {
                    return at;
                }
            }
        }
        label = default;
        return -1;
    }

    /// <summary>True where an order's number is followed by its instruction: <c>E.O. 12958 AND PORTS</c> are words.</summary>
    private static bool IsInstruction(ReadOnlySpan<byte> number)
    {
        var at = Words.SkipBlanks(number, Words.WordLength(number, 0));
        return at < number.Length
            && (
                number[at] is (byte)':' or (byte)';' or (byte)'.'
                || Words.StartsWord(number[at..], "DECL"u8)
                || Words.StartsWord(number[at..], "N/A"u8)
                || Words.StartsWord(number[at..], "NA"u8)
                || Words.Starts(number[at..], "GDS"u8)
                || Words.Starts(number[at..], "XGDS"u8)
            );
    }

    private static bool IsWholeLabel(ReadOnlySpan<byte> text) =>
        text.StartsWith("REF:"u8)
        || text.StartsWith("REFS:"u8)
        || text.StartsWith("TAGS:"u8)
        || text.StartsWith("SUBJECT:"u8)
        || text.StartsWith("E.O. 1"u8)
        || Words.Starts(text, "CLASSIFIED BY:"u8);

    /// <summary>Inside a line only labels with their colon count, or an executive order by its number.</summary>
    private static bool HasColon(ReadOnlySpan<byte> text)
    {
        var window = text[..Math.Min(text.Length, 18)];
        return window.Contains((byte)':') || Words.Starts(text, "E.O"u8);
    }

    private static bool TryExecutiveOrder(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var at = 1;
        if (text[at] == '.')
        {
            at++;
        }
        at = Words.SkipBlanks(text, at);
        var isFigure = at + 1 < text.Length && text[at] == '0' && text[at + 1] == '.';
        if (at >= text.Length || ((text[at] & 0xDF) != 'O' && !isFigure))
        {
            return false;
        }
        at++;
        while (at < text.Length && text[at] is (byte)'.' or (byte)' ' or (byte)':' or (byte)'\t')
        {
            at++;
        }
        if (at >= text.Length || text[at] != '1' || !Words.TryNumber(text, at, out _, out var digits) || digits is < 4 or > 5)
        {
            return false;
        }
        var behind = Words.SkipBlanks(text, at + digits);
        // "E.O. 12958, THE ORDER ON …" at the start of a wrapped line is prose.
        if (behind < text.Length && text[behind] == ',' && !Words.StartsWord(text[Words.SkipBlanks(text, behind + 1)..], "AS AMENDED"u8))
        {
            return false;
        }
        length = at;
        return true;
    }

    private static bool TryTags(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if ((text[1] & 0xDF) is not ('A' or 'G'))
        {
            return false;
        }
        foreach (
            var word in (ReadOnlySpan<string>)
                ["TAGSC", "TAGES", "TAGS", "TAGE", "TAGSS", "TABS", "TGAS", "TASG", "TAS", "TGS", "AGS", "TAG"]
        )
        {
            if (!StartsWord(text, word))
            {
                continue;
            }
            var at = word.Length;
            var hasMark = false;
            at = Words.SkipBlanks(text, at);
            while (at < text.Length && text[at] is (byte)':' or (byte)';' or (byte)',' or (byte)'.' or (byte)'/' or (byte)'-')
            {
                hasMark = true;
                at++;
            }
            if (!hasMark && word is not ("TAGS" or "TAGSC") && !LooksLikeCodes(text[at..]))
            {
                return false;
            }
            length = Words.SkipBlanks(text, at);
            return hasMark || LooksLikeCodes(text[length..]);
        }
        return false;
    }

    private static bool LooksLikeCodes(ReadOnlySpan<byte> text)
    {
        var word = Words.WordLength(text, 0);
        return word is 2 or 4 && TagCodes.IsKnown(System.Text.Encoding.ASCII.GetString(text[..word]).ToUpperInvariant());
    }

    private static bool TrySubject(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var letters = 0;
        while (letters < text.Length && Words.IsLetter(text[letters]))
        {
            letters++;
        }
        var word = text[..letters];
        if (Words.Equal(word, "SUBJECT"u8) || Words.Equal(word, "SUBJ"u8))
        {
            return TryColon(text, letters, mustHaveColon: letters < text.Length, out length)
                || (IsAllCapitals(word) && TryOtherSign(text, letters, out length))
                || (letters < text.Length && IsAllCapitals(word) && TryColon(text, letters, mustHaveColon: false, out length));
        }
        if (letters is < 6 or > 8)
        {
            return false;
        }
        Span<char> upper = stackalloc char[8];
        for (var i = 0; i < letters; i++)
        {
            upper[i] = (char)(word[i] & 0xDF);
        }
        return (EditDistance.Within(upper[..letters], "SUBJECT", 1) <= 1 || EditDistance.IsSwapped(upper[..letters], "SUBJECT"))
            && TryColon(text, letters, mustHaveColon: true, out length);
    }

    private static bool IsAllCapitals(ReadOnlySpan<byte> word) => word.IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;

    /// <summary><c>SUBJECT - …</c> and <c>SUBJECT, …</c>: another sign for the colon.</summary>
    private static bool TryOtherSign(ReadOnlySpan<byte> text, int at, out int length)
    {
        at = Words.SkipBlanks(text, at);
        length = at + 1 < text.Length && text[at] is (byte)',' or (byte)'-' && text[at + 1] == ' ' ? Words.SkipBlanks(text, at + 1) : 0;
        return length > 0;
    }

    private static bool TryReference(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (Words.Key(text) != Words.Key('R', 'E', 'F'))
        {
            return false;
        }
        foreach (var word in (ReadOnlySpan<string>)["REF(S)", "REFTELS", "REFTEL", "REFERENCES", "REFERENCE", "REFS", "REF"])
        {
            if (!StartsWord(text, word))
            {
                continue;
            }
            return TryColon(text, word.Length, mustHaveColon: true, out length)
                || IsBracketed(text[word.Length..], word.Length, out length)
                || (
                    text.Length > word.Length
                    && IsAllCapitals(text[..3])
                    && (
                        IsEnumerated(text[word.Length..], word.Length, out length)
                        || IsNumbered(text[word.Length..], word.Length, out length)
                    )
                );
        }
        return false;
    }

    /// <summary><c>REF A. POST 123</c>: the colon is lost, the letter's full stop is not.</summary>
    private static bool IsEnumerated(ReadOnlySpan<byte> rest, int word, out int length)
    {
        var at = Words.SkipBlanks(rest, 0);
        length = word + at;
        return at + 1 < rest.Length && Words.IsLetter(rest[at]) && rest[at + 1] is (byte)'.' or (byte)')' or (byte)':';
    }

    /// <summary><c>Ref (A): POST 123</c>: the letter stays with the value.</summary>
    private static bool IsBracketed(ReadOnlySpan<byte> rest, int word, out int length)
    {
        var at = Words.SkipBlanks(rest, 0);
        length = word + at;
        return at + 4 < rest.Length
            && rest[at] == '('
            && Words.IsLetter(rest[at + 1])
            && rest[at + 2] == ')'
            && (rest[at + 3] == ':' || NumberWords.TryRead(rest[Words.SkipBlanks(rest, at + 3)..], out _));
    }

    /// <summary><c>REF STATE 12345</c>: the colon is lost, a post in capitals and its number follow.</summary>
    private static bool IsNumbered(ReadOnlySpan<byte> rest, int word, out int length)
    {
        var at = Words.SkipBlanks(rest, 0);
        length = word + at;
        rest = rest[at..];
        return at > 0
            && NumberWords.TryRead(rest, out var found)
            && found.Digits >= 2
            && Words.WordLength(rest, found.Post.Start) >= 3
            && !Words.StartsWord(rest[found.Post.Start..], "PARA"u8)
            && rest.Slice(found.Post.Start, found.Post.Length).IndexOfAnyInRange((byte)'a', (byte)'z') < 0;
    }

    /// <summary><c>Classified By</c> with letters wrong, lost or put in; where BY itself is damaged the word in front of it is whole or nearly so.</summary>
    private static bool TryClassifiedBy(ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var first = Words.WordLength(text, 0);
        if (first is < 8 or > 13)
        {
            return false;
        }
        Span<char> upper = stackalloc char[13];
        for (var i = 0; i < first; i++)
        {
            upper[i] = (char)(text[i] & 0xDF);
        }
        if (first > 11)
        {
            // "DECLASSIFIED BY" and "UNCLASSIFIED" are other words.
            return EditDistance.Within(upper[..first], "CLASSIFIEDBY", 1) <= 1 && TryColon(text, first, mustHaveColon: false, out length);
        }
        var by = Words.SkipSpace(text, first);
        var second = Words.WordLength(text, by);
        var limit = Words.StartsWord(text[by..], "BY"u8) ? 2 : 1;
        return (limit == 2 || IsNearBy(text.Slice(by, second)))
            && EditDistance.Within(upper[..first], "CLASSIFIED", limit) <= limit
            && TryColon(text, by + second, mustHaveColon: false, out length);
    }

    private static bool IsNearBy(ReadOnlySpan<byte> word)
    {
        Span<char> upper = stackalloc char[3];
        if (word.Length is < 2 or > 3)
        {
            return false;
        }
        for (var i = 0; i < word.Length; i++)
        {
            upper[i] = (char)(word[i] & 0xDF);
        }
        return EditDistance.Within(upper[..word.Length], "BY", 1) <= 1;
    }

    private static bool TryColon(ReadOnlySpan<byte> text, int at, bool mustHaveColon, out int length)
    {
        length = 0;
        var next = Words.SkipBlanks(text, at);
        if (next < text.Length && text[next] is (byte)':' or (byte)';' or (byte)'.')
        {
            next += text[next..].StartsWith(".:"u8) ? 2 : 1;
            length = Words.SkipBlanks(text, next);
            return true;
        }
        length = next;
        return !mustHaveColon && (next > at || next == text.Length);
    }

    private static bool StartsWord(ReadOnlySpan<byte> text, string word)
    {
        if (text.Length < word.Length || (text.Length > word.Length && Words.IsWordByte(text[word.Length])))
        {
            return false;
        }
        for (var i = 0; i < word.Length; i++)
        {
            if ((text[i] & (Words.IsLetter(text[i]) ? 0xDF : 0xFF)) != word[i])
            {
                return false;
            }
        }
        return true;
    }
}
