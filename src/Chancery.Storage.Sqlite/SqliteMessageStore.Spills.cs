using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <content>Copies of closed messages are known again: who comes later is closed in his own commit.</content>
public sealed partial class SqliteMessageStore
{
    /// <summary>False where nothing is closed, so that accepting asks nothing.</summary>
    private bool knowsSpills;

    /// <inheritdoc />
    public IReadOnlyList<MessageId> SameBytes(MessageId id) =>
        Read(session => session.All(SecuritySql.SameBytes, line => Id(line, 0), session.One<long>(QueueSql.NumberOf, id.ToBytes())));

    /// <inheritdoc />
    public IReadOnlyList<MessageId> SameKeys(MessageId id, CopyKeys known) =>
        Read(session =>
            session.All(
                SecuritySql.SameKeys,
                line => Id(line, 0),
                session.One<long>(QueueSql.NumberOf, id.ToBytes()),
                KeyLine.Hash(known.Logged.MessageIdentity),
                KeyLine.Hash(known.Text)
            )
        );

    /// <inheritdoc />
    public IReadOnlyList<MessageId> ClosedCopies(MessageId id) =>
        Read(session =>
        {
            var number = session.One<long>(QueueSql.NumberOf, id.ToBytes());
            return session
                .All(
                    SecuritySql.Spill,
                    line => (Hash: line.GetInt64(0), Message: Number(line, 1), Text: Number(line, 2), Line: line.GetString(3)),
                    number
                )
                .SelectMany(spill => Like(session, spill.Hash, spill.Message, spill.Text, CopyLine.Read(spill.Line)))
                .Where(other => other.Number != number)
                .Select(other => other.Id)
                .ToList();
        });

    /// <inheritdoc />
    public IReadOnlyList<ClosedCopy> ClosedOnArrival(int limit) =>
        Read(session =>
            session.All(SecuritySql.ClosedOnArrival, line => new ClosedCopy(Id(line, 0), Time(line.GetInt64(1)), Id(line, 2)), limit)
        );

    /// <summary>The closed message that another is a copy of; null where it is none.</summary>
    private (long Number, MessageId Id)? SpillOf(long hash, CopyKeys known) =>
        Like(writer, hash, KeyLine.Hash(known.Logged.MessageIdentity), KeyLine.Hash(known.Text), known)
            .Select(spill => ((long, MessageId)?)spill)
            .FirstOrDefault();

    /// <summary>Closed messages of which one with these keys is a copy, oldest first. Of a destroyed one there is no line.</summary>
    private static IEnumerable<(long Number, MessageId Id)> Like(Session session, long hash, long? message, long? text, CopyKeys? known) =>
        session
            .All(
                SecuritySql.SpillsLike,
                line => (Number: line.GetInt64(0), Id: Id(line, 1), Hash: line.GetInt64(2), Text: Number(line, 3), Line: line.GetString(4)),
                hash,
                message,
                text
            )
            .Where(spill =>
                spill.Hash == hash
                || (text is not null && spill.Text == text)
                || (known is not null && CopyLine.Read(spill.Line) is { } other && known.IsCopyOf(other))
            )
            .Select(spill => (spill.Number, spill.Id));

    /// <summary>Says that a message was closed when it came: it is known again itself, stands in the audit trail, and the security officers are told.</summary>
    private void NoteCopy(long number, MessageId id, long hash, CopyKeys known, (long Number, MessageId Id) of)
    {
        KnowAgain(number, hash, known, of.Number);
        AuditLines.Append(writer, clock, new AuditNote("switch", AuditActs.Quarantined, id, $"a copy of {of.Id}"));
        // One for all that come before somebody takes it.
        if (writer.One<long>(AlarmSql.Stands, (int)AlarmKind.Spill) == 0)
        {
            Raise(AlarmKind.Spill, "", Precedence.Routine, null, null, clock.GetUtcNow());
        }
    }

    private void KnowAgain(long number, long hash, CopyKeys known, long? of = null)
    {
        writer.Do(
            SecuritySql.KnowSpill,
            number,
            hash,
            KeyLine.Hash(known.Logged.MessageIdentity),
            KeyLine.Hash(known.Text),
            CopyLine.Write(known),
            of
        );
        knowsSpills = true;
    }

    private static CopyKeys KeysOf(NewMessage incoming) =>
        CopyKeys.Of(incoming.Message, incoming.Logged ?? LoggedMessage.Of(incoming.Message));

    private static long? Number(SqliteDataReader line, int column) => line.IsDBNull(column) ? null : line.GetInt64(column);
}
