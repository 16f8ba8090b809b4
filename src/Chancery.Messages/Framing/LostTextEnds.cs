using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Framing;

/// <summary>
/// Puts back the line ends that a text lost with those of its heading (text.md TB-5): in front of a telegram's labels and numbered paragraphs, of a
/// general message's title, sets, subject and references, and of the ending.
/// </summary>
internal ref struct LostTextEnds
{
    private const string Rule = LostLineEnds.Rule;
    private const int LongestSurname = 24;
    private const int LongestWords = 40;

    private readonly ReadOnlySpan<byte> raw;
    private readonly ViewEdits edits;
    private readonly bool isOneLine;
    private int number = 1;
    private int letter = 'A';
    private bool hasTitle;
    private bool hasSubject;
    private bool hasReference;
    private bool isTelegram;
    private bool isFreeText;

    private LostTextEnds(ReadOnlySpan<byte> raw, int at, ViewEdits edits)
    {
        this.raw = raw;
        this.edits = edits;
        isOneLine = IsOneLine(raw[at..]);
    }

    /// <summary>True for a text without a line end.</summary>
    public static bool IsOneLine(ReadOnlySpan<byte> text) => text.TrimEnd(" \t\r\n"u8).IndexOf((byte)'\n') < 0;

    /// <summary>Adds the edits of a text that begins at <paramref name="at"/>.</summary>
    public static void Restore(ReadOnlySpan<byte> raw, int at, ViewEdits edits)
    {
        var ends = new LostTextEnds(raw, at, edits);
        for (at = ends.Title(at); at + 4 <= raw.Length; at++)
        {
            if (raw[at - 1] != ' ')
            {
                if (IsGluedLabel(raw, at))
                {
                    edits.Replace(at, 0, "\n"u8, Rule);
                }
            }
            else if (ends.Begins(at))
            {
                edits.Replace(at - 1, 1, "\n"u8, Rule);
            }
        }
    }

    /// <summary>A title glued behind the classification, and the first set glued behind it.</summary>
    private int Title(int at)
    {
        var title = LostLineEnds.GluedTitle(raw[at..]);
        if (title == 0)
        {
            return at;
        }
        hasTitle = true;
        edits.Replace(at + title, 0, "\n"u8, Rule);
        TitleLine.TryRead(raw[(at + title)..], out _, out var length);
        at += title + length;
        if (raw[at..].StartsWith("MSGID/"u8))
        {
            edits.Replace(at, 0, "\n"u8, Rule);
        }
        return at;
    }

    /// <summary>True where a line begins behind a blank.</summary>
    private bool Begins(int at)
    {
        var rest = raw[at..Math.Min(raw.Length, at + LongestWords)];
        var isLabel = rest[0] switch
        {
            (byte)'E' => rest.StartsWith("E.O. 1"u8),
            (byte)'T' => rest.StartsWith("TAGS:"u8),
            (byte)'S' => IsSubject(rest) || rest.StartsWith("SIPDIS "u8),
            (byte)'R' => rest.StartsWith("REF:"u8) || rest.StartsWith("REFS:"u8),
            (byte)'C' => Words.Starts(rest, "CLASSIFIED BY"u8),
            (byte)'B' => rest.StartsWith("BT #"u8),
            (byte)'#' => rest.Length > 5 && FormatLine.IsDigits(rest[1..5]) && raw[at - 2] == 'T',
            (byte)'N' => rest.StartsWith("NNNN"u8),
            _ => IsParagraph(rest),
        };
        return isLabel || (LostLineEnds.IsFirst(rest[0]) && (IsSignature(at) || (isOneLine && IsOfGeneralMessage(at, rest))));
    }

    private bool IsSubject(ReadOnlySpan<byte> rest)
    {
        var isSubject = rest.StartsWith("SUBJECT:"u8);
        isTelegram |= isSubject;
        return isSubject;
    }

    /// <summary>Title, sets, subject and lettered references of a general message; inside the text that stands last, sets are words.</summary>
    private bool IsOfGeneralMessage(int at, ReadOnlySpan<byte> rest)
    {
        if (isFreeText)
        {
            return false;
        }
        if (SetWord.TryRead(rest, out var id, out var length, out _) && (id is "SUBJ" or "MSGID" or "REF" || EndsSet(at)))
        {
            hasSubject |= id == "SUBJ";
            isFreeText = id is "RMKS" or "GENTEXT";
            // "RMKS/1. WORDS": the first number stands on the set's own line.
            number = isFreeText && rest[length..].IndexOf("1."u8) is >= 0 and < 12 ? 2 : number;
            return true;
        }
        if (!hasTitle && !hasReference && TitleLine.TryRead(rest, out _, out _))
        {
            return hasTitle = true;
        }
        if (rest.StartsWith("PASS TO "u8))
        {
            return !hasSubject;
        }
        if (SubjectWords.LabelLength(rest) > 0)
        {
            return hasSubject = true;
        }
        var isReference = hasSubject && number == 1 && rest.Length > 3 && rest[0] == letter && rest[1] == '.' && rest[2] == ' ';
        letter += isReference ? 1 : 0;
        isReference |=
            hasSubject
            && number == 1
            && (
                (rest.StartsWith("REF "u8) && rest.Length > 6 && (rest[5] == ':' || (rest[4] == '(' && rest[6] == ')')))
                || rest.StartsWith("REFERENCES:"u8)
            );
        hasReference |= isReference;
        return isReference;
    }

    /// <summary>A slant or a digit in front of the blanks: words that go on are no end of a set.</summary>
    private readonly bool EndsSet(int at)
    {
        while (at > 0 && raw[at - 1] == ' ')
        {
            at--;
        }
        return at > 0 && (raw[at - 1] == '/' || Words.IsDigit(raw[at - 1]));
    }

    /// <summary>The next number in order, with its mark; in a general message on one line a full stop and a blank are enough.</summary>
    private bool IsParagraph(ReadOnlySpan<byte> rest)
    {
        var isNext =
            Words.IsDigit(rest[0])
            && ParagraphStart.TryRead(rest, out var paragraph)
            && paragraph.Number == number
            && (
                paragraph.HasMark
                || (isOneLine && (hasSubject || isFreeText || isTelegram) && rest[..Math.Min(rest.Length, 4)].IndexOf(". "u8) > 0)
            );
        number += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>A label in capitals with its colon straight behind a word.</summary>
    private static bool IsGluedLabel(ReadOnlySpan<byte> raw, int at)
    {
        var rest = raw[at..Math.Min(raw.Length, at + LongestSurname)];
        return rest[0] switch
        {
            (byte)'E' => rest.StartsWith("E.O. 1"u8) && rest[6..].IndexOf((byte)':') > 0,
            (byte)'T' => rest.StartsWith("TAGS: "u8),
            (byte)'S' => rest.StartsWith("SUBJECT: "u8) || (rest.StartsWith("SIPDIS"u8) && Words.IsDigit(raw[at - 1])),
            (byte)'R' => rest.StartsWith("REF: "u8) || rest.StartsWith("REFS: "u8),
            (byte)'C' => rest.StartsWith("Classified By: "u8) || rest.StartsWith("CLASSIFIED BY: "u8),
            _ => false,
        };
    }

    /// <summary>A word in capitals behind a sentence and straight before the ending: the surname that signs.</summary>
    private readonly bool IsSignature(int at)
    {
        var before = at - 1;
        while (before > 0 && raw[before] == ' ')
        {
            before--;
        }
        if (raw[before] is not ((byte)'.' or (byte)')' or (byte)'"'))
        {
            return false;
        }
        var end = at;
        while (end < raw.Length && end - at < LongestSurname && (LostLineEnds.IsFirst(raw[end]) || raw[end] is (byte)'-' or (byte)'\''))
        {
            end++;
        }
        var rest = raw[end..];
        return end - at > 2 && (rest.StartsWith(" BT #"u8) || rest.StartsWith(" BT NNNN"u8) || rest.StartsWith(" NNNN"u8));
    }
}
