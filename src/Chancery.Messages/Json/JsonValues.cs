using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>Values that occur in several objects of the JSON contract, each written in one way.</summary>
public static class JsonValues
{
    /// <summary>Units handed over at a time.</summary>
    internal const int Piece = 1 << 20;

    /// <summary>An instant, to the second, in Z.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Writes an array of strings.</summary>
    public static void WriteStrings(this Utf8JsonWriter writer, string name, ImmutableArray<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteTextValue(value);
        }
        writer.WriteEndArray();
    }

    /// <summary>
    /// Writes text of any length. The writer refuses a single value of more than 166 million units, which a line of a hostile input can
    /// reach: long text is handed over in pieces.
    /// </summary>
    public static void WriteText(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null || value.Length <= Piece)
        {
            writer.WriteString(name, value);
            return;
        }
        writer.WritePropertyName(name);
        writer.WriteTextValue(value);
    }

    /// <summary>As <see cref="WriteText"/>, for an element of an array.</summary>
    public static void WriteTextValue(this Utf8JsonWriter writer, string value)
    {
        var rest = value.AsSpan();
        while (rest.Length > Piece)
        {
            writer.WriteStringValueSegment(rest[..Piece], isFinalSegment: false);
            rest = rest[Piece..];
        }
        if (rest.Length == value.Length)
        {
            writer.WriteStringValue(rest);
            return;
        }
        writer.WriteStringValueSegment(rest, isFinalSegment: true);
    }

    /// <summary>Writes a number or null.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes the member <c>precedence</c>.</summary>
    public static void WritePrecedence(this Utf8JsonWriter writer, PrecedencePair precedence)
    {
        writer.WriteStartObject("precedence");
        writer.WriteString("action", precedence.Action?.Name());
        writer.WriteString("info", precedence.Info?.Name());
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>dtg</c> or another date-time group.</summary>
    public static void WriteDtg(this Utf8JsonWriter writer, string name, DateTimeGroup? dtg)
    {
        if (dtg is null)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartObject(name);
        writer.WriteText("raw", dtg.Raw);
        writer.WriteString("utc", dtg.Utc is { } utc ? Instant(utc) : null);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>from</c>.</summary>
    public static void WriteOriginator(this Utf8JsonWriter writer, Originator? from)
    {
        if (from is null)
        {
            writer.WriteNull("from");
            return;
        }
        writer.WriteStartObject("from");
        writer.WriteText("name", from.Name);
        writer.WriteText("routingIndicator", from.RoutingIndicator);
        writer.WriteStrings("offices", from.Offices);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>action</c> or <c>info</c>.</summary>
    public static void WriteAddressees(this Utf8JsonWriter writer, string name, ImmutableArray<Addressee> addressees)
    {
        writer.WriteStartArray(name);
        foreach (var addressee in addressees)
        {
            writer.WriteStartObject();
            writer.WriteText("routingIndicator", addressee.RoutingIndicator);
            writer.WriteText("name", addressee.Name);
            writer.WriteString("kind", Name(addressee.Kind));
            writer.WriteText("number", addressee.Number);
            writer.WriteString("precedence", addressee.Precedence?.Name());
            writer.WriteStrings("offices", addressee.Offices);
            writer.WriteBoolean("servedOtherwise", addressee.IsServedOtherwise);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static string Name(AddressKind kind) =>
        kind switch
        {
            AddressKind.Aig => "aig",
            AddressKind.Collective => "collective",
            AddressKind.CallSign => "call",
            _ => "plain",
        };

    /// <summary>Writes the member <c>classification</c>.</summary>
    public static void WriteClassification(this Utf8JsonWriter writer, Classification? classification)
    {
        if (classification is null)
        {
            writer.WriteNull("classification");
            return;
        }
        writer.WriteStartObject("classification");
        writer.WriteString("level", classification.Level.Name());
        writer.WriteStrings("caveats", classification.Caveats);
        writer.WriteText("raw", classification.Raw);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>effectiveLevel</c>.</summary>
    public static void WriteEffectiveLevel(this Utf8JsonWriter writer, EffectiveLevel effective)
    {
        writer.WriteStartObject("effectiveLevel");
        writer.WriteString("level", effective.Level?.Name());
        writer.WriteString("source", effective.Source);
        writer.WriteEndObject();
    }

    /// <summary>Writes a message reference number; <paramref name="withRaw"/> is false inside references, whose entry has its own.</summary>
    public static void WriteMrn(this Utf8JsonWriter writer, MessageReferenceNumber? mrn, bool withRaw = true)
    {
        if (mrn is null)
        {
            writer.WriteNull("mrn");
            return;
        }
        writer.WriteStartObject("mrn");
        writer.WriteNumberOrNull("year", mrn.Year);
        writer.WriteString("post", mrn.Post);
        writer.WriteNumber("number", mrn.Number);
        if (withRaw)
        {
            writer.WriteText("raw", mrn.Raw);
        }
        writer.WriteString("canonical", mrn.Canonical);
        if (withRaw)
        {
            writer.WriteText("alsoKnownAs", mrn.AlsoKnownAs);
        }
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>serial</c>.</summary>
    public static void WriteSerial(this Utf8JsonWriter writer, MessageSerial? serial)
    {
        if (serial is null)
        {
            writer.WriteNull("serial");
            return;
        }
        writer.WriteStartObject("serial");
        writer.WriteText("title", serial.Title);
        writer.WriteText("number", serial.Number);
        writer.WriteNumberOrNull("year", serial.Year);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>section</c>.</summary>
    public static void WriteSection(this Utf8JsonWriter writer, Section? section)
    {
        if (section is null)
        {
            writer.WriteNull("section");
            return;
        }
        writer.WriteStartObject("section");
        writer.WriteNumberOrNull("number", section.Number);
        writer.WriteNumberOrNull("of", section.Of);
        writer.WriteBoolean("final", section.Final);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>portion</c>.</summary>
    public static void WritePortion(this Utf8JsonWriter writer, Marking? portion)
    {
        if (portion is null)
        {
            writer.WriteNull("portion");
            return;
        }
        writer.WriteStartObject("portion");
        writer.WriteString("level", portion.Level.Name());
        writer.WriteStrings("caveats", portion.Caveats);
        writer.WriteText("raw", portion.Raw);
        writer.WriteEndObject();
    }

    /// <summary>Writes the member <c>tags</c>.</summary>
    public static void WriteTags(this Utf8JsonWriter writer, ImmutableArray<Tag> tags)
    {
        writer.WriteStartArray("tags");
        foreach (var tag in tags)
        {
            writer.WriteStartObject();
            writer.WriteString("code", tag.Code);
            writer.WriteString("kind", Lower(tag.Kind));
            writer.WriteText("raw", tag.Raw);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Writes the member <c>subject</c>.</summary>
    public static void WriteSubject(this Utf8JsonWriter writer, Subject? subject)
    {
        if (subject is null)
        {
            writer.WriteNull("subject");
            return;
        }
        writer.WriteStartObject("subject");
        writer.WriteText("text", subject.Text);
        writer.WritePortion(subject.Portion);
        writer.WriteEndObject();
    }

    /// <summary>The lower-case name of a kind.</summary>
    internal static string Lower<T>(T kind)
        where T : struct, Enum => Kinds<T>.Names.GetValueOrDefault(kind) ?? kind.ToString().ToLowerInvariant();

    private static class Kinds<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>()
            .ToFrozenDictionary(kind => kind, kind => kind.ToString().ToLowerInvariant());
    }
}
