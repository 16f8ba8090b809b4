using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>The members that come from the text.</summary>
internal static class TextJson
{
    public static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteClassification(message.Classification);
        writer.WriteEffectiveLevel(message.EffectiveLevel);
        writer.WriteMrn(message.Mrn);
        writer.WriteSection(message.Section);
        writer.WriteStrings("captions", message.Captions);
        WritePassing(writer, message.Passing);
        WriteDeclassification(writer, message.Declassification);
        writer.WriteTags(message.Tags);
        writer.WriteSubject(message.Subject);
        WriteReferences(writer, message.References);
        WriteBackReferences(writer, message);
        WriteAuthority(writer, message.ClassifiedBy);
        WriteParagraphs(writer, message);
        WriteWords(writer, "summary", message.Summary);
        writer.WriteStrings("actionRequests", message.ActionRequests);
        writer.WriteText("signature", message.Signature);
        writer.WriteText("releaser", message.Releaser);
        writer.WriteString("subjectCode", message.SubjectCode);
        writer.WriteSerial(message.Serial);
        WriteLife(writer, message);
        WriteSets(writer, message);
        WriteContacts(writer, message);
        ReleasedJson.Write(writer, message);
        writer.WriteStartArray("derived");
        foreach (var derived in message.Derived)
        {
            writer.WriteStartObject();
            writer.WriteString("field", derived.Field);
            writer.WriteString("rule", derived.Rule);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WritePassing(Utf8JsonWriter writer, ImmutableArray<PassingLine> passing)
    {
        writer.WriteStartArray("passing");
        foreach (var line in passing)
        {
            writer.WriteStartObject();
            writer.WriteText("target", line.Target);
            writer.WriteStrings("offices", line.Offices);
            writer.WriteStrings("names", line.Names);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteDeclassification(Utf8JsonWriter writer, Declassification? declassification)
    {
        if (declassification is null)
        {
            writer.WriteNull("declassification");
            return;
        }
        writer.WriteStartObject("declassification");
        writer.WriteString("order", declassification.Order);
        writer.WriteString("kind", JsonValues.Lower(declassification.Kind));
        writer.WriteString("date", declassification.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteText("event", declassification.Event);
        writer.WriteStrings("codes", declassification.Codes);
        writer.WriteText("raw", declassification.Raw);
        writer.WriteEndObject();
    }

    private static void WriteReferences(Utf8JsonWriter writer, ImmutableArray<MessageReference> references)
    {
        writer.WriteStartArray("references");
        foreach (var reference in references)
        {
            writer.WriteStartObject();
            writer.WriteText("label", reference.Label);
            writer.WriteString("kind", JsonValues.Lower(reference.Kind));
            writer.WriteMrn(reference.Mrn, withRaw: false);
            writer.WriteDtg("dtg", reference.Dtg);
            writer.WriteString("date", reference.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteText("originator", reference.Originator);
            writer.WriteStrings("flags", reference.Flags);
            writer.WriteText("text", reference.Text);
            writer.WriteText("raw", reference.Raw);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteBackReferences(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartArray("backReferences");
        foreach (var back in message.BackReferences)
        {
            writer.WriteStartObject();
            writer.WriteText("paragraph", message.Paragraphs[back.Paragraph].Number);
            writer.WriteText("words", back.Words);
            writer.WriteStartArray("references");
            foreach (var index in back.References)
            {
                writer.WriteNumberValue(index);
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteAuthority(Utf8JsonWriter writer, ClassificationAuthority? authority)
    {
        if (authority is null)
        {
            writer.WriteNull("classifiedBy");
            return;
        }
        writer.WriteStartObject("classifiedBy");
        writer.WriteText("title", authority.Title);
        writer.WriteText("name", authority.Name);
        writer.WriteText("agency", authority.Agency);
        writer.WriteStartArray("reasons");
        foreach (var reason in authority.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("section", reason.Section);
            writer.WriteString("letter", reason.Letter);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteText("derivedFrom", authority.DerivedFrom);
        writer.WriteText("raw", authority.Raw);
        writer.WriteEndObject();
    }

    private static void WriteParagraphs(Utf8JsonWriter writer, Message message)
    {
        var places = new PlaceFinder(message);
        writer.WriteStartArray("paragraphs");
        foreach (var paragraph in message.Paragraphs)
        {
            writer.WriteStartObject();
            writer.WriteText("number", paragraph.Number);
            writer.WritePortion(paragraph.Portion);
            writer.WriteText("heading", paragraph.Heading);
            writer.WriteStrings("labels", paragraph.Labels);
            writer.WriteNumber("line", places.Find(paragraph.Span.Start).Line);
            WriteWords(writer, "text", paragraph.Words);
            WriteParts(writer, paragraph, places);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteParts(Utf8JsonWriter writer, Paragraph paragraph, PlaceFinder places)
    {
        writer.WriteStartArray("parts");
        foreach (var part in paragraph.SubPortions())
        {
            writer.WriteStartObject();
            writer.WriteText("path", part.Path);
            writer.WritePortion(part.Portion);
            writer.WriteNumber("line", places.Find(part.Span.Start).Line);
            writer.WriteText("text", part.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteContacts(Utf8JsonWriter writer, Message message)
    {
        writer.WriteStartArray("contacts");
        foreach (var contact in message.PointsOfContact())
        {
            writer.WriteStartObject();
            writer.WriteText("name", contact.Name);
            writer.WriteText("rank", contact.Rank);
            writer.WriteText("unit", contact.Unit);
            writer.WriteText("telephone", contact.Telephone);
            writer.WriteText("email", contact.Email);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteLife(Utf8JsonWriter writer, Message message)
    {
        if (message.Cancellation is { } cancellation)
        {
            writer.WriteStartObject("cancellation");
            writer.WriteString("on", cancellation.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            writer.WriteText("raw", cancellation.Raw);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("cancellation");
        }
        writer.WriteStartArray("supersessions");
        foreach (var supersession in message.Supersessions)
        {
            writer.WriteStartObject();
            writer.WriteString("how", Name(supersession.How));
            writer.WriteSerial(supersession.Serial);
            writer.WriteText("reference", supersession.ReferenceLabel);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static string Name(SupersessionKind how) =>
        how switch
        {
            SupersessionKind.Cancels => "cancels",
            SupersessionKind.Corrects => "corrects",
            _ => "corrected by",
        };

    private static void WriteSets(Utf8JsonWriter writer, Message message)
    {
        var places = new PlaceFinder(message);
        writer.WriteStartArray("sets");
        foreach (var set in message.Sets)
        {
            writer.WriteStartObject();
            writer.WriteString("id", set.Id);
            WriteFields(writer, set);
            writer.WriteNumber("line", places.Find(set.Span.Start).Line);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Writes the fields of a set without making strings of them.</summary>
    private static void WriteFields(Utf8JsonWriter writer, MessageSet set)
    {
        if (set.MostBytes is not { } most || most > JsonValues.Piece)
        {
            writer.WriteStrings("fields", set.Fields);
            return;
        }
        writer.WriteStartArray("fields");
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        for (var at = 0; at >= 0; )
        {
            var length = set.TakeField(ref at, buffer);
            writer.WriteText(buffer.AsSpan(0, length));
        }
        ArrayPool<byte>.Shared.Return(buffer);
        writer.WriteEndArray();
    }

    /// <summary>Writes a passage without making a string of it.</summary>
    private static void WriteWords(Utf8JsonWriter writer, string name, Passage? words)
    {
        if (words?.MostBytes is not { } most || most > JsonValues.Piece)
        {
            writer.WriteText(name, words?.ToString());
            return;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        writer.WritePropertyName(name);
        writer.WriteText(buffer.AsSpan(0, words.CopyTo(buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
