using System.Text;

namespace Chancery.Messages.Tables;

/// <summary>Reads comma-separated values (RFC 4180): one header row, quoted fields, doubled quotes. No dependency, one pass.</summary>
internal static class Csv
{
    /// <summary>The table compiled into the library under <paramref name="name"/>.</summary>
    public static string Embedded(string name)
    {
        using var stream =
            typeof(Csv).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not compiled into Chancery.Messages; build it again.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Every row, the header first; blank lines are left out. <c>Line</c> counts from 1.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Rows(string text)
    {
        var at = text.StartsWith('\uFEFF') ? 1 : 0;
        var line = 1;
        var fields = new List<string>();
        while (at < text.Length)
        {
            var first = line;
            fields.Clear();
            var rowStart = at;
            do
            {
                fields.Add(Field(text, ref at, ref line));
            } while (at < text.Length && text[at++] == ',');
            line++;
            if (at - rowStart > 1 && (fields.Count > 1 || fields[0].Length > 0))
            {
                yield return (first, fields.ToArray());
            }
        }
    }

    private static string Field(string text, ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '"')
        {
            return Quoted(text, ref at, ref line);
        }
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny(',', '\n');
        var field = end < 0 ? rest : rest[..end];
        at += field.Length;
        return field.TrimEnd('\r').ToString();
    }

    private static string Quoted(string text, ref int at, ref int line)
    {
        var value = new StringBuilder();
        at++;
        while (at < text.Length)
        {
            var c = text[at++];
            if (c == '"')
            {
                if (at >= text.Length || text[at] != '"')
                {
                    break;
                }
                at++;
            }
            else if (c == '\n')
            {
                line++;
            }
            value.Append(c);
        }
        while (at < text.Length && text[at] is not (',' or '\n'))
        {
            at++;
        }
        return value.ToString();
    }
}
