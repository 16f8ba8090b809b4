using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>What goes wrong with a database file, in sentences for people.</summary>
internal static class Faults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Does something with a file; what the database says of it comes out as a sentence for people.</summary>
    public static T Told<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException fault)
        {
            throw Tell(fault, file);
        }
    }

    public static StoreException Tell(SqliteException fault, string file) =>
        new(
            fault.SqliteErrorCode switch
            {
                Full => $"The disk that holds {file} is full: nothing of this was filed; make room and do it again.",
                InputOutput =>
                    $"The disk that holds {file} failed while it was read or written: nothing of this was filed; look at the disk and do it again.",
                ReadOnly or CannotOpen => $"{file} cannot be opened for writing: look at its permissions and those of its folder.",
                Corrupt or NotADatabase => $"{file} is damaged or not a store: run \"chancery verify\", or put a backup in its place.",
                Busy or Locked => $"{file} is held by another program: wait for it to end and do it again.",
                _ => $"{file} cannot be used ({fault.SqliteErrorCode}: {fault.Message}).",
            },
            fault
        );
}
