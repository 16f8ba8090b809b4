using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Messages.Json;

namespace Chancery.Cli.Reading;

/// <summary>Keeps the sections that were met while inputs are read, and shows each message they make up.</summary>
internal sealed class SectionsShown(Terminal terminal, MessageReader reader)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<Message>> byFile = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> unordered = [];

    /// <summary>Keeps what is a section. Inputs are read side by side.</summary>
    public void Add(string file, ImmutableArray<Message> messages)
    {
        var sections = messages.Where(message => message.Section is not null).ToImmutableArray();
        if (!sections.IsEmpty && byFile.TryAdd(file, sections))
        {
            unordered.Enqueue(file);
        }
    }

    /// <summary>Shows the messages put together, in the order of their first sections by file.</summary>
    public void Show(string form)
    {
        var files = new Dictionary<Message, string>(ReferenceEqualityComparer.Instance);
        foreach (var file in unordered.Order(StringComparer.Ordinal))
        {
            foreach (var message in byFile[file])
            {
                files.Add(message, file);
            }
        }
        foreach (var joined in new Reassembly(reader).Join(files.Keys))
        {
            switch (form)
            {
                case "json":
                    JsonLine.Print(terminal, writer => WriteJson(writer, joined, files));
                    break;
                case "plain":
                    terminal.Print(PlainText.Of(joined.Whole) + "\n");
                    break;
                default:
                    ShowSheet(joined, files);
                    break;
            }
        }
    }

    private static void WriteJson(Utf8JsonWriter writer, SectionedMessage joined, Dictionary<Message, string> files)
    {
        writer.WriteStartObject();
        writer.WriteString("file", files[joined.Sections[0].Message]);
        MessageJson.WriteMembers(writer, joined.Whole);
        writer.WriteNumber("sectionsOf", joined.Of);
        writer.WriteStartArray("sections");
        foreach (var (number, message, span) in joined.Sections)
        {
            WriteSection(writer, number, message, files[message], span);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("missingSections");
        foreach (var number in joined.Missing)
        {
            writer.WriteNumberValue(number);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("supersededSections");
        foreach (var message in joined.Superseded)
        {
            WriteSection(writer, message.Section!.Number!.Value, message, files[message], null);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A section as received, and its part of the joined bytes.</summary>
    private static void WriteSection(Utf8JsonWriter writer, int number, Message message, string file, TextSpan? part)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", number);
        writer.WriteString("file", file);
        writer.WriteNumber("line", message.Line);
        writer.WriteNumber("offset", message.Offset);
        writer.WriteNumber("length", message.Raw.Length);
        if (part is { } span)
        {
            writer.WriteStartObject("part");
            writer.WriteNumber("offset", span.Start);
            writer.WriteNumber("length", span.Length);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private void ShowSheet(SectionedMessage joined, Dictionary<Message, string> files)
    {
        var sheet = new Sheet(terminal.Width, terminal.Colour);
        var places = joined.Sections.Select(section => $"{section.Number} {files[section.Message]}:{section.Message.Line}");
        var missing = joined.Missing.IsEmpty ? "" : $"; missing: {string.Join(", ", joined.Missing)}";
        sheet.Put($"Sections of {joined.Of} put together: {string.Join(", ", places)}{missing}", Ink.Faint).Line();
        MessageSheet.Write(sheet, joined.Whole);
        terminal.Print(sheet.Line().ToString());
    }
}
