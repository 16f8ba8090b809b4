namespace Chancery.Office;

/// <summary>
/// Searches that people keep. Each is asked within the rights of its person as he stands now. The owner of the store keeps some too, without being a person.
/// </summary>
public sealed class SavedSearches(IPeopleStore store, Archive archive)
{
    private const int MostOfOnePerson = 100;
    private const int LongestName = 60;

    /// <summary>A person's searches by name, each with how many messages are new in it.</summary>
    public IReadOnlyList<SavedAlert> Of(Reader reader) =>
        [.. store.Saved(KeptBy(reader)).Select(search => new SavedAlert(search, archive.CountNew(reader, search.Query, search.Seen)))];

    /// <summary>A person's search by name, or null.</summary>
    private SavedSearch? Find(Reader reader, string name) =>
        store.Saved(KeptBy(reader)).FirstOrDefault(search => search.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Keeps a query; null where done, else one sentence. One of the same name is replaced.</summary>
    public string? Save(Reader reader, string name, string query, SearchSort sort)
    {
        var given = name.Trim();
        if (given.Length is 0 or > LongestName || given.Any(char.IsControl))
        {
            return $"The name of a saved search has 1 to {LongestName} characters: choose another.";
        }
        if (store.Saved(KeptBy(reader)).Count >= MostOfOnePerson && Find(reader, given) is null)
        {
            return $"A person keeps at most {MostOfOnePerson} searches: remove one first.";
        }
        store.Save(KeptBy(reader), new SavedSearch(given, query, sort, archive.NewestOf(reader)));
        return null;
    }

    /// <summary>
    /// A person's search by name, with what was new in it: he looks at it now, so what is on file now is not new any more. Null where he keeps none of the name.
    /// </summary>
    public SavedAlert? Look(Reader reader, string name)
    {
        if (Find(reader, name) is not { } search)
        {
            return null;
        }
        var alert = new SavedAlert(search, archive.CountNew(reader, search.Query, search.Seen));
        store.Save(KeptBy(reader), search with { Seen = archive.NewestOf(reader) });
        return alert;
    }

    /// <summary>Keeps a search no longer; false where there is none of the name.</summary>
    public bool Forget(Reader reader, string name) => store.ForgetSaved(KeptBy(reader), name);

    /// <summary>A name that nobody can have stands for the owner.</summary>
    private static string KeptBy(Reader reader) => reader.IsOwner ? "" : reader.Name;
}
