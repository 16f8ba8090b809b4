using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>
/// A copy of a store at one moment, also of one that is being served: the database of truth, the settings with their tables, and the keys. The index is left out, because
/// it is made anew. A copy is good only when it was opened and looked through; <see cref="Make"/> does that.
/// </summary>
public static class StoreBackup
{
    /// <summary>Makes the copy and verifies it; each damage found in it is one sentence.</summary>
    /// <param name="folder">The store folder.</param>
    /// <param name="target">A folder that is not there yet.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops it; what was begun is left for the caller to take away.</param>
    /// <exception cref="StoreException">It cannot be made; the message is for people.</exception>
    public static IReadOnlyList<string> Make(string folder, string target, TimeProvider clock, CancellationToken cancellation)
    {
        var from = new StoreFolder(folder);
        var to = new StoreFolder(target);
        if (!File.Exists(from.Database))
        {
            throw new StoreException($"There is no store at {folder}: name one with --store.");
        }
        if (Path.Exists(target))
        {
            throw new StoreException($"{target} is there already: name a folder that is not, so that no older backup is lost.");
        }
        try
        {
            to.Make();
            Copy(from.Database, to.Database);
            foreach (var (file, copy) in Beside(from, to))
            {
                File.Copy(file, copy, overwrite: true);
            }
            using var chance = RandomNumberGenerator.Create();
            var store = new SqliteMessageStore(to.Database, clock, chance);
            try
            {
                return [.. store.Verify(null, cancellation)];
            }
            finally
            {
                store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }
        }
        catch (SqliteException fault)
        {
            throw Faults.Tell(fault, to.Database);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The backup {target} cannot be written: {fault.Message}", fault);
        }
    }

    /// <summary>The pages of one moment; who writes meanwhile does not wait.</summary>
    private static void Copy(string file, string copy)
    {
        using (new FileStream(copy, StoreFile.PrivateFile(FileMode.CreateNew))) { }
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static IEnumerable<(string File, string Copy)> Beside(StoreFolder from, StoreFolder to)
    {
        foreach (var (file, copy) in from.Told.Zip(to.Told).Where(pair => File.Exists(pair.First)))
        {
            yield return (file, copy);
        }
        foreach (var key in Directory.Exists(from.Keys) ? Directory.EnumerateFiles(from.Keys) : [])
        {
            yield return (key, Path.Combine(to.Keys, Path.GetFileName(key)));
        }
    }
}
