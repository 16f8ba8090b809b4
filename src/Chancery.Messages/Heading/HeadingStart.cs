using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>Where a heading can start: the same answer for the framer, which cuts there, and for the reader, which reads from there.</summary>
internal static class HeadingStart
{
    /// <summary>Behind so many lines of something else, a heading must show its address to be believed.</summary>
    private const int MostNoise = 40;

    /// <summary>So far the first set of a copy on one line is looked for.</summary>
    private const int LongestHead = 600;

    /// <summary>
    /// The number of the format line by which a heading could start at <paramref name="text"/>, or 0. Format lines 5 and 6 are weak signs:
    /// ask <see cref="IsAddressed"/> where something else came before.
    /// </summary>
    public static int At(ReadOnlySpan<byte> text, LineCursor next)
    {
        if (!MayStart(text))
        {
            return 0;
        }
        if (ForeignForm.At(text, next) is not null || FormatLine.IsChannel(text))
        {
            return 1;
        }
        if (FormatLine.IsHeader(text))
        {
            return 2;
        }
        if (FormatLine.IsCalling(text, out _))
        {
            return next.NextWithText() && (FormatLine.IsStation(next.Text) || IsPilot(next.Text)) ? 2 : 0;
        }
        if (text.Length <= 8 && FormatLine.ChannelNumberLength(text) == text.Length)
        {
            return IsBeforeCalling(next) ? 1 : 0;
        }
        if (FormatLine.IsStation(text))
        {
            return next.NextWithText() && (FormatLine.IsWarning(next.Text) || DtgLine.TryRead(next.Text, out _)) ? 3 : 0;
        }
        if (FormatLine.IsWarning(text))
        {
            return next.NextWithText() && DtgLine.TryRead(next.Text, out _) ? 4 : 0;
        }
        if (DtgLine.TryRead(text, out _) ? !IsWebCopy(text) : IsDamagedDtg(text, next))
        {
            return 5;
        }
        if (DtgLine.IsBare(text))
        {
            return next.NextWithText() && (FormatLine.Prosign(next.Text, out _) == 6 || FormatLine.IsClassification(next.Text)) ? 5 : 0;
        }
        return FormatLine.Prosign(text, out _) == 6 ? 6 : 0;
    }

    /// <summary>The one line of a pilot: a security warning or none, and the signal that says why it was set (transmission.md 2.16).</summary>
    private static bool IsPilot(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text[..Math.Min(text.Length, 40)]);
        if (FormatLine.IsWarning(text))
        {
            groups.Next();
            groups.Next();
        }
        return groups.Next() && Pilot.IsBeforeWhole(groups.Group);
    }

    /// <summary>A copy from the web on one line has a date-time group and no address: all of it is text (text.md NV-6).</summary>
    private static bool IsWebCopy(ReadOnlySpan<byte> text) =>
        text.Length > 120
        && text[..Math.Min(text.Length, LongestHead)] is var head
        && head.IndexOf(" MSGID/"u8) is var set and > 0
        && head[..set].IndexOf(" FM "u8) < 0;

    /// <summary>Format line 5 whose zone or a digit was lost, or that has blanks among its digits: a precedence in front, a month in it, and FM on the next line.</summary>
    private static bool IsDamagedDtg(ReadOnlySpan<byte> text, LineCursor next) =>
        text.Length is >= 12 and <= 69
        && text[1] == ' '
        && (DtgLine.TryReadLoose(text, out var dtg) ? FormatLine.IsPrecedence(dtg.First) : DtgLine.IsSpaced(text))
        && next.NextWithText()
        && FormatLine.Prosign(next.Text, out _) == 6;

    /// <summary>As <see cref="At"/>, for the first heading of an input behind <paramref name="noise"/> lines of something else.</summary>
    public static int First(ReadOnlySpan<byte> text, LineCursor next, int noise)
    {
        var start = At(text, next);
        return start switch
        {
            5 => noise <= MostNoise || IsAddressed(next, afterDtg: true) ? 5 : 0,
            6 => noise <= MostNoise && IsAddressed(next, afterDtg: false) ? 6 : 0,
            _ => start,
        };
    }

    /// <summary>Behind format line 5: an address or BT; behind FM: an addressee, format line 5 that slipped in between aside.</summary>
    public static bool IsAddressed(LineCursor next, bool afterDtg)
    {
        if (!next.NextWithText() || (!afterDtg && IsTime(next.Text) && !next.NextWithText()))
        {
            return false;
        }
        var prosign = FormatLine.Prosign(next.Text, out _);
        return afterDtg ? prosign > 0 || FormatLine.IsBreak(next.Text, out _) : prosign is 7 or 8;
    }

    private static bool IsTime(ReadOnlySpan<byte> text) => DtgLine.TryRead(text, out _) || DtgLine.IsBare(text);

    /// <summary>Behind format line 5 inside or straight behind a text: FM, and an addressee.</summary>
    public static bool IsFullyAddressed(LineCursor next) =>
        next.NextWithText()
        && FormatLine.Prosign(next.Text, out _) == 6
        && next.NextWithText()
        && FormatLine.Prosign(next.Text, out _) is 7 or 8;

    /// <summary>Behind a bare channel number: format line 2, perhaps one number more between (ZFU).</summary>
    private static bool IsBeforeCalling(LineCursor next) =>
        next.NextWithText()
        && (
            FormatLine.IsCalling(next.Text, out _)
            || (
                next.Text.Length <= 8
                && FormatLine.ChannelNumberLength(next.Text) == next.Text.Length
                && next.NextWithText()
                && FormatLine.IsCalling(next.Text, out _)
            )
        );

    /// <summary>Behind an ACP 128 header: the security warning or format line 5.</summary>
    public static bool IsBelowHeader(LineCursor next)
    {
        for (var i = 0; i < 3 && next.NextWithText(); i++)
        {
            if (FormatLine.IsWarning(next.Text) || DtgLine.TryRead(next.Text, out _))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A first look at one byte; a bare channel number or date-time group may begin with anything, but it is short and ends in a digit.</summary>
    private static bool MayStart(ReadOnlySpan<byte> text) =>
        text[0] switch
        {
            (byte)'V' or (byte)'Z' or (byte)'O' or (byte)'P' or (byte)'R' or (byte)'Y' or (byte)'W' or (byte)'M' => true,
            (byte)'D' or (byte)'F' or (byte)'J' or (byte)'\'' or 7 => true,
            _ => text.Length is >= 6 and <= 69
                && char.IsAsciiDigit((char)text[^1])
                && (text.Length <= 8 || (text.Length <= 18 && char.IsAsciiDigit((char)text[0])) || text.IndexOf(" DE "u8) > 0),
        };
}
