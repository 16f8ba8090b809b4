namespace Chancery.Storage.Sqlite;

/// <summary>The audit trail in the database of truth, on a connection of its own: it also works beside a running server.</summary>
public sealed class SqliteAuditTrail : IAuditTrail, IDisposable
{
    private readonly Lock gate = new();
    private readonly string file;
    private readonly TimeProvider clock;
    private readonly Session session;

    /// <summary>Opens a store file, made where it is missing.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public SqliteAuditTrail(string file, TimeProvider clock)
    {
        this.file = file;
        this.clock = clock;
        session = StoreFile.Open(file);
    }

    /// <inheritdoc />
    public void Note(params ReadOnlySpan<AuditNote> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }
        var given = notes.ToArray();
        Use(() =>
            session.InTransaction(() =>
            {
                foreach (var note in given)
                {
                    AuditLines.Append(session, clock, note);
                }
                return given.Length;
            })
        );
    }

    /// <inheritdoc />
    public IReadOnlyList<AuditEntry> Find(AuditQuery query) => Use(() => AuditLines.Find(session, query));

    /// <inheritdoc />
    public IReadOnlyList<string> Verify(out AuditEntry? last)
    {
        AuditEntry? end = null;
        var damage = Use(() => AuditLines.Verify(session, out end));
        last = end;
        return damage;
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            session.Dispose();
        }
    }

    private T Use<T>(Func<T> work)
    {
        lock (gate)
        {
            return Faults.Told(file, work);
        }
    }
}
