using System.Globalization;

namespace Chancery.Office;

/// <summary>
/// Why numbers are not there, as far as a records officer knows (handling.md 9, RE-4): <c>gaps.csv</c> of the store folder,
/// <c>post;year;first;last;reason</c>, the reason one of <see cref="Words"/>.
/// </summary>
public sealed class GapReasons(ImmutableArray<GapReason> rows)
{
    /// <summary>What a reason can be.</summary>
    public static ImmutableArray<string> Words { get; } = ["temporary", "withheld", "lost", "unused"];

    /// <summary>Nothing is known.</summary>
    public static GapReasons None { get; } = new([]);

    /// <summary>Reads a table; a row that cannot be read is told in <paramref name="warnings"/> and left out.</summary>
    public static GapReasons Parse(string text, string file, ICollection<string> warnings)
    {
        var rows = ImmutableArray.CreateBuilder<GapReason>();
        foreach (var (line, fields) in CsvRows.Told(text, "post"))
        {
            if (
                fields.Length < 5
                || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || !long.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                || last < first
                || !Words.Contains(fields[4].ToLowerInvariant())
            )
            {
                warnings.Add(
                    $"{file}:{line}: a row is post;year;first;last;reason with a reason of {string.Join(", ", Words)}: it is left out."
                );
                continue;
            }
            rows.Add(new GapReason(NumberKey.Post(fields[0]), year % 100, first, last, fields[4].ToLowerInvariant()));
        }
        return new GapReasons(rows.ToImmutable());
    }

    /// <summary>Numbers of a gap cut where what is known of them changes, ascending; they tile it.</summary>
    internal IEnumerable<(long First, long Last, string? Reason)> Cut(string post, int year, long first, long last)
    {
        var known = rows.Where(row => row.Post == post && row.Year == year && row.First <= last && row.Last >= first)
            .OrderBy(row => row.First);
        foreach (var row in known)
        {
            if (row.Last < first)
            {
                continue;
            }
            if (row.First > first)
            {
                yield return (first, row.First - 1, null);
                first = row.First;
            }
            yield return (first, Math.Min(row.Last, last), row.Reason);
            first = row.Last + 1;
        }
        if (first <= last)
        {
            yield return (first, last, null);
        }
    }
}
