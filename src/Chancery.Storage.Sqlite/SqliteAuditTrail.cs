using Microsoft.Data.Sqlite;

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
    public IReadOnlyList<AuditEntry> Find(AuditQuery query) =>
        Use(() =>
            session.All(
                Sql.FindAudit,
                EntryOf,
                query.Who?.ToLowerInvariant(),
                query.Act,
                query.Message?.ToBytes(),
                query.From?.ToUnixTimeMilliseconds(),
                query.Until?.ToUnixTimeMilliseconds(),
                query.Before,
                query.Limit
            )
        );

    /// <inheritdoc />
    public IReadOnlyList<string> Verify(out AuditEntry? last)
    {
        var damage = new List<string>();
        AuditEntry? end = null;
        Use(() =>
        {
            byte[] chain = [];
            var expected = 1L;
            using var line = session.Command(Sql.VerifyAudit).ExecuteReader();
            while (line.Read())
            {
                end = EntryOf(line);
                var hash = line.GetFieldValue<byte[]>(6);
                var kept = line.GetFieldValue<byte[]>(7);
                var isErased = end.Note.Act == AuditActs.Erased;
                var next = AuditLines.Next(chain, hash);
                if (
                    end.Sequence != expected
                    || !next.AsSpan().SequenceEqual(kept)
                    || (!isErased && !AuditLines.HashOf(line.GetInt64(1), end.Note).AsSpan().SequenceEqual(hash))
                )
                {
                    damage.Add($"The audit trail is broken at line {end.Sequence}: that line, or one before it, was changed or taken out.");
                }
                chain = kept;
                expected = end.Sequence + 1;
            }
            return 0;
        });
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

    private static AuditEntry EntryOf(SqliteDataReader line) =>
        new(
            line.GetInt64(0),
            DateTimeOffset.FromUnixTimeMilliseconds(line.GetInt64(1)),
            new AuditNote(
                line.GetString(2),
                line.GetString(3),
                line.IsDBNull(4) ? null : MessageId.FromBytes(line.GetFieldValue<byte[]>(4)),
                line.IsDBNull(5) ? null : line.GetString(5)
            )
        );
}
