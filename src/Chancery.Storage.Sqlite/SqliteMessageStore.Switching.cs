using System.Text;

namespace Chancery.Storage.Sqlite;

/// <content>What the rules of the switch decide, written in the commit of the message.</content>
public sealed partial class SqliteMessageStore
{
    /// <inheritdoc />
    public IReadOnlyList<(MessageId Id, MessageId? DuplicateOf)> Answered(string sender, string key) =>
        Read(session =>
            session.All(
                SwitchSql.AllOnce,
                line => (Id(line, 0), line.IsDBNull(1) ? default(MessageId?) : Id(line, 1)),
                sender,
                key,
                Milliseconds(clock.GetUtcNow() - OnceKey.KeptFor)
            )
        );

    /// <inheritdoc />
    public ReadOnlyMemory<byte>? Received(MessageId id) =>
        Read(session => session.One<byte[]>(SwitchSql.Received, id.ToBytes()) is { } raw ? (ReadOnlyMemory<byte>?)raw : null);

    /// <summary>A sender's key that was answered before is answered the same.</summary>
    private CommitResult Place(NewMessage incoming)
    {
        if (incoming.Once is not { } once)
        {
            return Settle(incoming);
        }
        var now = clock.GetUtcNow();
        using (
            var answered = writer
                .Command(SwitchSql.Once, once.Sender, once.Key, once.Index, Milliseconds(now - OnceKey.KeptFor))
                .ExecuteReader()
        )
        {
            if (answered.Read())
            {
                return new CommitResult(Id(answered, 0), answered.IsDBNull(1) ? null : Id(answered, 1), null, 0);
            }
        }
        var result = Settle(incoming);
        writer.Do(
            SwitchSql.AddOnce,
            once.Sender,
            once.Key,
            once.Index,
            result.Id.ToBytes(),
            result.DuplicateOf?.ToBytes(),
            Milliseconds(now)
        );
        writer.Do(SwitchSql.ForgetOnce, Milliseconds(now - OnceKey.KeptFor));
        return result;
    }

    /// <summary>Files a message with what its rules decide.</summary>
    private CommitResult Settle(NewMessage incoming)
    {
        var hash = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(incoming.Sha256.AsSpan());
        if (incoming.Rules is not { } rules)
        {
            return PlaceAlone(incoming, hash);
        }
        long? replaced = null;
        if (incoming.Replaces is { } held)
        {
            replaced = Replace(incoming, held);
            if (replaced is null)
            {
                // Somebody else was quicker: nothing is filed, and the answer names the message itself.
                return new CommitResult(held, held, null, 0);
            }
        }
        // By a circuit the rules tell what comes again: a number belongs to each transmission. Elsewhere identical bytes are the same submission.
        (long Number, MessageId Id)? seen = null;
        if (incoming is { Arrival: null, Replaces: null } && incoming.Origin.Door != ServiceMessages.Door)
        {
            (seen, var again) = Seen(incoming, hash);
            if (again)
            {
                return Again(incoming, seen!.Value);
            }
        }
        var decision = rules.Decide(incoming, new History(writer, protections), clock.GetUtcNow());
        if (decision.IsDropped)
        {
            Write(decision, null, null, isClosed: false);
            var dropped = decision.DuplicateOf is { } known
                ? Again(incoming, (known.Number, known.Id))
                : new CommitResult(default, null, null, 0);
            return dropped with { Queued = QueuedBy(decision) };
        }
        var scope = ReadingRights.Scope(incoming.Sender);
        var duplicateOf =
            seen?.Id
            ?? (decision.DuplicateOf is { } other && scope.Of(other.Protection).Reading == Reading.Full ? other.Id : default(MessageId?));
        var filed = File(incoming, hash, duplicateOf, decision.States) with
        {
            Queued = QueuedBy(decision),
            Supersedes = replaced is { } original ? [.. decision.Supersedes, original] : decision.Supersedes,
        };
        Write(decision, filed.Number, filed.Id, filed.Row!.Protection.IsQuarantined);
        foreach (var earlier in filed.Supersedes)
        {
            writer.Do(SwitchSql.AddSuperseding, filed.Number, earlier);
        }
        if (replaced is { } corrected)
        {
            writer.Do(SwitchSql.AddLink, filed.Number, corrected, (int)LinkKind.Corrects, "corrected here");
        }
        return decision.Services.IsEmpty
            ? filed
            : filed with
            {
                Behind = [.. decision.Services.Select(service => (Settle(service), service)).Where(pair => pair.Item1.Row is not null)],
            };
    }

    private static ImmutableArray<string> QueuedBy(TrafficDecision decision) =>
        decision.Hold is null && !decision.Deliveries.IsEmpty
            ? [.. decision.Deliveries.Select(delivery => delivery.Destination), .. decision.Repetitions.Select(again => again.Destination)]
            : [.. decision.Repetitions.Select(again => again.Destination)];

