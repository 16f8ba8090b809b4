using System.Globalization;
using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Writing;

/// <summary>Sets free text in lines, and any text that was read and shall go on in its own words (transmission.md 2.10: sent exactly as written).</summary>
internal static class PlainWords
{
    /// <summary>Classification line and paragraphs.</summary>
    public static TextSheet Set(Message message, Keyboard keyboard)
    {
        var sheet = new TextSheet(keyboard) { ClassLine = message.Classification is null ? null : ClassLine(message) };
        foreach (var paragraph in message.Paragraphs)
        {
            sheet.BeginParagraph();
            sheet.Add("", paragraph.Text);
        }
        return sheet;
    }

    /// <summary>
    /// The text of a read message as it stands there, page lines cut out; a paragraph ends at a blank line or before a number. Where it must go in
    /// sections, classification line and repeated lines are those of <paramref name="composed"/>.
    /// </summary>
    public static TextSheet Copy(Message message, TextSheet composed, Keyboard keyboard)
    {
        var lines = PlainText.Of(message).Trim('\n').Split('\n');
        var first = lines[0].Trim();
        var hasClassLine = composed.ClassLine is not null && LevelWord.TryRead(Encoding.UTF8.GetBytes(first), out _, out _);
        var sheet = new TextSheet(keyboard)
        {
            ClassLine = hasClassLine ? section => section is null ? first : composed.ClassLine!(section) : null,
        };
        sheet.Repeated.AddRange(composed.Repeated);
        var paragraph = new StringBuilder();
        foreach (var line in hasClassLine ? lines[1..] : lines)
        {
            var isBlank = string.IsNullOrWhiteSpace(line);
            if (isBlank || ParagraphStart.TryRead(Encoding.UTF8.GetBytes(line), out _))
            {
                End(sheet, paragraph);
            }
            if (isBlank)
            {
                sheet.AddBlank();
            }
            else
            {
                paragraph.Append(paragraph.Length > 0 ? "\n" : "").Append(line);
            }
        }
        End(sheet, paragraph);
        return sheet;
    }

    private static void End(TextSheet sheet, StringBuilder paragraph)
    {
        if (paragraph.Length > 0)
        {
            sheet.BeginParagraph();
            sheet.Add("", paragraph.ToString());
            paragraph.Clear();
        }
    }

    /// <summary>Level, caveats and captions, subject code, section (transmission.md 2.10, 6.5).</summary>
    public static Func<Section?, string> ClassLine(Message message) =>
        section =>
        {
            var line = new StringBuilder();
            if (message.Classification is { } classification)
            {
                line.Append(LevelPrint.Words(classification));
                foreach (var word in classification.Caveats.AddRange(message.Captions))
                {
                    line.Append(' ').Append(word);
                }
            }
            if (message.SubjectCode is { } code)
            {
                line.Append(CultureInfo.InvariantCulture, $" //{code}//");
            }
            if (section is { Number: { } number, Of: { } of })
            {
                line.Append(section.Final ? $" FINAL SECTION OF {of}" : $" SECTION {number} OF {of}");
            }
            return line.ToString();
        };
}
