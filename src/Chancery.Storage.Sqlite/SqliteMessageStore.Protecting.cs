namespace Chancery.Storage.Sqlite;

public sealed partial class SqliteMessageStore
{
    /// <summary>Stands in the place 0 of <see cref="protections"/>: a message nobody has protected yet is closed to all but the owner.</summary>
    private static readonly Protection Unknown = Protection.OfRank(Level.TopSecret.Rank()) with { IsQuarantined = true };

    /// <summary>Every protection by its number in the store. Readers see an array that never changes; the writer puts a longer one in its place.</summary>
    private volatile Protection[] protections = [Unknown];
    private readonly Dictionary<string, int> accesses = new(StringComparer.Ordinal);

    /// <summary>The number of a protection; a new one is written with the transaction under way.</summary>
    private int AccessOf(Protection protection)
    {
        if (accesses.TryGetValue(protection.Key, out var access))
        {
            return access;
        }
        access = protections.Length;
        writer.Do(Sql.AddProtection, access, protection.Key);
        protections = [.. protections, protection];
        accesses.Add(protection.Key, access);
        return access;
    }

    private void LoadProtections()
    {
        var all = new List<Protection> { Unknown };
        accesses.Clear();
        foreach (var (id, key) in writer.All(Sql.Protections, line => (line.GetInt32(0), line.GetString(1))))
        {
            if (id != all.Count)
            {
                throw new StoreException($"The rights kept in {file} are damaged: put a backup in its place.");
            }
            all.Add(Protection.Parse(key));
            accesses.Add(key, id);
        }
        protections = [.. all];
    }

    /// <summary>Protects what an earlier version filed, by the fields that it kept.</summary>
    private void ProtectOld()
    {
        while (writer.All(Sql.Unprotected, line => (Number: line.GetInt64(0), Row: line.GetFieldValue<byte[]>(1))) is { Count: > 0 } old)
        {
            Write(() =>
            {
                foreach (var (number, row) in old)
                {
                    writer.Do(Sql.SetAccess, number, AccessOf(Protection.Of(RowBytes.Read(row))));
                }
            });
        }
    }

    /// <summary>The numbers of the protections of which a scope holds something, for a statement.</summary>
    private List<int> Accesses(ReadingScope scope, bool whole = false)
    {
        var known = protections;
        var open = new List<int>();
        for (var access = scope.IsAll ? 0 : 1; access < known.Length; access++)
        {
            var reading = scope.Of(known[access]).Reading;
            if (reading == Reading.Full || (reading == Reading.Portions && !whole))
            {
                open.Add(access);
            }
        }
        return open;
    }

    private static string Json(List<int> accesses) => $"[{string.Join(',', accesses)}]";

    private MessageRow RowOf(ReadOnlySpan<byte> row, int access)
    {
        var known = protections;
        return RowBytes.Read(row) with { Protection = access < known.Length ? known[access] : Unknown };
    }
}
