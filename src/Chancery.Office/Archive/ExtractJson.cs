using System.Text.Json;

namespace Chancery.Office;

/// <summary>Writes what an opened message says of itself as an extract: <c>null</c> for a whole one.</summary>
public static class ExtractJson
{
    /// <summary>Writes the member <c>extract</c>.</summary>
    public static void Write(Utf8JsonWriter writer, OpenedMessage opened)
    {
        if (!opened.IsExtract)
        {
            writer.WriteNull("extract");
            return;
        }
        writer.WriteStartObject("extract");
        writer.WriteString("level", opened.Row.Level.Name());
        writer.WriteString("source", opened.Row.EffectiveLevel.Source);
        writer.WriteStartArray("withheld");
        foreach (var paragraph in opened.Withheld)
        {
            writer.WriteStringValue(paragraph.Number);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
