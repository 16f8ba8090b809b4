using Chancery.Messages.Framing;
using Chancery.Messages.Text;

namespace Chancery.Messages.Heading;

/// <summary>
/// A heading whose lines are not printed as format lines: written out in words (<c>FROM:</c>, <c>DTG:</c>), or with its prosigns or its date-time group
/// damaged. The view gets them as they should stand, where their order leaves no doubt; every change is told as TX-108.
/// </summary>
internal static class WordedHeading
{
    /// <summary>The rule of the edits made here.</summary>
    public const string Rule = "TX-108";

    private const int MostLines = 60;
    private const int LongestLabel = 20;

    /// <summary>The view with format lines; null where none could be told.</summary>
    public static MessageView? Restore(MessageView view)
    {
        var bytes = view.Bytes.Span;
        var edits = new ViewEdits(view.Bytes);
        var found = Found.Nothing;
        var lines = new LineCursor(bytes, 0);
        for (var seen = 0; seen < MostLines && lines.NextWithText(); seen++)
        {
            var text = lines.Text;
            if (found.HasFlag(Found.To) && (FormatLine.IsBreak(text, out _) || FormatLine.IsClassification(text) || TextSign.Is(text)))
            {
                break;
            }
            var start = lines.Start + bytes[lines.Start..lines.End].IndexOf(text);
            if (LabelLength(text) is > 0 and var label)
            {
                var value = text[Text.Words.SkipBlanks(text, label)..];
                var (kind, prosign) = Kind(text[..(label - 1)], value);
                if (kind == Found.Nothing && IsOther(text, bytes))
                {
                    edits.Replace(start, text.Length, [], Rule);
                }
                else if (kind != Found.Nothing)
                {
                    edits.Replace(start, text.Length - value.Length, prosign, Rule);
                    found |= kind == Found.Time && IsTextBelow(lines) ? kind | Found.Text : kind;
                }
                continue;
            }
            found |= Mend(text, start, lines, edits, found);
        }
        var isHeading =
            found.HasFlag(Found.Time | Found.Text) || (found.HasFlag(Found.From) && (found & (Found.Time | Found.To)) != Found.Nothing);
        return isHeading && !edits.IsEmpty ? MessageView.Over(view, edits.ToView(view.IsAscii)) : null;
    }

    /// <summary>What has been met.</summary>
    [Flags]
    private enum Found
    {
        Nothing = 0,
        Time = 1,
        From = 2,
        To = 4,
        Text = 8,
    }

    /// <summary>The words in front of a colon, with it; 0 where a line has none.</summary>
    private static int LabelLength(ReadOnlySpan<byte> text)
    {
        var colon = text[..Math.Min(text.Length, LongestLabel)].IndexOf((byte)':');
        return colon > 1 && !text[..colon].ContainsAnyExceptInRange((byte)' ', (byte)'z') && Text.Words.IsLetter(text[0]) ? colon + 1 : 0;
    }

    /// <summary>What a label says, and how a format line says it. An address of the web is a mail's and none of a message.</summary>
    private static (Found Kind, byte[] Prosign) Kind(ReadOnlySpan<byte> label, ReadOnlySpan<byte> value)
    {
        label = label.TrimEnd(" "u8);
        if (value.IsEmpty)
        {
            return Is(label, "TEXT"u8) || Is(label, "BODY"u8) || Is(label, "MESSAGE"u8) ? (Found.Text, "BT"u8.ToArray()) : default;
        }
        if (value.Contains((byte)'@'))
        {
            return default;
        }
        if (Text.Words.Starts(label, "DTG"u8) || Text.Words.Starts(label, "DATE"u8))
        {
            return DtgLine.TryReadLoose(value, out var dtg) && dtg.IsWellFormed ? (Found.Time, []) : default;
        }
        label = label.EndsWith(" PLA"u8) ? label[..^4] : label;
        return Is(label, "FROM"u8) || Is(label, "FM"u8) || Is(label, "ORIGINATOR"u8) ? (Found.From, "FM "u8.ToArray())
            : Is(label, "TO"u8) || Is(label, "ACTION"u8) ? (Found.To, "TO "u8.ToArray())
            : Is(label, "INFO"u8) || Is(label, "CC"u8) ? (Found.To, "INFO "u8.ToArray())
            : default;
    }

    /// <summary>A line of a mail system's heading that no format line says; a subject is one only where the text has its own.</summary>
    private static bool IsOther(ReadOnlySpan<byte> text, ReadOnlySpan<byte> bytes) =>
        text.StartsWith("PRECEDENCE "u8)
        || text.StartsWith("TYPE: DMS"u8)
        || (text.StartsWith("SUBJECT: "u8) && bytes.IndexOf("\nTEXT:"u8) >= 0 && bytes.IndexOf("\nSUBJ/"u8) >= 0);

    private static bool Is(ReadOnlySpan<byte> label, ReadOnlySpan<byte> word) => Text.Words.Equal(label, word);

    /// <summary>A damaged line of the three that open a heading, told by its neighbours.</summary>
    private static Found Mend(ReadOnlySpan<byte> text, int start, LineCursor next, ViewEdits edits, Found found)
    {
        if (!found.HasFlag(Found.Time))
        {
            var mended = MendTime(text, start, next, edits);
            return mended != Found.Nothing
                ? mended
                : FormatLine.Prosign(text, out _) switch
                {
                    6 => Found.From,
                    7 or 8 => Found.To,
                    _ => Found.Nothing,
                };
        }
        if (!found.HasFlag(Found.From))
        {
            return MendOriginator(text, start, next, edits);
        }
        if (found.HasFlag(Found.To))
        {
            return MendBreak(text, start, next, edits);
        }
        if (FormatLine.Prosign(text, out _) is 7 or 8)
        {
            return Found.To;
        }
        var word = text[..Text.Words.WordLength(text, 0)];
        if (IsNear(word, "TO") && word.Length < text.Length)
        {
            edits.Replace(start, word.Length, "TO"u8, Rule);
            return Found.To;
        }
        if (TitleLine.IsTitle(text))
        {
            edits.Replace(start, 0, "TO "u8, Rule);
            return Found.To;
        }
        return Found.Nothing;
    }