    private void Write(TrafficDecision decision, long? number, MessageId? id, bool isClosed)
    {
        var now = Milliseconds(clock.GetUtcNow());
        foreach (var channel in decision.Channels)
        {
            SetChannel(channel);
        }
        foreach (var entry in decision.Numbers)
        {
            SetNumber(
                entry.State is NumberState.Received or NumberState.Late or NumberState.Cancelled ? entry with { Message = number } : entry
            );
            if (entry is { State: NumberState.Receipted, Message: { } receipted })
            {
                writer.Do(AlarmSql.Receipted, entry.Channel, entry.Number, receipted);
                Journal("receipted", "switch", receipted, IdOf(receipted), TransmissionWriter.Number(entry.Channel, entry.Number));
            }
        }
        foreach (var again in decision.Repetitions)
        {
            writer.Do(SwitchSql.Again, again.Message, again.Destination, now, again.IsSaid);
            Journal("requeued", "switch", again.Message, IdOf(again.Message), $"{again.Destination}: asked for again");
        }
        foreach (var note in decision.Notes)
        {
            Journal(note.Kind, "switch", number, id, note.Detail);
        }
        if (number is not { } filed)
        {
            return;
        }
        if (decision.Keys is { } keys)
        {
            var logged = keys.Logged;
            writer
                .Statement(SwitchSql.AddKeys)
                .Bind(1, filed)
                .Bind(2, KeyLine.Hash(logged.MessageIdentity))
                .Bind(3, KeyLine.Hash(logged.TransmissionIdentity))
                .Bind(4, KeyLine.Hash(keys.Channel))
                .Bind(5, KeyLine.Hash(logged.TextHash))
                .Bind(6, KeyLine.Write(keys))
                .Run();
        }
        foreach (var link in decision.Links)
        {
            writer.Do(SwitchSql.AddLink, filed, link.Other.Number, (int)link.Kind, link.Row);
            if (link.Kind is LinkKind.Repeats or LinkKind.Corrects or LinkKind.IsBetterThan)
            {
                writer.Do(CorrectionSql.Close, link.Other.Number, now);
            }
        }
        foreach (var copy in decision.Copies)
        {
            writer.Do(SwitchSql.AddCopy, filed, copy.Office, copy.IsAction, copy.Rule, copy.Why);
            if (copy.IsAction && !isClosed)
            {
                writer.Do(AlarmSql.AwaitOpening, filed, copy.Office, (int)decision.Precedence, now);
            }
        }
        if (decision.Hold is { } hold)
        {
            writer.Do(SwitchSql.AddHold, filed, hold.Rule, hold.Sentence, now);
            Journal("held", "switch", number, id, hold.Rule);
        }
        if (decision.IsUrgent)
        {
            Raise(AlarmKind.Urgent, "", decision.Precedence, filed, id, Time(now));
        }
        foreach (var delivery in decision.Deliveries)
        {
            var state = decision.Hold is null ? DeliveryState.Queued : DeliveryState.Held;
            AddDelivery(filed, delivery, state, now);
        }
        if (isClosed)
        {
            writer.Do(SecuritySql.Stop, filed, now);
        }
    }

    private void AddDelivery(long message, NewDelivery delivery, DeliveryState state, long now) =>
        writer
            .Statement(SwitchSql.AddDelivery)
            .Bind(1, message)
            .Bind(2, delivery.Destination)
            .Bind(3, string.Join(' ', delivery.Called))
            .Bind(4, (int)delivery.Precedence)
            .Bind(5, (int)state)
            .Bind(6, now)
            .Bind(7, delivery.Pilot)
            .Bind(8, delivery.IsSentAgain)
            .Run();

    private void SetChannel(ChannelState channel) =>
        writer
            .Statement(SwitchSql.SetChannel)
            .Bind(1, channel.Name)
            .Bind(2, channel.IsOut)
            .Bind(3, channel.Cycle)
            .Bind(4, channel.Next)
            .Bind(5, Milliseconds(channel.At))
            .Run();

    private void SetNumber(NumberEntry entry) =>
        writer
            .Statement(SwitchSql.SetNumber)
            .Bind(1, entry.Channel)
            .Bind(2, entry.IsOut)
            .Bind(3, entry.Cycle)
            .Bind(4, entry.Number)
            .Bind(5, (int)entry.State)
            .Bind(6, Milliseconds(entry.At))
            .Bind(7, entry.Message)
            .Run();

    private MessageId? IdOf(long number) => writer.One<byte[]>(Sql.IdOf, number) is { } id ? MessageId.FromBytes(id) : null;

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static MessageId Id(Microsoft.Data.Sqlite.SqliteDataReader line, int column) =>
        MessageId.FromBytes(line.GetFieldValue<byte[]>(column));
}
