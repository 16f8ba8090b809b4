using System.Buffers;
using System.Text;

namespace Chancery.Messages.Text;

/// <summary>The words by which references are told apart (text.md RF-5, RF-6, RF-9).</summary>
internal static class ReferenceWords
{
    private static readonly (string Word, ReferenceKind Kind)[] Kinds =
    [
        ("E-MAIL", ReferenceKind.Email),
        ("EMAIL", ReferenceKind.Email),
        ("TELCON", ReferenceKind.Telcon),
        ("TELECON", ReferenceKind.Telcon),
        ("PHONE", ReferenceKind.Telcon),
        ("MEMO", ReferenceKind.Memo),
        ("MEMORANDUM", ReferenceKind.Memo),
        ("MEMCON", ReferenceKind.Memo),
        ("LETTER", ReferenceKind.Letter),
        ("LTR", ReferenceKind.Letter),
        ("MEETING", ReferenceKind.Meeting),
        ("MTG", ReferenceKind.Meeting),
        ("FAX", ReferenceKind.Fax),
        ("HTTP", ReferenceKind.Web),
        ("HTTPS", ReferenceKind.Web),
        ("WWW", ReferenceKind.Web),
        ("IIR", ReferenceKind.Intel),
        ("OSC", ReferenceKind.Intel),
        ("FBIS", ReferenceKind.Intel),
        ("REPORT", ReferenceKind.Report),
        ("PHONECON", ReferenceKind.Telcon),
        ("CONVERSATION", ReferenceKind.Telcon),
        ("CALL", ReferenceKind.Telcon),
        ("PHONCON", ReferenceKind.Telcon),
        ("FAXED", ReferenceKind.Fax),
        ("UNSCR", ReferenceKind.Document),
        ("RESOLUTION", ReferenceKind.Document),
        ("NOTE", ReferenceKind.Letter),
        ("TD", ReferenceKind.Intel),
        ("FACSIMILE", ReferenceKind.Fax),
        ("WEBSITE", ReferenceKind.Web),
        ("NEWSPAPER", ReferenceKind.Newspaper),
        ("WASHINGTON POST", ReferenceKind.Newspaper),
        ("TIMES", ReferenceKind.Newspaper),
        ("TRIBUNE", ReferenceKind.Newspaper),
        ("HERALD", ReferenceKind.Newspaper),
        ("GAZETTE", ReferenceKind.Newspaper),
        ("JOURNAL", ReferenceKind.Newspaper),
        ("ECONOMIST", ReferenceKind.Newspaper),
        ("MAGAZINE", ReferenceKind.Newspaper),
        ("DIPLOMATIC NOTE", ReferenceKind.Letter),
        ("NOTE VERBALE", ReferenceKind.Letter),
        ("DIPNOTE", ReferenceKind.Letter),
        ("DISCUSSION", ReferenceKind.Meeting),
        ("CONSULTATION", ReferenceKind.Meeting),
        ("BRIEFING", ReferenceKind.Meeting),
        ("MEMORANDA", ReferenceKind.Memo),
        ("TDX", ReferenceKind.Intel),
        ("BOOK", ReferenceKind.Book),
        ("HANDBOOK", ReferenceKind.Document),
        ("MANUAL", ReferenceKind.Document),
        ("AGREEMENT", ReferenceKind.Document),
        ("TREATY", ReferenceKind.Document),
        ("PUBLIC LAW", ReferenceKind.Document),
        ("FAM", ReferenceKind.Document),
        ("FAH", ReferenceKind.Document),
        ("CFR", ReferenceKind.Document),
    ];

