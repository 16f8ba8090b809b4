namespace Chancery.Web.Desk;

/// <summary>What the Registry's form says of a person, as it was typed.</summary>
public sealed class PersonForm
{
    /// <summary>The clearance.</summary>
    public string? Level { get; set; }

    /// <summary>A country, or blank.</summary>
    public string? Nationality { get; set; }

    /// <summary>The roles ticked.</summary>
    public string[] Role { get; set; } = [];

    /// <summary>Offices and groups, parted by commas.</summary>
    public string? Offices { get; set; }

    /// <summary>Caption roles and special accesses as <c>NODIS</c> or <c>NODIS:2027-01-31</c>, parted by commas.</summary>
    public string? Accesses { get; set; }

    /// <summary>Ticked where he may not sign in.</summary>
    public string? Disabled { get; set; }

    /// <summary>A person as the form says; one sentence where it cannot be, then <paramref name="filled"/> is as he was.</summary>
    public string? Apply(Person person, string by, out Person filled)
    {
        filled = person;
        if (!Levels.TryParse(Level, out var level))
        {
            return Texts.NoSuchLevel;
        }
        var grants = new List<AccessGrant>();
        foreach (var typed in Parts(Accesses))
        {
            if (PersonWords.Grant(typed, by) is not { } grant)
            {
                return Texts.NoSuchAccess;
            }
            // What he holds already stays with who granted it.
            grants.Add(person.Grants.FirstOrDefault(kept => kept.Name == grant.Name && kept.Until == grant.Until) ?? grant);
        }
        filled = person with
        {
            Level = level,
            Nationality = PersonWords.Nationality(Nationality ?? ""),
            Roles = PersonWords.Roles(Role),
            Offices = [.. Parts(Offices)],
            Grants = [.. grants],
            IsDisabled = Disabled is not null,
        };
        return null;
    }

    private static string[] Parts(string? text) =>
        (text ?? "").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
