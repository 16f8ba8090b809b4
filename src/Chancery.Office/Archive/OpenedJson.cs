using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Office;

/// <summary>Writes an opened message in the JSON contract: where it came in, then everything that was read.</summary>
public static class OpenedJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, OpenedMessage opened)
    {
        writer.WriteStartObject();
        writer.WriteString("id", opened.Row.Id.ToString());
        writer.WriteString("filedAt", JsonValues.Instant(opened.Row.FiledAt));
        writer.WriteStartObject("origin");
        writer.WriteString("door", opened.Row.Origin.Door);
        writer.WriteString("name", opened.Row.Origin.Name);
        writer.WriteEndObject();
        writer.WriteString("file", opened.Row.Origin.Name);
        ExtractJson.Write(writer, opened);
        MessageJson.WriteMembers(writer, opened.Message);
        writer.WriteEndObject();
    }
}
