namespace Chancery.Storage.Sqlite;

public sealed partial class SqlitePeopleStore
{
    /// <inheritdoc />
    public IReadOnlyList<SavedSearch> Saved(string name) =>
        Use(() =>
            Store.All(
                Sql.Saved,
                line => new SavedSearch(
                    line.GetString(0),
                    line.GetString(1),
                    (SearchSort)line.GetInt32(2),
                    MessageId.FromBytes(line.GetFieldValue<byte[]>(3))
                ),
                Key(name)
            )
        );

    /// <inheritdoc />
    public void Save(string name, SavedSearch search) =>
        Use(() => Store.Do(Sql.Save, Key(name), Key(search.Name), search.Name, search.Query, (int)search.Sort, search.Seen.ToBytes()));

    /// <inheritdoc />
    public bool ForgetSaved(string name, string search) => Use(() => Store.Do(Sql.ForgetSaved, Key(name), Key(search)) == 1);
}
