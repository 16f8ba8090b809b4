using System.Globalization;
using System.Text.Json;

namespace Chancery.Office;

/// <summary>What goes to the security officer and to the originator after a spill (handling.md RX-7).</summary>
/// <param name="Message">The message.</param>
/// <param name="State"><c>open</c>, <c>quarantined</c> or <c>destroyed</c>.</param>
/// <param name="Exposure">Who saw it or was sent it, oldest first.</param>
/// <param name="Notice">A draft of the notice to the originator.</param>
public sealed record SpillReport(MessageId Message, string State, IReadOnlyList<ExposureLine> Exposure, string Notice)
{
    /// <summary>The level of what the report tells: that of the message where it names it by more than its id.</summary>
    public Level Level { get; init; }

    /// <summary>Other messages that are the same and are closed too; who saw them stands in the exposure.</summary>
    public IReadOnlyList<MessageId> Copies { get; init; } = [];

    /// <summary>The exposure as CSV.</summary>
    public string Csv() =>
        CsvCells.Line("at", "who", "how", "more")
        + string.Concat(Exposure.Select(line => CsvCells.Line(Instant(line.At), line.Who, line.How, line.More ?? "")));

    /// <summary>All of it as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("message", Message.ToString());
        writer.WriteString("state", State);
        writer.WriteStartArray("copies");
        foreach (var copy in Copies)
        {
            writer.WriteStringValue(copy.ToString());
        }
        writer.WriteEndArray();
        writer.WriteStartArray("exposure");
        foreach (var line in Exposure)
        {
            writer.WriteStartObject();
            writer.WriteString("at", Instant(line.At));
            writer.WriteString("who", line.Who);
            writer.WriteString("how", line.How);
            writer.WriteString("more", line.More);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteString("notice", Notice);
        writer.WriteEndObject();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
