namespace Chancery.Office;

/// <summary>
/// Reads people from CSV: a heading line with <c>name</c> and any of <c>level</c>, <c>nationality</c>, <c>roles</c>, <c>offices</c>,
/// <c>accesses</c>; lists inside a field are parted by semicolons.
/// </summary>
public static class PeopleList
{
    private const int MostLines = 100_000;
    private static readonly ImmutableArray<string> Columns = ["name", "level", "nationality", "roles", "offices", "accesses"];

    /// <summary>The people of a file, or one sentence with the line that is wrong; nothing of a file with a fault is taken.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="by">Who grants the accesses.</param>
    /// <param name="now">Since when they are people.</param>
    /// <param name="fault">What is wrong; null where nothing is.</param>
    public static ImmutableArray<Person> Read(string text, string by, DateTimeOffset now, out string? fault)
    {
        var rows = CsvRows.Read(text, ',', MostLines + 1);
        var heading = rows.Count == 0 ? [] : rows[0].Fields.Select(field => field.Trim().ToLowerInvariant()).ToList();
        fault = Heading(heading, rows.Count);
        var people = ImmutableArray.CreateBuilder<Person>();
        for (var i = 1; i < rows.Count && fault is null; i++)
        {
            var (line, fields) = rows[i];
            if (fields is [""])
            {
                continue;
            }
            if (fields.Length != heading.Count)
            {
                fault = $"Line {line} has {fields.Length} fields, the heading {heading.Count}: mend it, nothing of the file was taken.";
            }
            else
            {
                var person = PersonOf(name => heading.IndexOf(name) is >= 0 and var at ? fields[at].Trim() : null, by, now, out var wrong);
                fault = wrong is null ? null : $"Line {line}: {wrong} Nothing of the file was taken.";
                people.Add(person);
            }
        }
        return fault is null ? people.ToImmutable() : [];
    }

    private static string? Heading(List<string> heading, int rows) =>
        heading.FirstOrDefault(name => !Columns.Contains(name)) is { } unknown
            ? $"There is no column {unknown}: there are {string.Join(", ", Columns)}."
        : !heading.Contains("name")
            ? $"The first line names no column \"name\": it is the heading, with any of {string.Join(", ", Columns)}."
        : rows > MostLines ? $"The file has more than {MostLines} lines: part it."
        : null;

    private static Person PersonOf(Func<string, string?> field, string by, DateTimeOffset now, out string? wrong)
    {
        wrong = null;
        var level = Level.Unclassified;
        if (field("level") is { Length: > 0 } mark && !Levels.TryParse(mark, out level))
        {
            wrong = $"\"{mark}\" is no level.";
        }
        var roles = List(field("roles"));
        if (roles.FirstOrDefault(role => !RoleNames.TryParse(role, out _)) is { } unknown)
        {
            wrong = $"\"{unknown}\" is no role: there are {string.Join(", ", RoleNames.All)}.";
        }
        var grants = List(field("accesses")).Select(access => (access, Grant: PersonWords.Grant(access, by))).ToList();
        if (grants.Find(pair => pair.Grant is null).access is { } bad)
        {
            wrong = $"\"{bad}\" is no access: write NODIS or NODIS:2027-01-31.";
        }
        return new Person(
            field("name") ?? "",
            level,
            field("nationality") is { } nationality ? PersonWords.Nationality(nationality) : null,
            roles.Length == 0 ? Roles.Reader | Roles.Sender : PersonWords.Roles(roles),
            now
        )
        {
            Offices = [.. List(field("offices"))],
            Grants = [.. grants.Select(pair => pair.Grant).OfType<AccessGrant>()],
        };
    }

    private static string[] List(string? field) =>
        (field ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
