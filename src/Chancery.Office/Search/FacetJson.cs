using System.Text.Json;

namespace Chancery.Office;

/// <summary>Facets as JSON: <c>total</c>, <c>facets</c> by name with <c>value</c>, <c>meaning</c>, <c>count</c>, and <c>months</c>.</summary>
public static class FacetJson
{
    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, FacetAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("total");
        writer.WriteNumber("count", answer.Total.Count);
        writer.WriteBoolean("exact", answer.Total.Exact);
        writer.WriteEndObject();
        writer.WriteStartObject("facets");
        foreach (var kind in FacetFields.All)
        {
            writer.WriteStartArray(kind.Name());
            foreach (var count in answer.Facets.GetValueOrDefault(kind, []))
            {
                writer.WriteStartObject();
                writer.WriteString("value", count.Value);
                writer.WriteString("meaning", count.Meaning);
                writer.WriteNumber("count", count.Count);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.WriteStartArray("months");
        foreach (var (month, count) in answer.Months)
        {
            writer.WriteStartObject();
            writer.WriteString("month", month);
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
