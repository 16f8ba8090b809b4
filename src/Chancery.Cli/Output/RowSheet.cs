using System.Text.Json;
using Chancery.Messages;

namespace Chancery.Cli.Output;

/// <summary>A hit laid out for people, from its object of the JSON contract: number and date, level, originator, subject, where the words stand.</summary>
internal static class RowSheet
{
    private const int MostSnippets = 2;

    public static string Lay(JsonElement row, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        var level = Text(row, "effectiveLevel", "level") ?? "?";
        var ink = Levels.TryParse(level, out var known) ? MessageSheet.InkOf(known) : Ink.Closed;
        var date = Text(row, "dtg", "utc") is { } utc ? utc.Replace('T', ' ')[..16] + "Z" : Text(row, "dtg", "raw") ?? "";
        sheet.Between($"{Citation(row), -20} {date, -17}  {Text(row, "from", "name")}", Ink.Strong, level, ink);
        if (Text(row, "subject", "text") is { } subject)
        {
            sheet.Text(subject, indent: 2);
        }
        foreach (var snippet in Array(row, "snippets").Take(MostSnippets))
        {
            sheet.Put("  … ", Ink.Faint);
            PutSnippet(sheet, snippet, width - 4);
            sheet.Line();
        }
        sheet.Put($"  {Text(row, "id")}", Ink.Faint).Line();
        return sheet.ToString();
    }

    /// <summary>A hit in one line: number, date, originator, subject.</summary>
    public static string Line(JsonElement row)
    {
        var date = Text(row, "dtg", "utc") is { } utc ? utc[..10] : Text(row, "dtg", "raw");
        return string.Join(
            "  ",
            new[] { Citation(row), date, Text(row, "from", "name"), Text(row, "subject", "text") }.Where(word => word?.Length > 0)
        );
    }

    private static string Citation(JsonElement row) =>
        Text(row, "mrn", "canonical")
        ?? (Text(row, "serial", "title") is { } title ? $"{title} {Text(row, "serial", "number")}" : null)
        ?? Text(row, "identity", "transmission")
        ?? "(no number)";

    private static void PutSnippet(Sheet sheet, JsonElement snippet, int room)
    {
        var text = Text(snippet, "text") ?? "";
        text = text.Length > room ? text[..room] : text;
        var at = 0;
        foreach (var hit in Array(snippet, "hits"))
        {
            if (!Place(hit, out var start, out var length) || start < at || start + length > text.Length)
            {
                continue;
            }
            sheet.Put(text[at..start]).Put(text.Substring(start, length), Ink.Strong);
            at = start + length;
        }
        sheet.Put(text[at..]);
    }

    private static bool Place(JsonElement hit, out int start, out int length)
    {
        (start, length) = (0, 0);
        if (hit.ValueKind == JsonValueKind.Array && hit.GetArrayLength() == 2)
        {
            return hit[0].TryGetInt32(out start) && hit[1].TryGetInt32(out length);
        }
        return hit.ValueKind == JsonValueKind.Object
            && hit.TryGetProperty("start", out var first)
            && hit.TryGetProperty("length", out var count)
            && first.TryGetInt32(out start)
            && count.TryGetInt32(out length);
    }

    private static string? Text(JsonElement at, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }
        return at.ValueKind == JsonValueKind.String ? at.GetString()
            : at.ValueKind == JsonValueKind.Number ? at.GetRawText()
            : null;
    }

    private static IEnumerable<JsonElement> Array(JsonElement at, string name) =>
        at.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray() : [];
}
