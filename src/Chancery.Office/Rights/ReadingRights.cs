namespace Chancery.Office;

/// <summary>The one place that decides what a reader may see (handling.md 8.1). Everything shown has been decided here.</summary>
public static class ReadingRights
{
    /// <summary>Captions of rank 3 and more (handling.md 2): they close a message to the blanket retrieval right.</summary>
    private static readonly ImmutableArray<string> Restrictive =
    [
        "NODIS",
        "EXDIS",
        "LIMDIS",
        "STADIS",
        "ROGER CHANNEL",
        "DISSENT CHANNEL",
        "AGREMENT",
        "DIRGEN",
        "MED CHANNEL",
        "TM CHANNEL",
        "CHEROKEE",
        "HARVAN",
        "CONDIS",
        "SPECAT",
        "PERSONAL FOR",
        "EYES ONLY",
        "EXCLUSIVE FOR",
    ];

    /// <summary>How much of a message a reader may see.</summary>
    public static Reading Decide(Reader reader, MessageRow row) =>
        Scope(reader).Holds(row.Level.Rank(), IsRestricted(row.Captions)) ? Reading.Full : Reading.None;

    /// <summary>The same rule for lists: a row is in the scope exactly where <see cref="Decide"/> opens it.</summary>
    public static ReadingScope Scope(Reader reader) =>
        reader.IsOwner
            ? ReadingScope.All
            : new ReadingScope(
                Math.Min(reader.Level.Rank(), reader.NetworkLevel.Rank()),
                Restricted: false,
                Nothing: (reader.Roles & (Roles.Reader | Roles.Communicator | Roles.RecordsOfficer)) == 0
            );

    /// <summary>True where a caption closes the message to all but those named.</summary>
    public static bool IsRestricted(ImmutableArray<string> captions) => captions.Any(IsRestrictive);

    private static bool IsRestrictive(string caption)
    {
        // "FOR x ONLY": the persons named are part of the caption.
        if (caption.EndsWith(" ONLY", StringComparison.OrdinalIgnoreCase) || caption.Equals("ONLY", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        foreach (var known in Restrictive)
        {
            if (
                caption.StartsWith(known, StringComparison.OrdinalIgnoreCase)
                && (caption.Length == known.Length || !char.IsAsciiLetterOrDigit(caption[known.Length]))
            )
            {
                return true;
            }
        }
        return false;
    }
}
