namespace Chancery.Office;

/// <summary>The one place that decides what a reader may see (handling.md 8.1). Everything shown has been decided here.</summary>
public static class ReadingRights
{
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
        if (Captions.Rank(caption) is not null || caption.EndsWith(" ONLY", StringComparison.OrdinalIgnoreCase))
        {
            return Captions.IsRestrictive(caption);
        }
        // "SECTO 12", "SPECAT EXCLUSIVE FOR x": what is known of it stands in front. What is not known at all closes (CA-12).
        var known = Captions.All.Where(name => Begins(caption, name)).ToList();
        return known.Count == 0 || known.Exists(Captions.IsRestrictive);
    }

    private static bool Begins(string caption, string name) =>
        caption.Length > name.Length && caption[name.Length] == ' ' && caption.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
