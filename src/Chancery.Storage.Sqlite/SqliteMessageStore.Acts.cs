using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <content>What people do to held and waiting traffic.</content>
public sealed partial class SqliteMessageStore : IQueueActs
{
    /// <inheritdoc />
    public IReadOnlyList<HeldMessage> Holds(ReadingScope scope, int limit) =>
        Read(session => session.All(QueueSql.Holds, ToHeld, Json(Accesses(scope, whole: true)), limit));

    /// <inheritdoc />
    public HeldMessage? Hold(MessageId id) => Read(session => session.All(QueueSql.Hold, ToHeld, id.ToBytes()).FirstOrDefault());

    /// <inheritdoc />
    public void ProposeRelease(MessageId id, string who, string reason, ReadOnlyMemory<byte>? corrected) =>
        Write(() =>
        {
            var number = NumberOf(id);
            writer.Do(QueueSql.Propose, number, who, corrected?.ToArray());
            Journal("release-proposed", who, number, id, reason);
        });

    /// <inheritdoc />
    public bool Release(MessageId id, string who, string reason, IReadOnlyList<NewDelivery> more) =>
        EndHold(id, who, "released", reason, DeliveryState.Queued, more);

    /// <inheritdoc />
    public bool CloseUndelivered(MessageId id, string who, string reason) =>
        EndHold(id, who, "closed", reason, DeliveryState.Cancelled, []);

    /// <inheritdoc />
    public IReadOnlyList<QueuedDelivery> Waiting(ReadingScope scope, int limit) =>
        Read(session => session.All(QueueSql.Waiting, ToDelivery, Json(Accesses(scope, whole: true)), limit));

    /// <inheritdoc />
    public IReadOnlyList<QueuedDelivery> Waiting(ReadingScope scope, string destination, int limit) =>
        Read(session => session.All(QueueSql.WaitingFor, ToDelivery, Json(Accesses(scope, whole: true)), destination, limit));

    /// <inheritdoc />
    public QueuedDelivery? Delivery(long id) => Read(session => session.All(QueueSql.Delivery, ToDelivery, id).FirstOrDefault());

    /// <inheritdoc />
    public bool Change(long delivery, DeliveryState to, string who, string reason)
    {
        var done = false;
        Write(() =>
        {
            // The fence rises with it: whoever was delivering it finishes nothing any more.
            done = writer.Do(QueueSql.Change, delivery, (int)to, Milliseconds(clock.GetUtcNow()), reason) > 0;
            if (done)
            {
                Note(delivery, to.ToString().ToLowerInvariant(), who, reason);
            }
        });
        return done;
    }

    /// <inheritdoc />
    public bool Requeue(long delivery, string? destination, string who, string reason)
    {
        var done = false;
        Write(() =>
        {
            var now = Milliseconds(clock.GetUtcNow());
            done = writer.Do(QueueSql.Copy, delivery, destination, now) > 0;
            if (done)
            {
                writer.Do(QueueSql.Change, delivery, (int)DeliveryState.Cancelled, now, "another takes its place");
                Note(
                    delivery,
                    destination is null ? "requeued" : "rerouted",
                    who,
                    destination is null ? reason : $"{destination}: {reason}"
                );
            }
        });
        return done;
    }

    /// <inheritdoc />
    public IReadOnlyList<(LinkKind Kind, string Row, MessageId Other, bool IsEarlier)> Links(MessageId id) =>
        Read(session =>
            session.All(
                QueueSql.Links,
                line => ((LinkKind)line.GetInt32(0), line.GetString(1), Id(line, 2), line.GetBoolean(3)),
                session.One<long>(QueueSql.NumberOf, id.ToBytes())
            )
        );

    /// <inheritdoc />
    public IReadOnlyList<OfficeCopy> Copies(MessageId id) =>
        Read(session =>
            session.All(
                QueueSql.Copies,
                line => new OfficeCopy(line.GetString(0), line.GetBoolean(1), line.GetString(2), line.GetString(3)),
                id.ToBytes()
            )
        );

    /// <inheritdoc />
    public NumberEntry? CameUnder(MessageId id)
    {
        var number = Read(session => session.One<long>(QueueSql.NumberOf, id.ToBytes()));
        return Entries(QueueSql.CameUnder, number).FirstOrDefault();
    }

    private bool EndHold(MessageId id, string who, string kind, string reason, DeliveryState to, IReadOnlyList<NewDelivery> more)
    {
        var done = false;
        Write(() =>
        {
            var number = NumberOf(id);
            done = DropHold(number, id, who, kind, reason, to);
            foreach (var delivery in done ? more : [])
            {
                AddDelivery(number, delivery, DeliveryState.Queued, Milliseconds(clock.GetUtcNow()));
            }
        });
        return done;
    }

    private void Note(long delivery, string kind, string who, string detail)
    {
        var message = writer.One<long>(QueueSql.MessageOf, delivery);
        Journal(kind, who, message, IdOf(message), detail);
    }

    private long NumberOf(MessageId id) => writer.One<long>(QueueSql.NumberOf, id.ToBytes());

    private HeldMessage ToHeld(SqliteDataReader line) =>
        new(RowOf(line), line.GetString(2), line.GetString(3), Time(line.GetInt64(4)), Text(line, 5));

    private static QueuedDelivery ToDelivery(SqliteDataReader line) =>
        new(
            line.GetInt64(0),
            Id(line, 1),
            line.GetString(2),
            (Precedence)line.GetInt32(3),
            (DeliveryState)line.GetInt32(4),
            line.GetInt32(5),
            Time(line.GetInt64(6)),
            Time(line.GetInt64(7)),
            line.IsDBNull(8) || line.GetInt32(9) == 0 ? null : TransmissionWriter.Number(line.GetString(8), line.GetInt32(9)),
            line.GetInt64(10),
            Text(line, 11)
        )
        {
            Called = [.. line.GetString(13).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            FirstTriedAt = line.IsDBNull(12) ? null : Time(line.GetInt64(12)),
        };
}
