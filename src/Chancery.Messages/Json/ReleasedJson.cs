using System.Globalization;
using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>The members that only released copies have: distribution, drafting block, attributes, release events.</summary>
internal static class ReleasedJson
{
    public static void Write(Utf8JsonWriter writer, Message message)
    {
        WriteDistribution(writer, message.Distribution);
        WriteDrafting(writer, message.Drafting);
        WriteCounter(writer, message.DashCounter);
        writer.WriteStartObject("attributes");
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in message.Attributes)
        {
            if (written.Add(name))
            {
                writer.WriteString(name, value);
            }
        }
        writer.WriteEndObject();
        writer.WriteStartArray("releaseEvents");
        foreach (var (date, action, raw) in message.ReleaseEvents)
        {
            writer.WriteStartObject();
            writer.WriteString("date", date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteString("action", action);
            writer.WriteString("raw", raw);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteDistribution(Utf8JsonWriter writer, Distribution? distribution)
    {
        if (distribution is null)
        {
            writer.WriteNull("distribution");
            return;
        }
        writer.WriteStartObject("distribution");
        WriteOffices(writer, "action", distribution.Action);
        if (distribution.Origin.IsEmpty)
        {
            writer.WriteNull("origin");
        }
        else
        {
            WriteOffices(writer, "origin", distribution.Origin);
        }
        WriteOffices(writer, "info", distribution.Info);
        if (distribution.Sum is { } sum)
        {
            writer.WriteNumber("sum", sum);
            writer.WriteBoolean("sumOk", distribution.IsSumRight == true);
        }
        else
        {
            writer.WriteNull("sum");
            writer.WriteNull("sumOk");
        }
        writer.WriteEndObject();
    }

    private static void WriteOffices(Utf8JsonWriter writer, string name, ImmutableArray<OfficeCopies> offices)
    {
        writer.WriteStartArray(name);
        foreach (var (office, copies) in offices)
        {
            writer.WriteStartObject();
            writer.WriteString("office", office);
            writer.WriteNumber("copies", copies);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteDrafting(Utf8JsonWriter writer, Drafting? drafting)
    {
        if (drafting is null)
        {
            writer.WriteNull("drafting");
            return;
        }
        writer.WriteStartObject("drafting");
        writer.WritePropertyName("drafter");
        WriteOfficer(writer, drafting.Drafter);
        writer.WritePropertyName("approver");
        WriteOfficer(writer, drafting.Approver);
        writer.WriteStartArray("clearances");
        foreach (var officer in drafting.Clearances)
        {
            WriteOfficer(writer, officer);
        }
        writer.WriteEndArray();
        writer.WriteString("typist", drafting.Typist);
        writer.WriteEndObject();
    }

    private static void WriteOfficer(Utf8JsonWriter writer, Officer? officer)
    {
        if (officer is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("office", officer.Office);
        writer.WriteString("name", officer.Name);
        writer.WriteString("how", officer.How);
        writer.WriteEndObject();
    }

    private static void WriteCounter(Utf8JsonWriter writer, DashCounter? counter)
    {
        if (counter is null)
        {
            writer.WriteNull("dashCounter");
            return;
        }
        writer.WriteStartObject("dashCounter");
        writer.WriteString("number", counter.Number);
        writer.WriteString("filed", counter.Filed);
        writer.WriteString("copies", counter.Copies);
        writer.WriteEndObject();
    }
}
