using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>Brings the write-ahead log over into the file on a connection and a thread of its own, so that no sender waits for it.</summary>
internal sealed class Checkpointer : IDisposable
{
    /// <summary>How far the log grows before it is brought over: 8 MB.</summary>
    private const long EveryPages = 1024;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly string file;
    private readonly Task work;
    private long pages;
    private long flushes;

    public Checkpointer(string file)
    {
        this.file = file;
        work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Flushes so far: of the log, then of the file.</summary>
    public long Flushes => Interlocked.Read(ref flushes);

    /// <summary>Counts what a commit added to the log. Called by whoever holds the writer.</summary>
    /// <param name="written">Pages.</param>
    public void Committed(int written)
    {
        pages += written;
        if (pages >= EveryPages)
        {
            pages = 0;
            bell.Writer.TryWrite(item: true);
        }
    }

    public void Dispose()
    {
        bell.Writer.TryComplete();
        work.GetAwaiter().GetResult();
    }

    private void Work()
    {
        using var session = new Session(file);
        while (bell.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            bell.Reader.TryRead(out _);
            try
            {
                session.Command("PRAGMA wal_checkpoint(PASSIVE)").ExecuteScalar();
                Interlocked.Add(ref flushes, 2);
            }
            catch (SqliteException)
            {
                // The log only grows; the next round tries again, and a full disk is told to those who send.
            }
        }
        session?.Dispose();
    }
}
