using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Messages.Checks;

namespace Chancery.Messages.Json;

/// <summary>
/// Findings as a SARIF 2.1.0 log, which editors and code hosts read: <see cref="Begin"/>, results of each message, <see cref="End"/>.
/// Every result begins with a comma; whoever puts the log together leaves the first one out.
/// </summary>
public static class SarifLog
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>A name for the page of a rule; the pages are <c>docs/findings/ID.md</c> of the sources.</summary>
    private const string Page = "urn:chancery:docs:findings:";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands before the results: the tool with every rule.</summary>
    public static byte[] Begin()
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("$schema", Schema);
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "chancery");
        writer.WriteString("semanticVersion", typeof(SarifLog).Assembly.GetName().Version!.ToString(3));
        writer.WriteStartArray("rules");
        foreach (var rule in FindingTable.Own)
        {
            WriteRule(writer, rule);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("results");
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What stands behind the results.</summary>
    public static byte[] End() => "]}]}\n"u8.ToArray();

    /// <summary>One result a finding.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="message">The message.</param>
    /// <param name="file">Its input as the user named it.</param>
    public static void WriteResults(IBufferWriter<byte> output, Message message, string file)
    {
        if (message.Findings.IsEmpty)
        {
            return;
        }
        using var writer = new Utf8JsonWriter(output, Options);
        var finder = new PlaceFinder(message);
        foreach (var finding in message.Findings)
        {
            output.Write(","u8);
            WriteResult(writer, message, finding, file, ref finder);
            writer.Flush();
            writer.Reset();
        }
    }

    private static void WriteRule(Utf8JsonWriter writer, FindingRule rule)
    {
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        WriteText(writer, "shortDescription", rule.Title);
        if (rule.Texts is { } texts)
        {
            WriteText(writer, "fullDescription", texts.What);
            WriteText(writer, "help", $"{texts.What} {texts.Why} {texts.Fix} Source: {rule.Source}.");
        }
        else
        {
            WriteText(writer, "help", $"Source: {rule.Source}.");
        }
        writer.WriteString("helpUri", Page + rule.Id);
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", Level(rule.Archive ?? rule.Live ?? Severity.Info));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, Message message, Finding finding, string file, ref PlaceFinder finder)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Id);
        writer.WriteNumber("ruleIndex", FindingTable.IndexOf(finding.Id));
        writer.WriteString("level", Level(finding.Severity));
        WriteText(writer, "message", finding.Message);
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        WriteArtifact(writer, file);
        writer.WriteStartObject("region");
        WriteRegion(writer, finding.Span, ref finder);
        writer.WriteNumber("byteOffset", message.Offset + finding.Span.Start);
        writer.WriteNumber("byteLength", finding.Span.Length);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        if (finding.Count > 1)
        {
            writer.WriteNumber("occurrenceCount", finding.Count);
        }
        if (finding.Fix is { } fix)
        {
            WriteFix(writer, fix, file, ref finder);
        }
        writer.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter writer, Fix fix, string file, ref PlaceFinder finder)
    {
        writer.WriteStartArray("fixes");
        writer.WriteStartObject();
        WriteText(writer, "description", fix.IsSafe ? fix.Title : $"Proposal: {fix.Title}");
        writer.WriteStartArray("artifactChanges");
        writer.WriteStartObject();
        WriteArtifact(writer, file);
        writer.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            writer.WriteStartObject("deletedRegion");
            WriteRegion(writer, edit.Span, ref finder);
            writer.WriteEndObject();
            WriteText(writer, "insertedContent", edit.Text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter writer, TextSpan span, ref PlaceFinder finder)
    {
        var (line, column) = finder.Find(span.Start);
        var (endLine, endColumn) = finder.Find(span.End);
        writer.WriteNumber("startLine", line);
        writer.WriteNumber("startColumn", column);
        writer.WriteNumber("endLine", endLine);
        writer.WriteNumber("endColumn", endColumn);
    }

    /// <summary>The name as a relative URI: what an address may not hold is escaped.</summary>
    private static void WriteArtifact(Utf8JsonWriter writer, string file)
    {
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };
}
