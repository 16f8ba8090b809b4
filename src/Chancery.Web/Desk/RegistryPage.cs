namespace Chancery.Web.Desk;

/// <summary>A screen of the Registry: what is for whom. Roles are separate: who keeps people sees no message, who closes messages keeps no people.</summary>
public abstract class RegistryPage : DeskPage
{
    /// <summary>What was not done, in one sentence; null where nothing was refused.</summary>
    public string? Refusal { get; protected set; }

    /// <summary>True for who keeps people.</summary>
    public bool KeepsPeople => Has(Me, Roles.Administrator);

    /// <summary>True for who closes and opens messages.</summary>
    public bool IsSecurityOfficer => Has(Me, Roles.SecurityOfficer);

    /// <summary>True for who reads the audit trail.</summary>
    public bool ReadsTrail => Has(Me, Roles.Auditor | Roles.SecurityOfficer);

    /// <summary>True for who keeps the records.</summary>
    public bool KeepsRecords => Has(Me, Roles.RecordsOfficer);

    /// <summary>Which screens of the Registry are for a reader, with address and name; empty where none is.</summary>
    public static ImmutableArray<(string Address, string Name)> Of(Reader reader) =>
        [
            .. Has(reader, Roles.Administrator | Roles.SecurityOfficer)
                ? [("/registry/people", Texts.People)]
                : Array.Empty<(string, string)>(),
            .. Has(reader, Roles.SecurityOfficer) ? [("/registry/spills", Texts.Spills)] : Array.Empty<(string, string)>(),
            .. Has(reader, Roles.Auditor | Roles.SecurityOfficer)
                ? [("/registry/audit", Texts.AuditTrail)]
                : Array.Empty<(string, string)>(),
            .. Has(reader, Roles.RecordsOfficer) ? [("/registry/gaps", Texts.Gaps)] : Array.Empty<(string, string)>(),
        ];

    /// <summary>Emergency accesses in force and proposed, for who must know of them.</summary>
    public IReadOnlyList<Proposal> Emergencies { get; protected set; } = [];

    /// <summary>What a reader sees, in a word.</summary>
    public static string Words(Sight sight) =>
        sight.Reading switch
        {
            Reading.Full => Texts.SeesAll,
            Reading.Portions => Texts.SeesPortions,
            _ => Texts.SeesNothing,
        };

    private static bool Has(Reader reader, Roles roles) => (reader.Roles & roles) != 0;
}