    /// <summary>True for BT with a letter wrong, lost or doubled: alone on its line, and what begins below it is a classification.</summary>
    public static bool IsNearBreak(ReadOnlySpan<byte> text, LineCursor next) =>
        text.Length is > 0 and <= 3 && IsNear(text, "BT") && !text.SequenceEqual("BT"u8) && next.NextWithText() && IsLevel(next.Text);

    private static Found MendBreak(ReadOnlySpan<byte> text, int start, LineCursor next, ViewEdits edits)
    {
        if (!IsNearBreak(text, next))
        {
            return Found.Nothing;
        }
        edits.Replace(start, text.Length, "BT"u8, Rule);
        return Found.Text;
    }

    /// <summary>A level, or letters with blanks between as levels are printed.</summary>
    private static bool IsLevel(ReadOnlySpan<byte> text) =>
        FormatLine.IsClassification(text) || (text.Length > 12 && text[..12].Count((byte)' ') >= 5);

    /// <summary>Format line 5, as it stands or with letters for its figures, where the originator comes next.</summary>
    private static Found MendTime(ReadOnlySpan<byte> text, int start, LineCursor next, ViewEdits edits)
    {
        Span<byte> tidy = stackalloc byte[DtgLine.LongestSpaced];
        if (DtgLine.TryRead(text, out var dtg) || DtgLine.IsBare(text))
        {
            if (dtg.End > 0 && IsOriginatorBehind(text[dtg.End..], next))
            {
                edits.Replace(start + dtg.End, 0, "\nFM"u8, Rule);
                return Found.Time | Found.From;
            }
            return Found.Time;
        }
        if (!DtgLine.TryTidy(text, tidy, out var length, out var end) || !next.NextWithText())
        {
            return Found.Nothing;
        }
        var isText = IsText(next.Text);
        if (!isText && !IsOriginator(next.Text, next))
        {
            return Found.Nothing;
        }
        edits.Replace(start, end, tidy[..length], Rule);
        return isText ? Found.Time | Found.Text : Found.Time;
    }

    private static bool IsTextBelow(LineCursor next) => next.NextWithText() && IsText(next.Text);

    /// <summary>A web copy of a general message may have its text straight below the time.</summary>
    private static bool IsText(ReadOnlySpan<byte> text) => FormatLine.IsClassification(text) || TitleLine.Is(text);

    /// <summary><c>R 101500Z FEB 09 COMDT COGARD WASHINGTON DC//CG-12//</c> and TO below: FM and its line end were lost.</summary>
    private static bool IsOriginatorBehind(ReadOnlySpan<byte> rest, LineCursor next)
    {
        var groups = new GroupCursor(rest);
        return groups.Next()
            && groups.Group.Length > 2
            && groups.Group[0] != 'Z'
            && !groups.Group.SequenceEqual("PSN"u8)
            && !groups.Group.StartsWith("MID"u8)
            && rest.EndsWith("//"u8)
            && next.NextWithText()
            && FormatLine.Prosign(next.Text, out _) == 7;
    }

    private static Found MendOriginator(ReadOnlySpan<byte> text, int start, LineCursor next, ViewEdits edits)
    {
        var prosign = FormatLine.Prosign(text, out _);
        if (prosign > 0)
        {
            return prosign == 6 ? Found.From : Found.Nothing;
        }
        if (!IsOriginator(text, next))
        {
            return Found.Nothing;
        }
        var word = text[..Text.Words.WordLength(text, 0)];
        if (text.StartsWith("F M "u8))
        {
            edits.Replace(start, 3, "FM"u8, Rule);
        }
        else if (IsNear(word, "FM") || word.SequenceEqual("FROM"u8))
        {
            edits.Replace(start, word.Length, "FM"u8, Rule);
        }
        else
        {
            edits.Replace(start, 0, word.StartsWith("FM"u8) ? [] : "FM "u8, Rule);
        }
        return Found.From;
    }

    /// <summary>A line that names an originator: behind FM, near FM and above TO, or with its offices and above an address.</summary>
    private static bool IsOriginator(ReadOnlySpan<byte> text, LineCursor next)
    {
        if (FormatLine.Prosign(text, out _) == 6)
        {
            return true;
        }
        var word = text[..Text.Words.WordLength(text, 0)];
        if (FormatLine.IsClassification(text) || TextSign.Is(text) || !next.NextWithText())
        {
            return false;
        }
        var isNear = (IsNear(word, "FM") || word.SequenceEqual("FROM"u8)) && word.Length < text.Length;
        var below = next.Text[..Text.Words.WordLength(next.Text, 0)];
        var isAddress = FormatLine.Prosign(next.Text, out _) is 7 or 8;
        return isNear
            ? isAddress || IsNear(below, "TO")
            : text.EndsWith("//"u8) && Text.Words.IsUpper(text[0]) && (isAddress || TitleLine.IsTitle(next.Text));
    }

    /// <summary>At most three letters, of which one is wrong, lost or too many.</summary>
    private static bool IsNear(ReadOnlySpan<byte> word, string prosign)
    {
        if (word.Length is < 1 or > 3)
        {
            return false;
        }
        Span<char> letters = stackalloc char[word.Length];
        System.Text.Encoding.Latin1.GetChars(word, letters);
        return Tables.EditDistance.Within(letters, prosign, 1) <= 1;
    }
}
