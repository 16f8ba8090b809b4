namespace Chancery.Office;

/// <summary>A person with a sign-in.</summary>
/// <param name="Name">The name; case does not tell two apart.</param>
/// <param name="Level">The clearance.</param>
/// <param name="Nationality">Country, or null.</param>
/// <param name="Roles">What he may do.</param>
/// <param name="Since">When he was added.</param>
public sealed record Person(string Name, Level Level, string? Nationality, Roles Roles, DateTimeOffset Since)
{
    /// <summary>The person as reader of messages.</summary>
    public Reader AsReader() =>
        new()
        {
            Name = Name,
            Level = Level,
            Nationality = Nationality,
            Roles = Roles,
        };
}
