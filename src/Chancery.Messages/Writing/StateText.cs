using System.Globalization;
using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Writing;

/// <summary>Sets a State telegram's fields in lines, in the standard order (text.md 4).</summary>
internal static class StateText
{
    public static TextSheet Set(Message message, Keyboard keyboard)
    {
        var sheet = new TextSheet(keyboard) { ClassLine = section => ClassLine(message, section) };
        Captions(sheet, message);
        Head(sheet, message);
        if (message.ClassifiedBy is { } authority)
        {
            var raw = authority.Raw;
            sheet.Open(raw.StartsWith("CLASSIFIED", StringComparison.OrdinalIgnoreCase) ? "" : "CLASSIFIED BY: ", raw, isRepeated: false);
            sheet.OpenBlank(isRepeated: false);
        }
        foreach (var paragraph in message.Paragraphs)
        {
            Add(sheet, paragraph);
        }
        if (message.Signature is { } signature)
        {
            sheet.Add("", signature);
        }
        return sheet;
    }

    /// <summary>Level, caveats, section, number (text.md 4, class-line).</summary>
    private static string ClassLine(Message message, Section? section)
    {
        var line = new StringBuilder();
        if (message.Classification is { } classification)
        {
            line.Append(Level(message, classification));
            foreach (var caveat in classification.Caveats)
            {
                line.Append(' ').Append(caveat);
            }
        }
        if (section is { Number: { } number, Of: { } of })
        {
            line.Append(section.Final ? " FINAL SECTION" : string.Create(CultureInfo.InvariantCulture, $" SECTION {number:00}"));
            line.Append(CultureInfo.InvariantCulture, $" OF {of:00}");
        }
        if (message.Mrn is { } mrn)
        {
            line.Append(CultureInfo.InvariantCulture, $" {mrn.Post} {mrn.Number:000000}");
        }
        return line.ToString();
    }

    /// <summary>UNCLAS alone where a caption line says the control (CL-6).</summary>
    private static string Level(Message message, Classification classification) =>
        classification.Level == Messages.Level.Sbu && message.Captions.Contains("SENSITIVE") ? "UNCLAS" : LevelPrint.Words(classification);

    private static void Captions(TextSheet sheet, Message message)
    {
        sheet.OpenBlank(isRepeated: true);
        foreach (var caption in message.Captions)
        {
            sheet.Open("", caption, isRepeated: true);
        }
        if (!message.Captions.IsEmpty)
        {
            sheet.OpenBlank(isRepeated: true);
        }
        foreach (var passing in message.Passing)
        {
            sheet.Open(passing.Target is { } target ? $"{target} FOR " : "FOR ", Passed(passing), isRepeated: false);
        }
        if (!message.Passing.IsEmpty)
        {
            sheet.OpenBlank(isRepeated: false);
        }
    }

    /// <summary>Offices, each with a name behind it as long as there are names.</summary>
    private static string Passed(PassingLine line)
    {
        var words = new List<string>();
        for (var i = 0; i < Math.Max(line.Offices.Length, line.Names.Length); i++)
        {
            var office = i < line.Offices.Length ? line.Offices[i] : "";
            words.Add(i < line.Names.Length ? $"{office} ({line.Names[i]})".TrimStart() : office);
        }
        return string.Join(", ", words);
    }

    private static void Head(TextSheet sheet, Message message)
    {
        if (message.Declassification is { } order)
        {
            sheet.Open($"E.O. {order.Order}: ", order.Raw, isRepeated: true);
        }
        if (!message.Tags.IsEmpty)
        {
            sheet.Open("TAGS: ", Tags(message.Tags), isRepeated: true);
        }
        if (message.Subject is { } subject)
        {
            sheet.Open(subject.Portion is { } mark ? $"SUBJECT: {mark.Raw} " : "SUBJECT: ", subject.Text, isRepeated: true);
        }
        for (var i = 0; i < message.References.Length; i++)
        {
            var reference = message.References[i];
            var label = reference.Label is { } letter ? letter + ". " : "";
            sheet.Open((i == 0 ? "REF: " : "     ") + label, reference.Raw + Flags(reference), isRepeated: false);
        }
        sheet.OpenBlank(isRepeated: true);
    }

    /// <summary>Codes with commas between; a person stands in brackets behind its TAG.</summary>
    private static string Tags(ImmutableArray<Tag> tags)
    {
        var words = new StringBuilder();
        foreach (var tag in tags)
        {
            var isPerson = tag.Kind == TagKind.Person;
            words
                .Append(
                    words.Length == 0 ? ""
                    : isPerson ? " "
                    : ", "
                )
                .Append(isPerson ? $"({tag.Code})" : tag.Code);
        }
        return words.ToString();
    }

    private static string Flags(MessageReference reference)
    {
        var flags = new StringBuilder();
        foreach (var flag in reference.Flags)
        {
            if (!reference.Raw.Contains(flag, StringComparison.OrdinalIgnoreCase))
            {
                flags.Append(" (").Append(flag).Append(')');
            }
        }
        return flags.ToString();
    }

    private static void Add(TextSheet sheet, Paragraph paragraph)
    {
        sheet.BeginParagraph();
        var opening = paragraph.Number is { } number ? number + ". " : "";
        opening += paragraph.Portion is { } mark ? mark.Raw + " " : "";
        if (paragraph.Heading is { } heading)
        {
            if (!paragraph.Labels.IsEmpty && IsLabel(heading, paragraph.Labels[^1]))
            {
                opening += heading + ": ";
            }
            else
            {
                sheet.Add("", heading);
                sheet.Add("", new string('-', Math.Min(heading.Length, TextSheet.Width)));
                sheet.AddBlank();
            }
        }
        sheet.Add(opening, paragraph.Text);
        sheet.AddBlank();
    }

    private static bool IsLabel(string heading, string label) =>
        PassageLabel.TryRead(Encoding.UTF8.GetBytes(heading), out var read, out var length, out _)
        && length == heading.Length
        && read == label;
}
