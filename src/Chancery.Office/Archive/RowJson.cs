using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Office;

/// <summary>Rows of lists as JSON, written by hand: the names are a contract. Stores of an earlier version hold rows in this form (<see cref="Read"/>).</summary>
public static class RowJson
{
    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="StoreException">It is no such row: the store is damaged.</exception>
    public static MessageRow Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return RowJsonReader.Read(json);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException)
        {
            throw RowBytes.Damaged(fault);
        }
    }

    /// <summary>Writes a row as one object.</summary>
    public static void Write(Utf8JsonWriter writer, MessageRow row)
    {
        writer.WriteStartObject();
        WriteFields(writer, row);
        writer.WriteEndObject();
    }

    /// <summary>A row as UTF-8.</summary>
    public static byte[] ToBytes(MessageRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, row);
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the members of a row into an object that is open.</summary>
    public static void WriteFields(Utf8JsonWriter writer, MessageRow row)
    {
        writer.WriteString("id", row.Id.ToString());
        WriteFiling(writer, row);
        writer.WriteStartObject("identity");
        writer.WriteString("message", row.MessageIdentity);
        writer.WriteString("transmission", row.TransmissionIdentity);
        writer.WriteString("channel", row.ChannelIdentity);
        writer.WriteEndObject();
        writer.WriteString("profile", row.Profile.Name());
        writer.WriteString("family", row.Family.Name());
        writer.WritePrecedence(row.Precedence);
        writer.WriteDtg("dtg", row.Dtg);
        writer.WriteOriginator(row.From);
        writer.WriteAddressees("action", row.Action);
        writer.WriteMrn(row.Mrn);
        writer.WriteSerial(row.Serial);
        writer.WriteSection(row.Section);
        writer.WriteClassification(row.Classification);
        writer.WriteEffectiveLevel(row.EffectiveLevel);
        writer.WriteBoolean("extract", row.IsExtract);
        writer.WriteStrings("captions", row.Captions);
        writer.WriteTags(row.Tags);
        writer.WriteSubject(row.Subject);
        writer.WriteStrings("states", row.States);
        writer.WriteStartArray("snippets");
        foreach (var snippet in row.Snippets)
        {
            WriteSnippet(writer, snippet);
        }
        writer.WriteEndArray();
        writer.WriteStartObject("findingCounts");
        writer.WriteNumber("errors", row.Errors);
        writer.WriteNumber("warnings", row.Warnings);
        writer.WriteNumber("infos", row.Infos);
        writer.WriteStrings("ids", row.Findings);
        writer.WriteEndObject();
    }

    /// <summary>Writes what filing adds to a message: <c>filedAt</c>, <c>origin</c> and <c>filing</c>.</summary>
    public static void WriteFiling(Utf8JsonWriter writer, MessageRow row)
    {
        writer.WriteString("filedAt", row.FiledAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        writer.WriteStartObject("origin");
        writer.WriteString("door", row.Origin.Door);
        writer.WriteString("name", row.Origin.Name);
        writer.WriteEndObject();
        writer.WriteBoolean("filing", row.Filing);
    }

    private static void WriteSnippet(Utf8JsonWriter writer, Snippet snippet)
    {
        writer.WriteStartObject();
        writer.WriteString("text", snippet.Text);
        writer.WriteStartArray("hits");
        foreach (var hit in snippet.Hits)
        {
            writer.WriteStartObject();
            writer.WriteNumber("start", hit.Start);
            writer.WriteNumber("length", hit.Length);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteString("paragraph", snippet.Paragraph);
        writer.WriteEndObject();
    }
}
