using System.Buffers;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Messages.Tests.Whole;

/// <summary>
/// A message as lines, made from its JSON: one line a member, one line an element of a list. What is null, false or empty is left out,
/// so a line more or less is a difference. The tables of this folder and those of <c>Told</c> are written so.
/// </summary>
internal static class FlatMessage
{
    /// <summary>Members that say nothing of the message: the name of the file, and the offset that line and column say already.</summary>
    private static readonly HashSet<string> LeftOut = ["file", "offset"];

    /// <summary>Every member of the message.</summary>
    public static string Of(Message message) =>
        string.Join('\n', Root(message).EnumerateObject().Where(member => !LeftOut.Contains(member.Name)).SelectMany(Lines));

    /// <summary>The findings alone.</summary>
    public static string Findings(Message message) =>
        string.Join('\n', Root(message).GetProperty("findings").EnumerateArray().Select(Inline));

    private static JsonElement Root(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            MessageJson.Write(writer, message, "-");
        }
        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private static IEnumerable<string> Lines(JsonProperty member)
    {
        if (member.Value.ValueKind == JsonValueKind.Array)
        {
            return member.Value.EnumerateArray().Select(element => $"{member.Name}: {Inline(element)}");
        }
        var shown = Inline(member.Value);
        return shown.Length == 0 ? [] : [$"{member.Name}: {shown}"];
    }

    private static string Inline(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => string.Join(
                "; ",
                value
                    .EnumerateObject()
                    .Where(member => !LeftOut.Contains(member.Name) && !IsSource(value, member))
                    .Select(member => (member.Name, Shown: Inner(member.Value)))
                    .Where(member => member.Shown.Length > 0)
                    .Select(member => $"{member.Name}={member.Shown}")
            ),
            JsonValueKind.Array => string.Join(" | ", value.EnumerateArray().Select(Inner)),
            JsonValueKind.Null or JsonValueKind.False => "",
            JsonValueKind.True => "yes",
            JsonValueKind.String => value.GetString() is { Length: > 0 } words
                ? words.Replace("\n", "\\n", StringComparison.Ordinal)
                : "\"\"",
            _ => value.GetRawText(),
        };

    /// <summary>The source of a finding's rule, which its page has.</summary>
    private static bool IsSource(JsonElement value, JsonProperty member) =>
        member.NameEquals("rule") && value.TryGetProperty("severity", out _);

    private static string Inner(JsonElement value)
    {
        var shown = Inline(value);
        return value.ValueKind is JsonValueKind.Object or JsonValueKind.Array && shown.Length > 0 ? $"{{{shown}}}" : shown;
    }
}
