using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages;

/// <summary>The text of a message alone.</summary>
public static class PlainText
{
    private static ReadOnlySpan<byte> LineEnds => "\r\n"u8;

    /// <summary>
    /// The text (format line 12) as it was read: transport characters and web mark-up cleaned (text.md 3), page lines cut out,
    /// line ends as line feeds. The whole message where it has no text part. One string a call.
    /// </summary>
    public static string Of(Message message)
    {
        var view = message.View ?? new MessageView(message.Raw, message.Raw, []);
        var text = new StringBuilder();
        foreach (var part in message.Parts)
        {
            if (part is { Kind: PartKind.FormatLine, FormatLine: 12 })
            {
                Append(text, view, part.Span);
            }
        }
        if (text.Length == 0)
        {
            Append(text, view, new TextSpan(0, message.Raw.Length));
        }
        while (text.Length > 0 && text[^1] == '\n')
        {
            text.Length--;
        }
        return text.ToString();
    }

    /// <summary>What the view shows of a run of raw bytes: they are the same but for the edits.</summary>
    private static void Append(StringBuilder text, MessageView view, TextSpan raw)
    {
        var at = raw.Start;
        foreach (var edit in view.Edits)
        {
            if (edit.Raw.Start < at)
            {
                continue;
            }
            if (edit.Raw.End > raw.End)
            {
                break;
            }
            AppendLines(text, view.Raw.Span[at..edit.Raw.Start]);
            AppendLines(text, view.Bytes.Span[edit.View.Start..edit.View.End]);
            at = edit.Raw.End;
        }
        AppendLines(text, view.Raw.Span[at..raw.End]);
    }

    /// <summary>CR CR LF, CR LF and CR are one line feed.</summary>
    private static void AppendLines(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny(LineEnds);
            text.Append(Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]));
            if (end < 0)
            {
                return;
            }
            while (end < bytes.Length && bytes[end] == '\r')
            {
                end++;
            }
            bytes = bytes[(end < bytes.Length && bytes[end] == '\n' ? end + 1 : end)..];
            text.Append('\n');
        }
    }
}
