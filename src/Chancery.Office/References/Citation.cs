using System.Globalization;

namespace Chancery.Office;

/// <summary>How a filed message is cited in a paper, in the form of archives: from whom to whom, number, date, key, series (handling.md 9, RE-7).</summary>
public static class Citation
{
    /// <summary>The citation of a message as the reader sees its row; what is closed to him or was never there is left out.</summary>
    /// <param name="row">The row.</param>
    public static string Of(MessageRow row)
    {
        var to = row.Action is [var first, .. var others] ? $" to {first.Name}{(others.Length > 0 ? " and others" : "")}" : "";
        var number =
            row.Mrn is { } mrn ? $"telegram {mrn.Number.ToString(CultureInfo.InvariantCulture)}"
            : row.Serial is { } serial ? $"{serial.Title} {serial.Number}"
            : "message";
        var date = IndexTerms.DateOf(row).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        string?[] parts =
        [
            row.From is { } from ? from.Name + to : null,
            number,
            date,
            row.Mrn?.Canonical ?? row.MessageIdentity,
            row.Id.ToString(),
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
