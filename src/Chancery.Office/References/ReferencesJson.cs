using System.Globalization;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Office;

/// <summary>References and series as JSON, written by hand: the names are a contract.</summary>
public static class ReferencesJson
{
    /// <summary>Writes the references of a message as one object.</summary>
    public static void Write(Utf8JsonWriter writer, MessageReferences references)
    {
        writer.WriteStartObject();
        writer.WriteString("citeAs", references.CiteAs);
        writer.WriteString("number", references.Number);
        WriteRows(writer, "copies", references.Copies);
        writer.WriteStartArray("cites");
        foreach (var cited in references.Cites)
        {
            writer.WriteStartObject();
            writer.WriteString("label", cited.Reference.Label);
            writer.WriteText("raw", cited.Reference.Raw);
            writer.WriteString("number", cited.Reference.Mrn?.Canonical);
            WriteRows(writer, "onFile", cited.OnFile);
            writer.WriteBoolean("lookedFor", cited.IsLookedFor);
            writer.WriteString("after", Day(cited.After));
            writer.WriteString("before", Day(cited.Before));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        WriteRows(writer, "citedBy", references.CitedBy);
        writer.WriteBoolean("more", references.More);
        writer.WriteEndObject();
    }

    /// <summary>Writes series with their gaps as one object.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<NumberSeries> series)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("series");
        foreach (var one in series)
        {
            writer.WriteStartObject();
            writer.WriteString("post", one.Post);
            writer.WriteNumber("year", one.Year);
            writer.WriteNumber("first", one.First);
            writer.WriteNumber("last", one.Last);
            writer.WriteNumber("held", one.Held);
            writer.WriteNumber("missing", one.Missing);
            writer.WriteStartArray("gaps");
            foreach (var gap in one.Gaps)
            {
                writer.WriteStartObject();
                writer.WriteNumber("first", gap.First);
                writer.WriteNumber("last", gap.Last);
                writer.WriteNumber("count", gap.Count);
                writer.WriteString("after", Day(gap.After));
                writer.WriteString("before", Day(gap.Before));
                writer.WriteString("reason", gap.Reason);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter writer, string name, IReadOnlyList<MessageRow> rows)
    {
        writer.WriteStartArray(name);
        foreach (var row in rows)
        {
            RowJson.Write(writer, row);
        }
        writer.WriteEndArray();
    }

    private static string? Day(DateTime? date) => date?.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
