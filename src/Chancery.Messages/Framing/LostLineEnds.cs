using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Framing;

/// <summary>
/// Finds where a heading lost its line ends: in front of words that begin a format line and stand where nothing else has them (text.md TB-5). The
/// raw bytes keep what they have; the view gets the line ends.
/// </summary>
internal static class LostLineEnds
{
    /// <summary>A heading is looked at so far; what is behind is text.</summary>
    private const int MostBytes = 8 * 1024;

    /// <summary>So many line ends lost in one heading are all of them: then the text's labels begin lines too.</summary>
    private const int Many = 3;

    private const int MostBlanks = 8;
    private const int LongestSurname = 24;
    private const string Rule = "TB-5";

    /// <summary>The view with line ends put in; null where none is missing.</summary>
    public static MessageView? Restore(MessageView view)
    {
        var raw = view.Bytes.Span;
        var edits = new ViewEdits(view.Bytes);
        var found = 0;
        var text = -1;
        for (var at = 1; at < Math.Min(raw.Length, MostBytes) && text < 0; at++)
        {
            if (!IsFirst(raw[at]))
            {
                continue;
            }
            var before = raw[at - 1];
            if (before is (byte)'\n' or (byte)'\r')
            {
                var opening = OpensText(raw[at..]);
                text = opening > 0 ? at + opening : -1;
                if (opening > 2)
                {
                    edits.Replace(at + 2, opening - 2, "\n"u8, Rule);
                    found++;
                }
                else if (opening == 2 && raw[at..].Length > 2 && Words.IsLetter(raw[at + 2]))
                {
                    edits.Replace(at + 2, 0, "\n"u8, Rule);
                    found++;
                }
                continue;
            }
            if (!BeginsLine(raw, at, before))
            {
                continue;
            }
            found++;
            PutIn(edits, at, before);
            if (raw[at] == 'B' && raw[at + 1] == 'T')
            {
                text = at + 2;
                if (OpensText(raw[at..]) is var length and > 2)
                {
                    edits.Replace(at + 2, length - 2, "\n"u8, Rule);
                    text = at + length;
                }
            }
        }
        if (found >= Many && text > 0)
        {
            RestoreText(raw, text, edits);
        }
        return found == 0 ? null : MessageView.Over(view, edits.ToView(view.IsAscii));
    }

    private static void PutIn(ViewEdits edits, int at, byte before)
    {
        if (before == ' ')
        {
            edits.Replace(at - 1, 1, "\n"u8, Rule);
        }
        else
        {
            edits.Replace(at, 0, "\n"u8, Rule);
        }
    }

    private static bool IsFirst(byte b) => b is >= (byte)'A' and <= (byte)'Z';

    /// <summary>True where a format line begins inside a line.</summary>
    private static bool BeginsLine(ReadOnlySpan<byte> raw, int at, byte before)
    {
        var rest = raw[at..Math.Min(raw.Length, at + 48)];
        var isGlued = Words.IsLetter(before) || Words.IsDigit(before) || before == '.';
        if (!isGlued && before != ' ')
        {
            return false;
        }
        switch (rest[0])
        {
            case (byte)'D':
                return rest.StartsWith("DE "u8) && IsStation(rest[3..]);
            case (byte)'Z':
                return FormatLine.IsWarning(rest) && (before == '.' || Words.IsDigit(before) || (at > 1 && Words.IsDigit(raw[at - 2])));
            case (byte)'F':
                return rest.StartsWith("FM "u8)
                    && (before == ' ' ? at > 3 && Words.IsDigit(raw[at - 2]) && Words.IsDigit(raw[at - 3]) : Words.IsDigit(before));
            case (byte)'T':
                return rest.StartsWith("TO "u8) && (IsRouted(rest[3..]) || (isGlued && IsAddressee(rest[3..])));
            case (byte)'I':
                return rest.StartsWith("INFO "u8) && (IsRouted(rest[5..]) || (isGlued && raw[..at].EndsWith("ADMIN"u8)));
            case (byte)'B':
                return rest.StartsWith("BT"u8) && (OpensText(raw[at..]) > 0);
            case (byte)'R' or (byte)'Q' when Words.IsDigit(before):
                return IsRouted(rest) || IsTime(raw, at, rest);
            default:
                return IsTime(raw, at, rest);
        }
    }

    /// <summary>Addressees that are met without routing so often that TO glued to a word in front of them is no end of that word.</summary>
    private static bool IsAddressee(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("NAVADMIN"u8)
        || rest.StartsWith("MARADMIN"u8)
        || rest.StartsWith("AL"u8)
        || rest.StartsWith("SECSTATE"u8)
        || rest.StartsWith("AMEMBASSY"u8);

    /// <summary>Format line 5, behind a word of more than one letter: <c>… ZZHP 021015Z OCT 08</c>.</summary>
    private static bool IsTime(ReadOnlySpan<byte> raw, int at, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 16 || rest[1] != ' ' || !Words.IsDigit(rest[2]) || !FormatLine.IsPrecedence(rest[0]))
        {
            return false;
        }
        var end = at;
        while (end > 0 && at - end < MostBlanks && Words.IsBlank(raw[end - 1]))
        {
            end--;
        }
        return end > 1 && Words.IsWordByte(raw[end - 1]) && Words.IsWordByte(raw[end - 2]) && DtgLine.TryRead(rest, out _);
    }

