namespace Chancery.Storage.Sqlite;

/// <content>Corrected copies in the place of held messages, and requests for repetition.</content>
public sealed partial class SqliteMessageStore : IRepeatRequests
{
    /// <inheritdoc />
    public ReadOnlyMemory<byte>? Proposed(MessageId id) =>
        Read(session =>
            session.One<byte[]>(CorrectionSql.Proposed, session.One<long>(QueueSql.NumberOf, id.ToBytes())) is { } bytes
                ? (ReadOnlyMemory<byte>?)bytes
                : null
        );

    /// <inheritdoc />
    public void Ask(MessageId message, string circuit, string number, Precedence precedence, string who) =>
        Write(() =>
        {
            var of = NumberOf(message);
            writer.Do(CorrectionSql.Ask, of, circuit, number, (int)precedence, Milliseconds(clock.GetUtcNow()));
            Journal("repeat-asked", who, of, message, number);
        });

    /// <inheritdoc />
    public IReadOnlyList<RepeatRequest> Open() =>
        Read(session =>
            session.All(
                CorrectionSql.Open,
                line => new RepeatRequest(
                    Id(line, 0),
                    line.GetString(1),
                    line.GetString(2),
                    (Precedence)line.GetInt32(3),
                    line.GetInt32(4),
                    Time(line.GetInt64(5))
                )
            )
        );

    /// <summary>Ends the hold of the message that a corrected copy takes the place of; its number, or null where it is not held any more.</summary>
    private long? Replace(NewMessage incoming, MessageId replaced)
    {
        var number = NumberOf(replaced);
        return DropHold(number, replaced, incoming.Sender.Name, "corrected", incoming.ReplaceReason ?? "", DeliveryState.Cancelled)
            ? number
            : null;
    }

    private bool DropHold(long number, MessageId id, string who, string kind, string reason, DeliveryState to)
    {
        if (writer.Do(QueueSql.DropHold, number) == 0)
        {
            return false;
        }
        var now = Milliseconds(clock.GetUtcNow());
        writer.Do(QueueSql.FreeDeliveries, number, (int)to, now, reason);
        writer.Do(CorrectionSql.Close, number, now);
        if (writer.One<byte[]>(Sql.Row, id.ToBytes()) is { } kept)
        {
            var row = RowBytes.Read(kept);
            var states = row.States.Remove("held");
            writer.Do(QueueSql.States, number, RowBytes.ToBytes(row with { States = kind == "corrected" ? states.Add(kind) : states }));
        }
        Journal(kind, who, number, id, reason);
        return true;
    }
}