    /// <summary>One glance for all words above and the signs of an airgram: most entries hold none.</summary>
    private static readonly SearchValues<string> AnyKind = SearchValues.Create(
        [.. Kinds.Select(kind => kind.Word), "A-"],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The kind told by a word of the entry; null where none tells it.</summary>
    public static ReferenceKind? Kind(string raw)
    {
        if (raw.AsSpan().IndexOfAny(AnyKind) < 0 && Ascii.IsValid(raw))
        {
            return null;
        }
        var upper = raw.ToUpperInvariant();
        foreach (var (word, kind) in Kinds)
        {
            for (
                var at = upper.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = upper.IndexOf(word, at + 1, StringComparison.Ordinal)
            )
            {
                var end = at + word.Length;
                if ((at == 0 || !char.IsAsciiLetter(upper[at - 1])) && IsEnd(upper, end))
                {
                    return kind;
                }
            }
        }
        return IsAirgram(upper) ? ReferenceKind.Airgram : null;
    }

    /// <summary>True where a word ends, its plural included: <c>E-MAILS</c>.</summary>
    private static bool IsEnd(string upper, int end)
    {
        end += end < upper.Length && upper[end] == 'S' ? 1 : 0;
        return end == upper.Length || !char.IsAsciiLetter(upper[end]);
    }

    /// <summary>The originator in front of a date-time group: <c>SECDEF MSG DTG</c> → SECDEF; null where nothing is left.</summary>
    public static string? Originator(string front)
    {
        var words = front
            .Split([' ', ',', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.ToUpperInvariant() is not ("MSG" or "MESSAGE" or "DTG" or "R" or "P" or "O" or "Z" or "DATED" or "OF"))
            .ToArray();
        return words.Length == 0 ? null : string.Join(' ', words).ToUpperInvariant();
    }

    /// <summary>Reads post and number at the start of an entry.</summary>
    public static bool TryCable(TextContext context, ReadOnlySpan<byte> text, out MessageReferenceNumber number, out int length)
    {
        number = null!;
        length = 0;
        if (!NumberWords.TryRead(text, out var found) && !TryLike(context, text, out found))
        {
            return false;
        }
        if (IsTime(text, found))
        {
            return false;
        }
        var printed = WithoutNoun(TextLines.Join(text.Slice(found.Post.Start, found.Post.Length)));
        if (IsNoPost(printed) || IsDay(text, found))
        {
            return false;
        }
        var (post, _, known) = PostNames.Resolve(context, printed);
        if (!known)
        {
            if (TryBehindWords(context, text, found, out number))
            {
                length = found.End;
                return true;
            }
            if (
                !IsPlausible(printed)
                || IsLead(text[found.Post.Start..], out _)
                || (found.Digits < 3 && found.End < text.Length && text[Words.SkipBlanks(text, found.End)..] is not [(byte)'(', ..])
            )
            {
                return false;
            }
        }
        number = Number(context, found, post, text[..found.End]);
        length = found.End;
        return true;
    }

    /// <summary>A post and number of which figures and letters were taken for each other, where the post is known then.</summary>
    private static bool TryLike(TextContext context, ReadOnlySpan<byte> text, out PostNumber found)
    {
        found = default;
        Span<byte> tidy = stackalloc byte[LikeFigures.Longest];
        tidy = tidy[..Math.Min(text.Length, LikeFigures.Longest)];
        return !text.IsEmpty
            && Words.IsUpper(LikeFigures.ToLetter(text[0]))
            && LikeFigures.TryTidy(text[..tidy.Length], tidy)
            && NumberWords.TryRead(tidy, out found)
            && context.FindPost(Encoding.ASCII.GetString(tidy.Slice(found.Post.Start, found.Post.Length)).ToUpperInvariant()) is not null;
    }

    /// <summary>As <see cref="TryCable"/>, among words: only posts that are surely known count, and no number that may be a year.</summary>
    public static bool TryKnownCable(TextContext context, ReadOnlySpan<byte> text, out MessageReferenceNumber number, out int length)
    {
        number = null!;
        length = 0;
        if (
            !NumberWords.TryRead(text, out var found)
            || IsTime(text, found)
            || found is { Digits: < 2 } or { Digits: 4, Number: >= 1973 and <= 2030 }
        )
        {
            return false;
        }
        var printed = TextLines.Join(text.Slice(found.Post.Start, found.Post.Length));
        if (IsNoPost(printed) || context.FindPost(printed) is not { Kind: not PostMatchKind.Near } match)
        {
            return false;
        }
        number = Number(context, found, match.Post, text[..found.End]);
        length = found.End;
        return true;
    }

    /// <summary>A number alone, behind <c>AND</c> or a comma: no day of a month and no part of a date.</summary>
    public static bool TryBareNumber(ReadOnlySpan<byte> text, int leastDigits, out int number, out int length)
    {
        if (!Words.TryNumber(text, 0, out number, out length) || length < leastDigits || length > 7)
        {
            return false;
        }
        var next = Words.SkipBlanks(text, length);
        return length == text.Length
            || (
                !Words.IsWordByte(text[length])
                && DateWords.Month(text[next..]) == 0
                && !(
                    text[length] is (byte)'/' or (byte)'-' or (byte)'.' or (byte)':'
                    && length + 1 < text.Length
                    && Words.IsDigit(text[length + 1])
                )
            );
    }

    private static MessageReferenceNumber Number(TextContext context, PostNumber found, string post, ReadOnlySpan<byte> printed) =>
        new(found.Year ?? context.Dtg?.Utc?.Year, post, found.Number, TextLines.Join(printed));

    /// <summary><c>SEE POST 1234</c>, <c>REFTEL POST 1234</c>: words in front of a known post.</summary>
    private static bool TryBehindWords(TextContext context, ReadOnlySpan<byte> text, PostNumber found, out MessageReferenceNumber number)
    {
        number = null!;
        var end = found.Post.Start + found.Post.Length;
        var at = found.Post.Start;
        while (at < end && IsLead(text[at..end], out var word))
        {
            at = Words.SkipBlanks(text, at + word);
        }
        if (at == found.Post.Start || at >= end)
        {
            return TryLastWords(context, text, found, out number);
        }
        var printed = TextLines.Join(text[at..end]);
        if (IsNoPost(printed) || PostNames.Resolve(context, printed) is not { Known: true } known)
        {
            return false;
        }
        number = Number(context, found, known.Post, text[at..found.End]);
        return true;
    }

    /// <summary><c>WHICH REPLACES POST 54</c>: the last words are a post that is surely known.</summary>
    private static bool TryLastWords(TextContext context, ReadOnlySpan<byte> text, PostNumber found, out MessageReferenceNumber number)
    {
        number = null!;
        var end = found.Post.Start + found.Post.Length;
        for (var (at, words) = (found.Post.Start, 0); at < end && words < 8; words++)
        {
            at = Words.SkipBlanks(text, at + Math.Max(1, Words.WordLength(text, at)));
            if (at >= end)
            {
                return false;
            }
            if (words > 0 && !text.StartsWith("US"u8) && TryKnownCable(context, text[at..found.End], out number, out _))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary><c>BERN NO. 123</c>, <c>BERN TELEGRAM 123</c>, <c>BERN'S 123</c>: what stands between post and number.</summary>
    private static string WithoutNoun(string printed)
    {
        var end = printed.LastIndexOf(' ');
        return end > 0 && printed[(end + 1)..].ToUpperInvariant() is "NO" or "NOS" or "NUMBER" or "TELEGRAM" or "CABLE" or "TEL" or "TELNO"
                ? printed[..end]
            : printed.EndsWith("'S", StringComparison.OrdinalIgnoreCase) ? printed[..^2]
            : printed;
    }

    /// <summary>One or two digits in front of a month and a year are a day: <c>NASSAU 12 MAY 2008 REPORT</c>.</summary>
    private static bool IsDay(ReadOnlySpan<byte> text, PostNumber found)
    {
        var month = Words.SkipBlanks(text, found.Printed.End);
        if (found.Digits > 2 || month >= text.Length || DateWords.Month(text[month..]) == 0)
        {
            return false;
        }
        var year = Words.SkipBlanks(text, month + Words.WordLength(text, month));
        return Words.TryNumber(text, year, out var number, out var digits) && DateWords.Year(number, digits) is not null;
    }

    private static bool IsLead(ReadOnlySpan<byte> text, out int length)
    {
        length = Words.WordLength(text, 0);
        var word = text[..length];
        return Words.Equal(word, "SEE"u8)
            || Words.Equal(word, "ALSO"u8)
            || Words.Equal(word, "REF"u8)
            || Words.Equal(word, "REFS"u8)
            || Words.Equal(word, "REFTEL"u8)
            || Words.Equal(word, "REFTELS"u8)
            || Words.Equal(word, "CABLE"u8)
            || Words.Equal(word, "TELEGRAM"u8)
            || Words.Equal(word, "OUR"u8)
            || Words.Equal(word, "MY"u8)
            || Words.Equal(word, "YOUR"u8)
            || Words.Equal(word, "AND"u8)
            || Words.Equal(word, "FROM"u8)
            || Words.Equal(word, "INCLUDING"u8);
    }

    /// <summary>Six digits in front of a month are a date-time group whose Z was lost, no number.</summary>
    private static bool IsTime(ReadOnlySpan<byte> text, PostNumber found) =>
        found.Digits == 6
        && Words.SkipBlanks(text, found.Printed.End) is var next
        && next < text.Length
        && DateWords.Month(text[next..]) > 0
        && Words.WordLength(text, next) is 3 or 5;

    /// <summary><c>A-150</c> with a post in front or without, <c>CA-3400</c>.</summary>
    public static bool IsAirgram(string upper)
    {
        var at = upper.StartsWith("A-", StringComparison.Ordinal) ? 0 : upper.IndexOf(" A-", StringComparison.Ordinal) + 1;
        return (at > 0 || upper.StartsWith("A-", StringComparison.Ordinal)) && at + 2 < upper.Length && char.IsAsciiDigit(upper[at + 2])
            || upper.Contains(" CA-", StringComparison.Ordinal);
    }

    private static bool IsPlausible(string post) =>
        post.Length <= 24 && post.All(c => char.IsAsciiLetterUpper(c) || c is ' ' or '-' or '\'' or '.');

    /// <summary>True where the entry begins with a word of the stop list.</summary>
    public static bool BeginsWithNoPost(string raw) => IsNoPost(raw);

    /// <summary>Words that look like posts and are none (RF-9).</summary>
    private static bool IsNoPost(string printed)
    {
        if (Kind(printed) is not null)
        {
            return true;
        }
        var last = printed.AsSpan(printed.LastIndexOf(' ') + 1).TrimEnd('.');
        if (last.StartsWith("PARA", StringComparison.OrdinalIgnoreCase) && last.Length is 4 or 5)
        {
            // "ACTION REQUEST PARA 4"
            return true;
        }
        var first = printed.Split(' ', 2)[0].TrimEnd('.').ToUpperInvariant();
        return first
                is "PARA"
                    or "PARAS"
                    or "PARAGRAPH"
                    or "SECTION"
                    or "PAGE"
                    or "UNCLAS"
                    or "SECRET"
                    or "CONFIDENTIAL"
                    or "UNSCR"
                    or "UNSC"
                    or "RESOLUTION"
                    or "NO"
                    or "DATED"
                    or "ON"
                    or "OF"
                    or "DTG"
                    or "EO"
                    or "E.O"
                    or "TITLE"
                    or "PUBLIC"
                    or "PL"
                    or "P.L"
                    or "FY"
                    or "TD"
            || DateWords.Month(Encoding.UTF8.GetBytes(first)) > 0 && IsMonth(first);
    }

    private static bool IsMonth(string word) =>
        word
            is "JAN"
                or "JANUARY"
                or "FEB"
                or "FEBRUARY"
                or "MAR"
                or "MARCH"
                or "APR"
                or "APRIL"
                or "MAY"
                or "JUN"
                or "JUNE"
                or "JUL"
                or "JULY"
                or "AUG"
                or "AUGUST"
                or "SEP"
                or "SEPT"
                or "SEPTEMBER"
                or "OCT"
                or "OCTOBER"
                or "NOV"
                or "NOVEMBER"
                or "DEC"
                or "DECEMBER";
}
