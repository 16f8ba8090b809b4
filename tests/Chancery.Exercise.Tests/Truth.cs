using System.Text;
using System.Text.Json;
using Chancery.Messages;
using Chancery.Messages.Json;

namespace Chancery.Exercise.Tests;

/// <summary>Compares messages through the JSON contract.</summary>
internal static class Truth
{
    /// <summary>The truth of a message as JSON.</summary>
    public static string Text(ExerciseMessage message) => Json(message.Truth).GetRawText();

    /// <summary>A message as JSON; findings left out, they are no part of what a message says.</summary>
    public static JsonElement Json(Message message)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            MessageJson.Write(writer, message with { Findings = [] }, "m.txt");
        }
        return JsonDocument.Parse(memory.ToArray()).RootElement;
    }

    /// <summary>Where two readings differ, each place as <c>path: truth, read</c>. Derived values are the reader's own business.</summary>
    public static List<string> Differences(Message truth, Message read)
    {
        var differences = new List<string>();
        Compare("", Json(truth), Json(read), differences);
        return differences;
    }

    private static void Compare(string path, JsonElement truth, JsonElement read, List<string> differences)
    {
        if (path is ".derived")
        {
            return;
        }
        if (truth.ValueKind == JsonValueKind.Object && read.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in truth.EnumerateObject())
            {
                Compare($"{path}.{member.Name}", member.Value, read.GetProperty(member.Name), differences);
            }
            return;
        }
        if (
            truth.ValueKind == JsonValueKind.Array
            && read.ValueKind == JsonValueKind.Array
            && truth.GetArrayLength() == read.GetArrayLength()
        )
        {
            for (var i = 0; i < truth.GetArrayLength(); i++)
            {
                Compare($"{path}[{i}]", truth[i], read[i], differences);
            }
            return;
        }
        if (truth.GetRawText() != read.GetRawText())
        {
            differences.Add(new StringBuilder(path).Append(": ").Append(Short(truth)).Append(", read ").Append(Short(read)).ToString());
        }
    }

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 300 } text ? text[..300] : value.GetRawText();
}
