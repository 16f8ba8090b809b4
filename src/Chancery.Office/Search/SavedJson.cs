using System.Text.Json;

namespace Chancery.Office;

/// <summary>A kept search as JSON: <c>name</c>, <c>q</c>, <c>sort</c>, <c>new</c>.</summary>
public static class SavedJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, SavedAlert alert)
    {
        writer.WriteStartObject();
        writer.WriteString("name", alert.Search.Name);
        writer.WriteString("q", alert.Search.Query);
        writer.WriteString("sort", alert.Search.Sort.Word());
        writer.WriteNumber("new", alert.New);
        writer.WriteEndObject();
    }

    /// <summary>Writes several as one array.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<SavedAlert> alerts)
    {
        writer.WriteStartArray();
        foreach (var alert in alerts)
        {
            Write(writer, alert);
        }
        writer.WriteEndArray();
    }
}
