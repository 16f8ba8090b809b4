namespace Chancery.Office;

/// <summary>Who asks, and with which rights.</summary>
public sealed record Reader
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The clearance.</summary>
    public Level Level { get; init; }

    /// <summary>The nationality; null satisfies no caveat.</summary>
    public string? Nationality { get; init; }

    /// <summary>What he may do.</summary>
    public Roles Roles { get; init; }

    /// <summary>Offices and groups he belongs to, in upper case.</summary>
    public ImmutableArray<string> Offices { get; init; } = [];

    /// <summary>Special accesses and caption roles he holds today, in upper case.</summary>
    public ImmutableArray<string> Accesses { get; init; } = [];

    /// <summary>Messages that he may see now against the rule, by id only: lists and searches do not hold them.</summary>
    public ImmutableArray<MessageId> Emergencies { get; init; } = [];

    /// <summary>How this installation applies the rule.</summary>
    public RightsSettings Rules { get; init; } = RightsSettings.Default;

    /// <summary>The highest level that may pass over the connection he uses.</summary>
    public Level NetworkLevel { get; init; } = Level.TopSecret;

    /// <summary>True for who holds the store's files: he sees all, and is audited as owner.</summary>
    public bool IsOwner { get; init; }

    internal bool Holds(string access) => Accesses.Contains(access, StringComparer.OrdinalIgnoreCase);

    internal bool IsIn(string office) => Offices.Contains(office, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a caption names him, one of his offices, or a role he holds.</summary>
    internal bool IsNamed(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || IsIn(name);

    /// <summary>The holder of the store's files.</summary>
    public static Reader Owner { get; } =
        new()
        {
            Name = "owner",
            Level = Level.TopSecret,
            Roles = Roles.Reader | Roles.Sender | Roles.Communicator | Roles.RecordsOfficer,
            IsOwner = true,
        };
}
