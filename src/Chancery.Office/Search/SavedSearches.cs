namespace Chancery.Office;

/// <summary>Searches that people keep. Each is asked within the rights of its person as he stands now.</summary>
public sealed class SavedSearches(IPeopleStore store, Archive archive)
{
    private const int MostOfOnePerson = 100;
    private const int LongestName = 60;

    /// <summary>A person's searches by name, each with how many messages are new in it.</summary>
    public IReadOnlyList<SavedAlert> Of(Reader reader) =>
        [.. store.Saved(reader.Name).Select(search => new SavedAlert(search, archive.CountNew(reader, search.Query, search.Seen)))];

    /// <summary>A person's search by name, or null.</summary>
    public SavedSearch? Find(Reader reader, string name) =>
        store.Saved(reader.Name).FirstOrDefault(search => search.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Keeps a query; null where done, else one sentence. One of the same name is replaced.</summary>
    public string? Save(Reader reader, string name, string query, SearchSort sort)
    {
        var given = name.Trim();
        if (given.Length is 0 or > LongestName || given.Any(char.IsControl))
        {
            return $"The name of a saved search has 1 to {LongestName} characters: choose another.";
        }
        if (store.Saved(reader.Name).Count >= MostOfOnePerson && Find(reader, given) is null)
        {
            return $"A person keeps at most {MostOfOnePerson} searches: remove one first.";
        }
        store.Save(reader.Name, new SavedSearch(given, query, sort, archive.NewestOf(reader)));
        return null;
    }

    /// <summary>Notes that a person looked at a search: what is on file now is not new any more.</summary>
    public void Look(Reader reader, SavedSearch search) => store.Save(reader.Name, search with { Seen = archive.NewestOf(reader) });

    /// <summary>Keeps a search no longer; false where there is none of the name.</summary>
    public bool Forget(Reader reader, string name) => store.ForgetSaved(reader.Name, name);
}
