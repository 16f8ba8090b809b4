using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>
/// Brings the write-ahead log over into the file on a connection and a thread of its own, so that no sender waits for it. Under constant load the writer is
/// always a little ahead, and a log that is never brought over whole only grows: when nearly all of it is, the writer does the rest between two commits.
/// </summary>
internal sealed class Checkpointer(string file) : IDisposable
{
    /// <summary>How far the log grows before it is brought over: 8 MB.</summary>
    private const long EveryPages = 1024;

    /// <summary>From which length on the log is to begin anew: 32 MB.</summary>
    private const long LongLog = 4096;

    /// <summary>What the writer brings over himself without being missed.</summary>
    private const long ShortRest = 256;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private Task? work;
    private long written;
    private long rung;
    private volatile bool isNearlyDone;
    private long flushes;

    /// <summary>Flushes so far: of the log, then of the file.</summary>
    public long Flushes => Interlocked.Read(ref flushes);

    /// <summary>Counts what a commit added to the log; true where the writer is to bring the rest of it over now. Called by whoever holds the writer.</summary>
    /// <param name="pages">Pages.</param>
    public bool Committed(int pages)
    {
        var all = Interlocked.Add(ref written, pages);
        if (all - rung >= EveryPages)
        {
            rung = all;
            // Not before there is work: a command that is gone in a moment has none.
            work ??= Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            bell.Writer.TryWrite(item: true);
        }
        return isNearlyDone;
    }

    /// <summary>Brings over what is in the log, by the session that writes it: nothing is added meanwhile, and it begins anew at the next commit.</summary>
    public void End(Session writer)
    {
        isNearlyDone = false;
        try
        {
            BringOver(writer);
        }
        catch (SqliteException)
        {
            // What was committed is on disk; the next round tries again.
        }
    }

    public void Dispose()
    {
        bell.Writer.TryComplete();
        work?.GetAwaiter().GetResult();
    }

    private void Work()
    {
        Session? session = null;
        while (bell.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            bell.Reader.TryRead(out _);
            try
            {
                session ??= new Session(file);
                Follow(session);
            }
            catch (SqliteException)
            {
                // The log only grows; the next round tries again, and a full disk is told to those who send.
            }
        }
        session?.Dispose();
    }

    /// <summary>Follows the writer until it is so near that he loses no time by doing the rest, or cannot be caught up with.</summary>
    private void Follow(Session session)
    {
        for (var behind = long.MaxValue; ; )
        {
            var before = Interlocked.Read(ref written);
            if (BringOver(session) < LongLog)
            {
                return;
            }
            var left = Interlocked.Read(ref written) - before;
            if (left <= ShortRest || left >= behind / 2)
            {
                isNearlyDone = true;
                return;
            }
            behind = left;
        }
    }

    /// <summary>How many pages the log holds, old ones included.</summary>
    private long BringOver(Session session)
    {
        using var line = session.Command("PRAGMA wal_checkpoint(PASSIVE)").ExecuteReader();
        line.Read();
        Interlocked.Add(ref flushes, 2);
        return line.GetInt64(1);
    }
}