    private static bool IsStation(ReadOnlySpan<byte> rest)
    {
        var blank = rest.IndexOf((byte)' ');
        return blank > 0
            && blank + 1 < rest.Length
            && FormatLine.IsRoutingIndicator(rest[..blank])
            && (rest[blank + 1] == '#' || Words.IsDigit(rest[blank + 1]));
    }

    private static bool IsRouted(ReadOnlySpan<byte> rest)
    {
        var slant = rest[..Math.Min(rest.Length, 9)].IndexOf((byte)'/');
        return slant > 2
            && slant + 1 < rest.Length
            && Words.IsLetter(rest[slant + 1])
            && (FormatLine.IsRoutingIndicator(rest[..slant]) || rest[..slant].SequenceEqual("ZEN"u8));
    }

    /// <summary>BT and the classification line on its line or the next; how many bytes stand in front of the latter, 0 where neither does.</summary>
    private static int OpensText(ReadOnlySpan<byte> rest)
    {
        if (!rest.StartsWith("BT"u8))
        {
            return 0;
        }
        var at = Words.SkipSpace(rest[..Math.Min(rest.Length, 16)], 2);
        var isOpen =
            at < rest.Length
            && (
                FormatLine.IsClassification(rest[at..Math.Min(rest.Length, at + 80)])
                || GluedTitle(rest[at..Math.Min(rest.Length, at + 40)]) > 0
            );
        return !isOpen ? 0
            : rest[2..at].IndexOfAny((byte)'\n', (byte)'\r') >= 0 ? 2
            : at;
    }

    /// <summary>Where a general message's title begins behind <c>UNCLAS</c> or its subject code without a blank; 0 where none does.</summary>
    private static int GluedTitle(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("UNCLAS"u8))
        {
            return 0;
        }
        var at = 6;
        if (text[at..].StartsWith("//"u8))
        {
            var end = text[(at + 2)..].IndexOf("//"u8);
            at = end is > 0 and <= 8 ? at + end + 4 : at;
        }
        return at < text.Length && TitleLine.TryRead(text[at..], out _, out _) ? at : 0;
    }

    /// <summary>Title and first set of a general message, the labels of a telegram, numbered paragraphs in their order, and the ending.</summary>
    private static void RestoreText(ReadOnlySpan<byte> raw, int at, ViewEdits edits)
    {
        at = RestoreTitle(raw, at, edits);
        var number = 1;
        for (; at + 4 < raw.Length; at++)
        {
            if (raw[at - 1] != ' ')
            {
                if (IsGluedLabel(raw, at))
                {
                    edits.Replace(at, 0, "\n"u8, Rule);
                }
                continue;
            }
            var rest = raw[at..Math.Min(raw.Length, at + 24)];
            var isLabel = rest[0] switch
            {
                (byte)'E' => rest.StartsWith("E.O. 1"u8),
                (byte)'T' => rest.StartsWith("TAGS:"u8),
                (byte)'S' => rest.StartsWith("SUBJECT:"u8) || rest.StartsWith("SIPDIS "u8),
                (byte)'R' => rest.StartsWith("REF:"u8) || rest.StartsWith("REFS:"u8),
                (byte)'C' => Words.Starts(rest, "CLASSIFIED BY"u8),
                (byte)'B' => rest.StartsWith("BT #"u8),
                (byte)'#' => rest.Length > 5 && FormatLine.IsDigits(rest[1..5]) && raw[at - 2] == 'T',
                (byte)'N' => rest.StartsWith("NNNN"u8),
                _ => IsParagraph(rest, number),
            };
            isLabel = isLabel || (IsFirst(rest[0]) && IsSignature(raw, at));
            if (isLabel)
            {
                number += Words.IsDigit(rest[0]) ? 1 : 0;
                edits.Replace(at - 1, 1, "\n"u8, Rule);
            }
        }
    }

    private static int RestoreTitle(ReadOnlySpan<byte> raw, int at, ViewEdits edits)
    {
        var title = GluedTitle(raw[at..]);
        if (title == 0)
        {
            return at;
        }
        edits.Replace(at + title, 0, "\n"u8, Rule);
        TitleLine.TryRead(raw[(at + title)..], out _, out var length);
        at += title + length;
        if (raw[at..].StartsWith("MSGID/"u8))
        {
            edits.Replace(at, 0, "\n"u8, Rule);
        }
        return at;
    }

    /// <summary>A label in capitals with its colon straight behind a word, or a paragraph's number and mark straight behind a full stop.</summary>
    private static bool IsGluedLabel(ReadOnlySpan<byte> raw, int at)
    {
        var rest = raw[at..Math.Min(raw.Length, at + 24)];
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
    private static bool IsSignature(ReadOnlySpan<byte> raw, int at)
    {
        if (raw[at - 2] is not ((byte)'.' or (byte)')' or (byte)'"'))
        {
            return false;
        }
        var end = at;
        while (end < raw.Length && end - at < LongestSurname && (IsFirst(raw[end]) || raw[end] is (byte)'-' or (byte)'\''))
        {
            end++;
        }
        return end - at > 2
            && (raw[end..].StartsWith(" BT #"u8) || raw[end..].StartsWith(" BT NNNN"u8) || raw[end..].StartsWith(" NNNN"u8));
    }

    private static bool IsParagraph(ReadOnlySpan<byte> rest, int number) =>
        Words.IsDigit(rest[0]) && ParagraphStart.TryRead(rest, out var paragraph) && paragraph.Number == number && paragraph.HasMark;
}
