using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>A heading printed in small letters: the view has its lines in capitals, down to the classification (text.md CL-8, TX-108).</summary>
internal static class SmallHeading
{
    private const int MostLines = 60;

    /// <summary>The view with the heading in capitals; null where none stands in small letters.</summary>
    public static MessageView? Restore(MessageView view)
    {
        var bytes = view.Bytes.Span;
        if (!bytes.StartsWith("fm "u8) && bytes.IndexOf("\nfm "u8) < 0)
        {
            return null;
        }
        var edits = new ViewEdits(view.Bytes);
        var (seen, hasOriginator, hasTime) = (0, false, false);
        for (var lines = new LineCursor(bytes, 0); seen < MostLines && lines.NextWithText(); seen++)
        {
            var text = lines.Text;
            var capitals = new byte[text.Length];
            System.Text.Ascii.ToUpper(text, capitals, out var length);
            if (length < text.Length)
            {
                break;
            }
            hasTime |= DtgLine.TryRead(capitals, out _);
            hasOriginator |= text.StartsWith("fm "u8);
            edits.Replace(lines.Start + bytes[lines.Start..lines.End].IndexOf(text), length, capitals, WordedHeading.Rule);
            if (hasOriginator && FormatLine.IsClassification(capitals))
            {
                break;
            }
        }
        return hasOriginator && hasTime ? MessageView.Over(view, edits.ToView(view.IsAscii)) : null;
    }
}
