using System.Globalization;
using System.Text.Json;

namespace Chancery.Office;

/// <summary>Writes lines of the audit trail as JSON and as CSV.</summary>
public static class AuditJson
{
    /// <summary>The first line of the CSV.</summary>
    public static string CsvHead { get; } = CsvCells.Line("sequence", "at", "who", "act", "message", "detail");

    /// <summary>Writes one object.</summary>
    public static void Write(Utf8JsonWriter writer, AuditEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", entry.Sequence);
        writer.WriteString("at", Instant(entry.At));
        writer.WriteString("who", entry.Note.Who);
        writer.WriteString("act", entry.Note.Act);
        writer.WriteString("message", entry.Note.Message?.ToString());
        writer.WriteString("detail", entry.Note.Detail);
        writer.WriteEndObject();
    }

    /// <summary>One line of CSV.</summary>
    public static string Csv(AuditEntry entry) =>
        CsvCells.Line(
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            Instant(entry.At),
            entry.Note.Who,
            entry.Note.Act,
            entry.Note.Message?.ToString() ?? "",
            entry.Note.Detail ?? ""
        );

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
