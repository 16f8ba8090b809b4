using Chancery.Messages.Heading;

namespace Chancery.Messages.Framing;

/// <summary>A message quoted in a mail, every line behind <c>&gt;</c> or <c>|</c>: the signs are left out of the view (text.md N-2).</summary>
internal static class QuotedCopy
{
    /// <summary>So far the first lines are looked at.</summary>
    private const int MostLines = 40;

    /// <summary>So many of them are quoted at least.</summary>
    private const int Fewest = 4;

    private const string Rule = "N-2";

    /// <summary>The view without the signs; null where nothing with a date-time group is quoted.</summary>
    public static MessageView? Restore(MessageView view)
    {
        var bytes = view.Bytes.Span;
        if (SignLength(bytes[..Math.Min(bytes.Length, 3)]) == 0 && bytes.IndexOf("\n>"u8) < 0 && bytes.IndexOf("\n|"u8) < 0)
        {
            return null;
        }
        Span<byte> tidy = stackalloc byte[DtgLine.LongestSpaced];
        var (quoted, hasTime) = (0, false);
        var lines = new LineCursor(bytes, 0);
        for (var seen = 0; seen < MostLines && lines.NextWithText(); seen++)
        {
            var sign = SignLength(lines.Text);
            quoted += sign > 0 ? 1 : 0;
            hasTime |= sign > 0 && (DtgLine.TryRead(lines.Text[sign..], out _) || DtgLine.TryTidy(lines.Text[sign..], tidy, out _, out _));
        }
        return quoted >= Fewest && hasTime ? MessageView.Over(view, WithoutSigns(view)) : null;
    }

    private static MessageView WithoutSigns(MessageView view)
    {
        var bytes = view.Bytes.Span;
        var edits = new ViewEdits(view.Bytes);
        var lines = new LineCursor(bytes, 0);
        while (lines.NextWithText())
        {
            if (SignLength(bytes[lines.Start..lines.End]) is > 0 and var sign)
            {
                edits.Replace(lines.Start, sign, [], Rule);
            }
        }
        return edits.ToView(view.IsAscii);
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
