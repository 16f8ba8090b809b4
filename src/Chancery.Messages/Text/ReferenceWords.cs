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
        ("BOOK", ReferenceKind.Book),
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
                if ((at == 0 || !char.IsAsciiLetter(upper[at - 1])) && (end == upper.Length || !char.IsAsciiLetter(upper[end])))
                {
                    return kind;
                }
            }
        }
        return IsAirgram(upper) ? ReferenceKind.Airgram : null;
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

    /// <summary>True where the entry begins with the number of a telegram, so that a date-time group behind it is only said of it.</summary>
    public static bool BeginsWithNumber(TextContext context, ReadOnlySpan<byte> text) =>
        TryCable(context, text, out var number, out _) && number.Number < 100_000;

    /// <summary>Reads post and number at the start of an entry.</summary>
    public static bool TryCable(TextContext context, ReadOnlySpan<byte> text, out MessageReferenceNumber number, out int length)
    {
        number = null!;
        length = 0;
        if (!NumberWords.TryRead(text, out var found))
        {
            return false;
        }
        var printed = TextLines.Join(text.Slice(found.Post.Start, found.Post.Length));
        if (IsNoPost(printed))
        {
            return false;
        }
        var (post, _, known) = PostNames.Resolve(context.Options.Directory, printed);
        if (!known && (found.Digits < 3 || !IsPlausible(printed)))
        {
            return false;
        }
        number = new MessageReferenceNumber(found.Year ?? context.Dtg?.Utc?.Year, post, found.Number, TextLines.Join(text[..found.End]));
        length = found.End;
        return true;
    }

    /// <summary>A number alone, behind <c>AND</c> or a comma.</summary>
    public static bool TryBareNumber(ReadOnlySpan<byte> text, out int number, out int length) =>
        Words.TryNumber(text, 0, out number, out length)
        && length is >= 2 and <= 7
        && (length == text.Length || !Words.IsWordByte(text[length]));

    /// <summary>The place behind commas, <c>AND</c> and flags between two entries of a chain.</summary>
    public static int SkipJoint(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is (byte)' ' or (byte)',' or (byte)';' or (byte)'&' or (byte)'.' or (byte)'\n')
            {
                at++;
            }
            else if (Words.StartsWord(text[at..], "AND PREVIOUS"u8))
            {
                at += 12;
            }
            else if (Words.StartsWord(text[at..], "AND"u8))
            {
                at += 3;
            }
            else if (Words.StartsWord(text[at..], "NOTAL"u8) || Words.StartsWord(text[at..], "PASEP"u8))
            {
                at += 5;
            }
            else if (text[at] == '(' && text[at..].IndexOf((byte)')') is var close and > 0)
            {
                at += close + 1;
            }
            else
            {
                return at;
            }
        }
        return at;
    }

    private static bool IsAirgram(string upper)
    {
        var at = upper.StartsWith("A-", StringComparison.Ordinal) ? 0 : upper.IndexOf(" A-", StringComparison.Ordinal) + 1;
        return (at > 0 || upper.StartsWith("A-", StringComparison.Ordinal)) && at + 2 < upper.Length && char.IsAsciiDigit(upper[at + 2])
            || upper.Contains(" CA-", StringComparison.Ordinal);
    }

    private static bool IsPlausible(string post) =>
        post.Length <= 24 && post.All(c => char.IsAsciiLetterUpper(c) || c is ' ' or '-' or '\'' or '.');

    /// <summary>Words that look like posts and are none (RF-9).</summary>
    private static bool IsNoPost(string printed)
    {
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
