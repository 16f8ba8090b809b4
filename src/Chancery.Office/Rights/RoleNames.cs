namespace Chancery.Office;

/// <summary>Roles by the names people write.</summary>
public static class RoleNames
{
    private static readonly ImmutableArray<(string Name, Roles Role)> Known =
    [
        ("reader", Roles.Reader),
        ("sender", Roles.Sender),
        ("communicator", Roles.Communicator),
        ("records-officer", Roles.RecordsOfficer),
        ("security-officer", Roles.SecurityOfficer),
        ("administrator", Roles.Administrator),
        ("auditor", Roles.Auditor),
    ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> All => Known.Select(known => known.Name);

    /// <summary>The names of the roles held, in fixed order.</summary>
    public static ImmutableArray<string> Names(this Roles roles) =>
        [.. Known.Where(known => (roles & known.Role) != 0).Select(known => known.Name)];

    /// <summary>Reads one name in any case, with hyphen, blank or neither; false where it is none.</summary>
    public static bool TryParse(string? name, out Roles role)
    {
        var wanted = Plain(name ?? "");
        foreach (var known in Known)
        {
            if (string.Equals(Plain(known.Name), wanted, StringComparison.OrdinalIgnoreCase))
            {
                role = known.Role;
                return true;
            }
        }
        role = Roles.None;
        return false;

        static string Plain(string text) => string.Concat(text.Where(char.IsLetter));
    }
}
