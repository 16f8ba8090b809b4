using nietras.SeparatedValues;

namespace Chancery.Office;

/// <summary>Rows of the tables that people write (RFC 4180, any separator): quoted fields may hold separators, quotes and line ends.</summary>
internal static class CsvRows
{
    /// <summary>Each row with the line on which it begins, from 1. Takes any text; rows may differ in length.</summary>
    public static IReadOnlyList<(int Line, string[] Fields)> Read(string text, char separator, int most = int.MaxValue)
    {
        var rows = new List<(int Line, string[] Fields)>();
        using var reader = Sep.New(separator)
            .Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true })
            .FromText(text.TrimStart('\uFEFF'));
        // Sep's own line numbers are off for a first row that holds line ends.
        var line = 1;
        foreach (var row in reader)
        {
            if (rows.Count == most)
            {
                break;
            }
            rows.Add((line, row[..].ToStringsArray()));
            line += 1 + row.Span.Count('\n');
        }
        return rows;
    }

    /// <summary>The rows of a table with semicolons, fields trimmed: blank lines, notes behind <c>#</c> and the row of column names are left out.</summary>
    /// <param name="text">The table.</param>
    /// <param name="first">The name of the first column.</param>
    public static IEnumerable<(int Line, string[] Fields)> Told(string text, string first) =>
        Read(text, ';')
            .Select(row => (row.Line, Fields: Array.ConvertAll(row.Fields, field => field.Trim())))
            .Where(row => row.Fields is not [""] && row.Fields[0] != first && !row.Fields[0].StartsWith('#'));

    /// <summary>A row as people write it: fields that need it quoted.</summary>
    public static string Line(char separator, params IEnumerable<string> fields) =>
        string.Join(
            separator,
            fields.Select(field =>
                field.Contains(separator, StringComparison.Ordinal) || field.AsSpan().IndexOfAny("\"\r\n") >= 0
                    ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                    : field
            )
        );
}
