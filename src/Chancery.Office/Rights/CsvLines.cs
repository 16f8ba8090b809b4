using System.Text;

namespace Chancery.Office;

/// <summary>Comma-separated values (RFC 4180): quoted fields may hold commas, quotes and line ends.</summary>
internal static class CsvLines
{
    /// <summary>Each record with the line on which it begins. Takes any text.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Read(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (line, begun, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n' or '\r' or '\uFEFF'))
            {
                field.Append(c);
            }
            else if (c == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n')
            {
                fields.Add(field.ToString());
                yield return (begun, [.. fields]);
                fields.Clear();
                field.Clear();
                begun = line;
            }
        }
        if (field.Length > 0 || fields.Count > 0)
        {
            fields.Add(field.ToString());
            yield return (begun, [.. fields]);
        }
    }
}
