using System.Text;

namespace Chancery.Office;

/// <summary>Writes CSV that no spreadsheet takes for a formula: a cell that begins like one gets an apostrophe in front.</summary>
public static class CsvCells
{
    /// <summary>One record with its line end.</summary>
    public static string Line(params ReadOnlySpan<string> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            line.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }
        return line.Append("\r\n").ToString();
    }

    private static string Cell(string text)
    {
        // A spreadsheet passes over blanks in front of a formula.
        var first = text.AsSpan().TrimStart(' ');
        var safe = !first.IsEmpty && first[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
