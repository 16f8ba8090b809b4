using System.Security.Cryptography;

namespace Chancery.Storage.Sqlite;

/// <content>Copies of closed messages are known again: who comes later is closed in his own commit.</content>
public sealed partial class SqliteMessageStore
{
    /// <summary>The text key of messages without a text: by it nothing is known again.</summary>
    private static readonly string NoText = Convert.ToHexString(SHA256.HashData([]));

    /// <summary>False where nothing is closed, so that accepting asks nothing.</summary>
    private bool knowsSpills;

    /// <inheritdoc />
    public IReadOnlyList<MessageId> Alike(MessageId id, LoggedMessage known) =>
        Read(session =>
        {
            var number = session.One<long>(QueueSql.NumberOf, id.ToBytes());
            var alike = session.All(SecuritySql.AlikeBytes, line => Id(line, 0), number);
            var keys = new MessageKeys(known, null);
            foreach (
                var (other, logged) in session.All(
                    SecuritySql.AlikeKeys,
                    line => (Id(line, 0), KeyLine.Read(line.GetString(1)).Logged),
                    number,
                    KeyLine.Hash(known.MessageIdentity),
                    TextKey(known)
                )
            )
            {
                if (keys.IsSameMessage(logged) || (TextKey(known) is not null && known.TextHash == logged.TextHash))
                {
                    alike.Add(other);
                }
            }
            return alike;
        });

    /// <inheritdoc />
    public IReadOnlyList<MessageId> ClosedCopies(MessageId id) =>
        Read(session => session.All(SecuritySql.ClosedCopies, line => Id(line, 0), session.One<long>(QueueSql.NumberOf, id.ToBytes())));

    /// <inheritdoc />
    public IReadOnlyList<ClosedCopy> ClosedOnArrival(int limit) =>
        Read(session =>
            session.All(SecuritySql.ClosedOnArrival, line => new ClosedCopy(Id(line, 0), Time(line.GetInt64(1)), Id(line, 2)), limit)
        );

    /// <summary>The closed message that another is a copy of; null where it is none.</summary>
    private (long Number, MessageId Id)? SpillOf(NewMessage incoming, long hash)
    {
        if (!knowsSpills)
        {
            return null;
        }
        var known = KeysOf(incoming);
        return writer
            .All(
                SecuritySql.SpillOf,
                line => ((long, MessageId)?)(line.GetInt64(0), Id(line, 1)),
                hash,
                KeyLine.Hash(known.MessageIdentity),
                KeyLine.Section(known.Section),
                TextKey(known)
            )
            .FirstOrDefault();
    }

    /// <summary>Says that a message was closed when it came: it is known again itself, stands in the audit trail, and the security officers are told.</summary>
    private void NoteCopy(NewMessage incoming, long number, MessageId id, long hash, (long Number, MessageId Id) of)
    {
        KnowAgain(number, hash, KeysOf(incoming), of.Number);
        AuditLines.Append(writer, clock, new AuditNote("switch", AuditActs.Quarantined, id, $"a copy of {of.Id}"));
        // One for all that come before somebody takes it.
        if (writer.One<long>(AlarmSql.Stands, (int)AlarmKind.Spill) == 0)
        {
            Raise(AlarmKind.Spill, "", Precedence.Routine, null, null, clock.GetUtcNow());
        }
    }

    private void KnowAgain(long number, long hash, LoggedMessage known, long? of = null)
    {
        writer.Do(
            SecuritySql.KnowSpill,
            number,
            hash,
            KeyLine.Hash(known.MessageIdentity),
            KeyLine.Section(known.Section),
            TextKey(known),
            of
        );
        knowsSpills = true;
    }

    private static LoggedMessage KeysOf(NewMessage incoming) => incoming.Logged ?? LoggedMessage.Of(incoming.Message);

    private static long? TextKey(LoggedMessage known) => known.TextHash == NoText ? null : KeyLine.Hash(known.TextHash);
}
