using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>Opens and migrates the database of truth.</summary>
internal static class StoreFile
{
    /// <summary>A session that writes, on a store brought to today's version.</summary>
    public static Session Open(string file)
    {
        try
        {
            // Made before SQLite sees it, so that nobody else can read it for even a moment.
            if (!File.Exists(file))
            {
                using var made = new FileStream(file, PrivateFile(FileMode.OpenOrCreate));
            }
            var session = new Session(
                file,
                "PRAGMA page_size = 8192", // of a new file: messages are longer than half a small page
                "PRAGMA journal_mode = WAL",
                "PRAGMA synchronous = FULL",
                "PRAGMA wal_autocheckpoint = 0",
                "PRAGMA journal_size_limit = 67108864", // what a burst has left of the log is given back
                "PRAGMA foreign_keys = 1",
                "PRAGMA cache_size = -64000"
            );
            try
            {
                Migrate(session, file);
            }
            catch
            {
                session.Dispose();
                throw;
            }
            return session;
        }
        catch (SqliteException fault)
        {
            throw Faults.Tell(fault, file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{file} cannot be opened: {fault.Message}", fault);
        }
    }

    /// <summary>A file that only its owner reads and writes.</summary>
    public static FileStreamOptions PrivateFile(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }

    private static void Migrate(Session session, string file)
    {
        var known = Sql.Migrations.Length;
        var version = Version(session);
        Refuse(version, known, file);
        if (version == known)
        {
            return;
        }
        session.Do(Sql.Begin);
        try
        {
            // Asked again inside the transaction: another process may have been faster.
            version = Version(session);
            Refuse(version, known, file);
            for (; version < known; version++)
            {
                session.Do(Sql.Migrations[(int)version]);
            }
            session.Do($"PRAGMA application_id = {Sql.ApplicationId}");
            session.Do($"PRAGMA user_version = {known}");
            session.Do(Sql.End);
        }
        catch
        {
            session.Do(Sql.Undo);
            throw;
        }
    }

    private static long Version(Session session) => session.One<long>("PRAGMA user_version");

    private static void Refuse(long version, int known, string file)
    {
        if (version > known)
        {
            throw new StoreException(
                $"{file} was made by a newer Chancery (store version {version}, this one knows up to {known}): use the newer program."
            );
        }
    }
}
