using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Framing;

/// <summary>
/// A message quoted in a mail, every line behind <c>&gt;</c> or <c>|</c>, or listed with the number of every line in front of it: both are left out of
/// the view (text.md N-2).
/// </summary>
internal static class QuotedCopy
{
    /// <summary>So far the first lines are looked at.</summary>
    private const int MostLines = 40;

    /// <summary>So many of them are quoted or numbered at least.</summary>
    private const int Fewest = 4;

    private const int LongestNumber = 5;
    private const string Rule = "N-2";

    /// <summary>The view without the signs; null where nothing with a date-time group is quoted.</summary>
    public static MessageView? Restore(MessageView view)
    {
        var bytes = view.Bytes.Span;
        var lines = new LineCursor(bytes, 0);
        var isNumbered = lines.NextWithText() && Words.IsDigit(lines.Text[0]);
        if (!isNumbered && SignLength(bytes[..Math.Min(bytes.Length, 3)]) == 0 && bytes.IndexOf("\n>"u8) < 0 && bytes.IndexOf("\n|"u8) < 0)
        {
            return null;
        }
        Span<byte> tidy = stackalloc byte[DtgLine.LongestSpaced];
        var (quoted, hasTime, number) = (0, false, 0);
        lines = new LineCursor(bytes, 0);
        for (var seen = 0; seen < MostLines && lines.NextWithText(); seen++)
        {
            var sign = isNumbered ? NumberLength(lines.Text, ref number) : SignLength(lines.Text);
            quoted += sign > 0 ? 1 : 0;
            hasTime |= sign > 0 && (DtgLine.TryRead(lines.Text[sign..], out _) || DtgLine.TryTidy(lines.Text[sign..], tidy, out _, out _));
        }
        return quoted >= Fewest && hasTime ? MessageView.Over(view, WithoutSigns(view, isNumbered)) : null;
    }

    private static MessageView WithoutSigns(MessageView view, bool isNumbered)
    {
        var bytes = view.Bytes.Span;
        var edits = new ViewEdits(view.Bytes);
        var lines = new LineCursor(bytes, 0);
        var number = 0;
        while (lines.NextWithText())
        {
            var line = bytes[lines.Start..lines.End];
            if ((isNumbered ? NumberLength(line, ref number) : SignLength(line)) is > 0 and var sign)
            {
                edits.Replace(lines.Start, sign, [], Rule);
            }
        }
        return edits.ToView(view.IsAscii);
    }

    /// <summary>
    /// The number in front of a line, one more than that before it (<paramref name="next"/>, 0 where none came yet), with its blanks and sign; 0 without one.
    /// </summary>
    private static int NumberLength(ReadOnlySpan<byte> line, ref int next)
    {
        var at = Words.SkipBlanks(line, 0);
        if (!Words.TryNumber(line, at, out var number, out var digits) || digits > LongestNumber || (next > 0 && number != next))
        {
            return 0;
        }
        var end = Words.SkipBlanks(line, at + digits);
        var hasSign = end < line.Length && line[end] is (byte)'|' or (byte)':';
        if (!hasSign && end == at + digits && end < line.Length)
        {
            return 0;
        }
        next = number + 1;
        return hasSign ? Words.SkipBlanks(line, end + 1) : end;
    }

    /// <summary>The signs of quotation at the start of a line, <c>&gt; &gt; </c>, with their blanks; 0 without one.</summary>
    private static int SignLength(ReadOnlySpan<byte> line)
    {
        var length = 0;
        for (var at = 0; at < line.Length && line[at] is (byte)'>' or (byte)'|' or (byte)' '; at++)
        {
            length = line[at] == ' ' ? length : at + 1;
        }
        return length > 0 && length < line.Length && line[length] == ' ' ? length + 1 : length;
    }
}
