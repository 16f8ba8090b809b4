using System.Collections.Concurrent;

namespace Chancery.Storage.Sqlite;

/// <summary>Reading sessions on one file, kept for the next reader.</summary>
internal sealed class SessionPool(string file) : IDisposable
{
    private readonly ConcurrentBag<Session> idle = [];
    private bool closed;

    /// <summary>Does something with a session that only reads, all of it as of one moment.</summary>
    public T Use<T>(Func<Session, T> work)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (!idle.TryTake(out var session))
        {
            session = new Session(file, "PRAGMA query_only = 1", "PRAGMA cache_size = -16000", "PRAGMA mmap_size = 2147418112");
        }
        session.Statement(Sql.BeginReading).Run();
        var answer = work(session);
        session.Statement(Sql.End).Run();
        // A session whose work threw is not kept: what it was in the middle of is unknown.
        Keep(session);
        return answer;
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private void Keep(Session session)
    {
        if (closed)
        {
            session.Dispose();
        }
        else
        {
            idle.Add(session);
        }
    }
}
