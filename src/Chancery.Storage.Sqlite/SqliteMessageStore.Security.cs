using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <content>What security officers decide, and the audit trail, written by the one writer.</content>
public sealed partial class SqliteMessageStore : ISecurityRecord, IAuditTrail
{
    /// <inheritdoc />
    public long? NumberOfMessage(MessageId id) =>
        Read(session => session.Command(Sql.NumberOf, id.ToBytes()).ExecuteScalar() is long number ? number : (long?)null);

    /// <inheritdoc />
    public void Protect(MessageId id, Protection protection, CopyKeys? known, AuditNote note) =>
        Write(() =>
        {
            var number = NumberOf(id);
            if (protection.IsQuarantined && known is not null)
            {
                KnowAgain(number, writer.One<long>(SecuritySql.HashNumber, number), known);
            }
            else if (!protection.IsQuarantined)
            {
                writer.Do(SecuritySql.ForgetSpill, number);
            }
            writer.Do(SecuritySql.SetProtection, number, protection.Rank, !protection.Captions.IsEmpty, AccessOf(protection));
            writer.Do(protection.IsQuarantined ? SecuritySql.Stop : SecuritySql.Resume, number, Milliseconds(clock.GetUtcNow()));
            writer.Do(SecuritySql.Forget, id.ToBytes());
            Journal(note.Act, note.Who, number, id, null);
            AuditLines.Append(writer, clock, note);
        });

    /// <inheritdoc />
    public void Destroy(MessageId id, MessageRow stub, AuditNote note)
    {
        Write(() =>
        {
            var number = NumberOf(id);
            foreach (var erase in SecuritySql.Erase)
            {
                writer.Do(erase, number);
            }
            writer.Do(SecuritySql.Blank, number, RowBytes.ToBytes(stub), stub.Protection.Rank, AccessOf(stub.Protection));
            writer.Do(SecuritySql.Forget, id.ToBytes());
            Journal(note.Act, note.Who, number, id, null);
            AuditLines.Append(writer, clock, note);
        });
        Sweep();
    }

    /// <inheritdoc />
    public string? HashOf(MessageId id) =>
        Read(session => session.One<byte[]>(SecuritySql.HashOf, id.ToBytes()) is { } hash ? Convert.ToHexStringLower(hash) : null);

    /// <inheritdoc />
    public IReadOnlyList<Proposal> Proposals() =>
        Read(session =>
            session.All(
                SecuritySql.Proposals,
                line => new Proposal(
                    (ProposedAct)line.GetInt32(0),
                    Id(line, 1),
                    line.GetString(2),
                    line.GetString(3),
                    line.GetString(4),
                    Time(line.GetInt64(5))
                )
                {
                    AgreedBy = Text(line, 6),
                    Until = line.IsDBNull(7) ? null : Time(line.GetInt64(7)),
                },
                Milliseconds(clock.GetUtcNow())
            )
        );

    /// <inheritdoc />
    public void Propose(Proposal proposal, AuditNote note) => Keep(proposal, note);

    /// <inheritdoc />
    public void Grant(Proposal proposal, AuditNote note) => Keep(proposal, note);

    /// <inheritdoc />
    public void Note(params ReadOnlySpan<AuditNote> notes)
    {
        if (notes.IsEmpty)
        {
            return;
        }
        var given = notes.ToArray();
        Write(() =>
        {
            foreach (var note in given)
            {
                AuditLines.Append(writer, clock, note);
            }
        });
    }

    /// <inheritdoc />
    public IReadOnlyList<AuditEntry> Find(AuditQuery query) => Read(session => AuditLines.Find(session, query));

    /// <inheritdoc />
    public IReadOnlyList<string> Verify(out AuditEntry? last)
    {
        AuditEntry? end = null;
        var damage = Read(session => AuditLines.Verify(session, out end));
        last = end;
        return damage;
    }

    private void Keep(Proposal proposal, AuditNote note) =>
        Write(() =>
        {
            writer.Do(
                SecuritySql.Propose,
                (int)proposal.Act,
                proposal.Message.ToBytes(),
                proposal.Person.ToLowerInvariant(),
                proposal.By,
                proposal.Reason,
                Milliseconds(proposal.At),
                proposal.AgreedBy,
                proposal.Until is { } until ? Milliseconds(until) : null
            );
            AuditLines.Append(writer, clock, note);
        });

    /// <summary>Writes the whole file anew and brings the log over and empties it: what was deleted is in neither afterwards.</summary>
    private void Sweep()
    {
        lock (writing)
        {
            try
            {
                writer.Do("VACUUM");
                using var line = writer.Command("PRAGMA wal_checkpoint(TRUNCATE)").ExecuteReader();
                if (!line.Read() || line.GetInt32(0) != 0)
                {
                    throw new StoreException(
                        $"{file} is being read by another program: what was destroyed is in its log until \"chancery backup\" or the next start."
                    );
                }
            }
            catch (SqliteException fault)
            {
                throw Faults.Tell(fault, file);
            }
        }
    }
}
