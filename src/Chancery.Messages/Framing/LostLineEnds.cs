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
    private const int Many = 4;

    private const int MostBlanks = 8;
    private const string Rule = "TB-5";

    /// <summary>The view with line ends put in; null where none is missing, or where the view differs from the raw bytes already.</summary>
    public static MessageView? Restore(MessageView view)
    {
        if (!view.Edits.IsEmpty)
        {
            return null;
        }
        var raw = view.Raw.Span;
        var edits = new ViewEdits(view.Raw);
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
        return found == 0 ? null : edits.ToView(view.IsAscii);
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
                return rest.StartsWith("FM "u8) && before == ' ' && at > 3 && Words.IsDigit(raw[at - 2]) && Words.IsDigit(raw[at - 3]);
            case (byte)'T':
                return rest.StartsWith("TO "u8)
                    && (IsRouted(rest[3..]) || (isGlued && (rest.StartsWith("TO NAVADMIN"u8) || rest.StartsWith("TO AL"u8))));
            case (byte)'I':
                return rest.StartsWith("INFO "u8) && IsRouted(rest[5..]);
            case (byte)'B':
                return rest.StartsWith("BT"u8) && (OpensText(raw[at..]) > 0);
            case (byte)'R' or (byte)'Q' when Words.IsDigit(before):
                return IsRouted(rest) || IsTime(raw, at, rest);
            default:
                return IsTime(raw, at, rest);
        }
    }

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
        var isOpen = at < rest.Length && FormatLine.IsClassification(rest[at..Math.Min(rest.Length, at + 80)]);
        return !isOpen ? 0
            : rest[2..at].IndexOfAny((byte)'\n', (byte)'\r') >= 0 ? 2
            : at;
    }

    /// <summary>The labels of a telegram, numbered paragraphs in their order, and the ending.</summary>
    private static void RestoreText(ReadOnlySpan<byte> raw, int at, ViewEdits edits)
    {
        var number = 1;
        for (; at + 4 < raw.Length; at++)
        {
            if (raw[at - 1] != ' ')
            {
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
            if (isLabel)
            {
                number += Words.IsDigit(rest[0]) ? 1 : 0;
                edits.Replace(at - 1, 1, "\n"u8, Rule);
            }
        }
    }

    private static bool IsParagraph(ReadOnlySpan<byte> rest, int number) =>
        Words.IsDigit(rest[0]) && ParagraphStart.TryRead(rest, out var paragraph) && paragraph.Number == number && paragraph.HasMark;
}
