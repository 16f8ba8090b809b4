namespace Chancery.Office;

/// <summary>A person with a sign-in.</summary>
/// <param name="Name">The name; case does not tell two apart.</param>
/// <param name="Level">The clearance.</param>
/// <param name="Nationality">Country, or null.</param>
/// <param name="Roles">What he may do.</param>
/// <param name="Since">When he was added.</param>
public sealed record Person(string Name, Level Level, string? Nationality, Roles Roles, DateTimeOffset Since)
{
    /// <summary>Offices and groups he belongs to, in upper case, sorted.</summary>
    public ImmutableArray<string> Offices { get; init; } = [];

    /// <summary>Special accesses and caption roles, by name.</summary>
    public ImmutableArray<AccessGrant> Grants { get; init; } = [];

    /// <summary>True where he may neither sign in nor use a token; all else of him is kept.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Emergency accesses that two others gave him.</summary>
    public ImmutableArray<EmergencyGrant> Emergencies { get; init; } = [];

    /// <summary>All of it in one line, for the audit trail.</summary>
    internal string Words() =>
        string.Join(
            ", ",
            new[] { Name, Level.Name(), Nationality ?? "no nationality", string.Join(' ', Roles.Names()) }
                .Concat(IsDisabled ? ["disabled"] : [])
                .Concat(Offices.Select(office => $"in {office}"))
                .Concat(
                    Grants.Select(grant =>
                        grant.Until is { } until ? $"holds {grant.Name} until {until:yyyy-MM-dd}" : $"holds {grant.Name}"
                    )
                )
        );

    /// <summary>The person as reader of messages at an instant.</summary>
    /// <param name="rules">How this installation applies the rule of reading.</param>
    /// <param name="now">Grants that have ended do not count.</param>
    public Reader AsReader(RightsSettings rules, DateTimeOffset now) =>
        new()
        {
            Name = Name,
            Level = Level,
            Nationality = Nationality,
            Roles = Roles,
            Offices = Offices,
            Accesses = [.. Grants.Where(grant => grant.HoldsAt(now)).Select(grant => grant.Name)],
            Emergencies = [.. Emergencies.Where(grant => now < grant.Until).Select(grant => grant.Message)],
            Rules = rules,
        };
}
