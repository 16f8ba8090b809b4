using System.Globalization;
using System.Text;

namespace Chancery.Messages.Writing;

/// <summary>Sets the fields of a naval text in lines (text.md 17): sets, or the looser form with a subject line.</summary>
internal static class NavalText
{
    public static TextSheet Set(Message message, Keyboard keyboard)
    {
        var sheet = new TextSheet(keyboard) { ClassLine = PlainWords.ClassLine(message) };
        if (message.Serial is { } serial)
        {
            var year = serial.Year is { } printed ? string.Create(CultureInfo.InvariantCulture, $"/{printed % 100:00}") : "";
            sheet.Open("", $"{serial.Title} {serial.Number}{year}", isRepeated: false);
        }
        if (message.Family == TextFamily.NavalSet)
        {
            Sets(sheet, message);
        }
        else
        {
            if (message.Subject is { } subject)
            {
                sheet.Open(subject.Portion is { } mark ? $"SUBJ: {mark.Raw} " : "SUBJ: ", subject.Text, isRepeated: false);
            }
            Paragraphs(sheet, "", message.Paragraphs, "");
        }
        return sheet;
    }

    /// <summary>Every set from its fields; the one that holds the numbered text from the paragraphs.</summary>
    private static void Sets(TextSheet sheet, Message message)
    {
        var isTextSet = true;
        foreach (var set in message.Sets)
        {
            if (isTextSet && set.Id is "RMKS" or "GENTEXT" && !message.Paragraphs.IsEmpty)
            {
                var indicator = set.Id == "GENTEXT" && set.Fields is [var name, ..] ? name + "/" : "";
                Paragraphs(sheet, $"{set.Id}/{indicator}", message.Paragraphs, "//");
                isTextSet = false;
                continue;
            }
            sheet.BeginParagraph();
            sheet.Add("", $"{set.Id}/{string.Join('/', set.Fields)}//");
        }
    }

    private static void Paragraphs(TextSheet sheet, string before, ImmutableArray<Paragraph> paragraphs, string behind)
    {
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var paragraph = paragraphs[i];
            var opening = new StringBuilder(i == 0 ? before : "");
            opening.Append(paragraph.Number is { } number ? number + ". " : "");
            opening.Append(paragraph.Portion is { } mark ? mark.Raw + " " : "");
            sheet.BeginParagraph();
            sheet.Add(opening.ToString(), i == paragraphs.Length - 1 ? paragraph.Text + behind : paragraph.Text);
        }
    }
}
