using System.Globalization;

namespace Chancery.Office;

/// <summary>What a person is, as people write it on command lines, in forms and in CSV files.</summary>
public static class PersonWords
{
    /// <summary>A country; null for none.</summary>
    public static string? Nationality(string text) =>
        text.Trim() is { Length: > 0 } code && !code.Equals("none", StringComparison.OrdinalIgnoreCase) ? code.ToUpperInvariant() : null;

    /// <summary>Roles by their names; names that are none give none.</summary>
    public static Roles Roles(IEnumerable<string> names) =>
        names.Aggregate(Office.Roles.None, (all, name) => all | (RoleNames.TryParse(name, out var role) ? role : Office.Roles.None));

    /// <summary><c>NODIS</c>, or <c>NODIS:2027-01-31</c> with its last day; null where it is neither.</summary>
    /// <param name="text">As written.</param>
    /// <param name="by">Who grants it.</param>
    public static AccessGrant? Grant(string text, string by)
    {
        var colon = text.LastIndexOf(':');
        var name = (colon < 0 ? text : text[..colon]).Trim();
        if (name.Length == 0)
        {
            return null;
        }
        if (colon < 0)
        {
            return new AccessGrant(name.ToUpperInvariant(), by, null);
        }
        return DateOnly.TryParseExact(
            text[(colon + 1)..].Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? new AccessGrant(name.ToUpperInvariant(), by, new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero))
            : null;
    }

    /// <summary>The same in words.</summary>
    public static string Text(AccessGrant grant) =>
        grant.Until is { } until ? $"{grant.Name}:{until.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : grant.Name;
}
