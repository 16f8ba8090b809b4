using System.Buffers;
using System.Text;
using System.Text.Json;
using Chancery.Messages.Checks;
using Chancery.Messages.Json;

namespace Chancery.Messages.Tests.Json;

/// <summary>Findings in the form that editors and code hosts read. EXERCISE.</summary>
public sealed class SarifLogTests
{
    private static readonly Message Faulty = new()
    {
        Raw = "BT\n0818\nX\n"u8.ToArray(),
        Offset = 100,
        Line = 10,
        Findings =
        [
            new Finding("TX-201", Severity.Warning, new TextSpan(3, 4), "Serial \"0818\" – other.", "why")
            {
                Fix = new Fix("Write 0817", [new FixEdit(new TextSpan(3, 4), "0817"), new FixEdit(new TextSpan(8, 1), "")]),
            },
            new Finding("TX-104", Severity.Info, new TextSpan(8, 1), "What.", "why")
            {
                Count = 3,
                Places = [new TextSpan(8, 1)],
                Fix = new Fix("Leave it out", [new FixEdit(new TextSpan(8, 1), "Y")]) { IsSafe = false },
            },
            new Finding("TX-207", Severity.Error, new TextSpan(0, 2), "What.", "why"),
        ],
    };

    [Fact]
    public void A_result_names_rule_grade_place_and_the_edits_of_its_fix()
    {
        string[] results = [.. Parsed(Faulty).GetProperty("results").EnumerateArray().Select(result => result.GetRawText())];

        Assert.Equal(
            Filled(
                """
                {"ruleId":"TX-201","ruleIndex":INDEX,"level":"warning","message":{"text":"Serial \"0818\" – other."},"locations":[{"physicalLocation":{ARTIFACT,"region":{"startLine":11,"startColumn":1,"endLine":11,"endColumn":5,"byteOffset":103,"byteLength":4}}}],"fixes":[{"description":{"text":"Write 0817"},"artifactChanges":[{ARTIFACT,"replacements":[{"deletedRegion":{"startLine":11,"startColumn":1,"endLine":11,"endColumn":5},"insertedContent":{"text":"0817"}},{"deletedRegion":{"startLine":12,"startColumn":1,"endLine":12,"endColumn":2},"insertedContent":{"text":""}}]}]}]}
                """,
                "TX-201"
            ),
            results[0]
        );
        Assert.Equal(
            Filled(
                """
                {"ruleId":"TX-104","ruleIndex":INDEX,"level":"note","message":{"text":"What."},"locations":[{"physicalLocation":{ARTIFACT,"region":{"startLine":12,"startColumn":1,"endLine":12,"endColumn":2,"byteOffset":108,"byteLength":1}}}],"occurrenceCount":3,"fixes":[{"description":{"text":"Proposal: Leave it out"},"artifactChanges":[{ARTIFACT,"replacements":[{"deletedRegion":{"startLine":12,"startColumn":1,"endLine":12,"endColumn":2},"insertedContent":{"text":"Y"}}]}]}]}
                """,
                "TX-104"
            ),
            results[1]
        );
        Assert.Equal(
            Filled(
                """
                {"ruleId":"TX-207","ruleIndex":INDEX,"level":"error","message":{"text":"What."},"locations":[{"physicalLocation":{ARTIFACT,"region":{"startLine":10,"startColumn":1,"endLine":10,"endColumn":3,"byteOffset":100,"byteLength":2}}}]}
                """,
                "TX-207"
            ),
            results[2]
        );
    }

    private static string Filled(string result, string id) =>
        result
            .Replace("ARTIFACT", "\"artifactLocation\":{\"uri\":\"in%20box/m.txt\"}", StringComparison.Ordinal)
            .Replace("INDEX", FindingTable.IndexOf(id).ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_log_names_the_tool_and_every_rule_with_its_page()
    {
        var run = Parsed(Faulty);

        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("chancery", driver.GetProperty("name").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", driver.GetProperty("semanticVersion").GetString());
        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        Assert.Equal(FindingTable.Own.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(FindingTable.Own, (rule, i) => Assert.Equal(Expected(rule), rules[i].GetRawText()));

        static string Expected(FindingRule rule)
        {
            var level = (rule.Archive ?? rule.Live) switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "note",
            };
            var (full, help) = rule.Texts is { } texts
                ? ($"\"fullDescription\":{Said(texts.What)},", $"{texts.What} {texts.Why} {texts.Fix} Source: {rule.Source}.")
                : ("", $"Source: {rule.Source}.");
            var page = $"\"helpUri\":\"urn:chancery:docs:findings:{rule.Id}\",\"defaultConfiguration\":{{\"level\":\"{level}\"}}";
            return $"{{\"id\":\"{rule.Id}\",\"shortDescription\":{Said(rule.Title)},{full}\"help\":{Said(help)},{page}}}";
        }

        static string Said(string words) => $"{{\"text\":\"{words.Replace("\"", "\\\"", StringComparison.Ordinal)}\"}}";
    }

    [Fact]
    public void The_log_says_its_schema_and_version()
    {
        var log = JsonDocument.Parse(Text(Faulty)).RootElement;

        Assert.Equal("https://json.schemastore.org/sarif-2.1.0.json", log.GetProperty("$schema").GetString());
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        Assert.EndsWith("]}]}\n", Text(Faulty), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_without_findings_writes_nothing()
    {
        var buffer = new ArrayBufferWriter<byte>();
        SarifLog.WriteResults(buffer, new Message(), "m.txt");

        Assert.Equal(0, buffer.WrittenCount);
    }

    private static JsonElement Parsed(Message message) => JsonDocument.Parse(Text(message)).RootElement.GetProperty("runs")[0];

    /// <summary>The log as whoever writes one puts it together: the first comma left out.</summary>
    private static string Text(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        SarifLog.WriteResults(buffer, message, "in box/m.txt");
        return Encoding.UTF8.GetString(SarifLog.Begin())
            + Encoding.UTF8.GetString(buffer.WrittenSpan[1..])
            + Encoding.UTF8.GetString(SarifLog.End());
    }
}
