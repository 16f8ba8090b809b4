using System.Globalization;

namespace Chancery.Office;

/// <summary>
/// Reads <c>routes.csv</c> of the store folder: <c>prefix;way;hours;state</c>, for example <c>RVEH;circuit ABA;0600-1800;</c>. Of rows with the same prefix
/// the first that is open is the route and the next ones its alternates; they stand before the routes of the settings.
/// </summary>
public static class RouteRows
{
    /// <summary>The first line of a table.</summary>
    public const string Heading = "prefix;way;hours;state";

    /// <summary>Reads a table for an office with these ways out; a row that cannot be used is told in <paramref name="warnings"/> and left out.</summary>
    public static ImmutableArray<RouteRow> Parse(string text, string file, OfficeSettings settings, ICollection<string> warnings)
    {
        var known = Way.All(settings).Select(way => way.Destination).ToHashSet(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<RouteRow>();
        foreach (var (line, fields) in CsvRows.Told(text, "prefix"))
        {
            var row = RowOf(fields, line, out var wrong);
            wrong ??= known.Contains(row!.Destination) ? null : $"there is no {row.Destination} in the settings";
            if (wrong is not null)
            {
                warnings.Add($"{file}:{line}: {wrong}: a row is {Heading}; it is left out.");
                continue;
            }
            rows.Add(row!);
        }
        return rows.ToImmutable();
    }

    private static RouteRow? RowOf(string[] fields, int line, out string? wrong)
    {
        (TimeOnly, TimeOnly)? hours = null;
        wrong =
            fields.Length < 2 || fields[0].Length is < 1 or > 8 || fields[0].AsSpan().IndexOfAnyExceptInRange('A', 'Z') >= 0
                ? "a prefix is one to eight capital letters"
            : fields.Length > 2 && fields[2].Length > 0 && (hours = HoursOf(fields[2])) is null ? "hours are written 0600-1800, UTC"
            : fields.Length > 3 && fields[3] is not ("" or "open" or "closed") ? "a state is open or closed"
            : null;
        return wrong is null ? new RouteRow(fields[0], fields[1], hours, fields.Length > 3 && fields[3] == "closed", line) : null;
    }

    private static (TimeOnly, TimeOnly)? HoursOf(string text) =>
        text.Split('-') is [var from, var to] && Hour(from) is { } first && Hour(to) is { } last ? (first, last) : null;

    private static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;
}
