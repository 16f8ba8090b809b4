using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>Writes findings. Offsets count from the start of the input, as lines do.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter writer, Message message)
    {
        var finder = new PlaceFinder(message);
        writer.WriteStartArray("findings");
        foreach (var finding in message.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("id", finding.Id);
            writer.WriteString("severity", JsonValues.Lower(finding.Severity));
            WritePlace(writer, message, ref finder, finding.Span);
            writer.WriteString("message", finding.Message);
            writer.WriteString("rule", finding.Rule);
            WriteFix(writer, message, finding.Fix);
            if (finding.Count > 1)
            {
                writer.WriteNumber("count", finding.Count);
                writer.WriteStartArray("places");
                foreach (var place in finding.Places)
                {
                    writer.WriteStartObject();
                    WritePlace(writer, message, ref finder, place);
                    writer.WriteEndObject();
                }
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, Message message, ref PlaceFinder finder, TextSpan span)
    {
        var (line, column) = finder.Find(span.Start);
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", column);
        writer.WriteNumber("offset", message.Offset + span.Start);
        writer.WriteNumber("length", span.Length);
    }

    private static void WriteFix(Utf8JsonWriter writer, Message message, Fix? fix)
    {
        if (fix is null)
        {
            writer.WriteNull("fix");
            return;
        }
        writer.WriteStartObject("fix");
        writer.WriteString("title", fix.Title);
        writer.WriteBoolean("safe", fix.IsSafe);
        writer.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            writer.WriteNumber("offset", message.Offset + edit.Span.Start);
            writer.WriteNumber("length", edit.Span.Length);
            writer.WriteString("text", edit.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
