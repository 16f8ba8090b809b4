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
        // By a circuit the rules tell what comes again: a number belongs to each transmission. Elsewhere identical bytes are the same submission.
        (long Number, MessageId Id)? seen = null;
        if (incoming.Arrival is null && incoming.Origin.Door != ServiceMessages.Door)
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
            Write(decision, null, null);
            return decision.DuplicateOf is { } known ? Again(incoming, (known.Number, known.Id)) : new CommitResult(default, null, null, 0);
        }
        var scope = ReadingRights.Scope(incoming.Sender);
        var duplicateOf =
            seen?.Id
            ?? (decision.DuplicateOf is { } other && scope.Of(other.Protection).Reading == Reading.Full ? other.Id : default(MessageId?));
        var filed = File(incoming, hash, duplicateOf, decision.States);
        Write(decision, filed.Number, filed.Id);
        return decision.Services.IsEmpty
            ? filed
            : filed with
            {
                Behind = [.. decision.Services.Select(service => (Settle(service), service)).Where(pair => pair.Item1.Row is not null)],
            };
    }

    private void Write(TrafficDecision decision, long? number, MessageId? id)
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
        }
        foreach (var (message, destination) in decision.Repetitions)
        {
            writer.Do(SwitchSql.Again, message, destination, now);
            Journal("requeued", "switch", message, IdOf(message), $"{destination}: asked for again");
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
            writer.Do(
                SwitchSql.AddKeys,
                filed,
                KeyLine.Hash(logged.MessageIdentity),
                KeyLine.Hash(logged.TransmissionIdentity),
                KeyLine.Hash(keys.Channel),
                KeyLine.Hash(logged.TextHash),
                KeyLine.Write(keys)
            );
        }
        foreach (var link in decision.Links)
        {
            writer.Do(SwitchSql.AddLink, filed, link.Other.Number, (int)link.Kind, link.Row);
        }
        foreach (var copy in decision.Copies)
        {
            writer.Do(SwitchSql.AddCopy, filed, copy.Office, copy.IsAction, copy.Rule, copy.Why);
        }
        if (decision.Hold is { } hold)
        {
            writer.Do(SwitchSql.AddHold, filed, hold.Rule, hold.Sentence, now);
            Journal("held", "switch", number, id, hold.Rule);
        }
        foreach (var delivery in decision.Deliveries)
        {
            var state = decision.Hold is null ? DeliveryState.Queued : DeliveryState.Held;
            writer.Do(
                SwitchSql.AddDelivery,
                filed,
                delivery.Destination,
                string.Join(' ', delivery.Called),
                (int)delivery.Precedence,
                (int)state,
                now,
                delivery.Pilot
            );
        }
    }

    private void SetChannel(ChannelState channel) =>
        writer.Do(SwitchSql.SetChannel, channel.Name, channel.IsOut, channel.Cycle, channel.Next, Milliseconds(channel.At));

    private void SetNumber(NumberEntry entry) =>
        writer.Do(
            SwitchSql.SetNumber,
            entry.Channel,
            entry.IsOut,
            entry.Cycle,
            entry.Number,
            (int)entry.State,
            Milliseconds(entry.At),
            entry.Message
        );

    private MessageId? IdOf(long number) => writer.One<byte[]>(Sql.IdOf, number) is { } id ? MessageId.FromBytes(id) : null;

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static MessageId Id(Microsoft.Data.Sqlite.SqliteDataReader line, int column) =>
        MessageId.FromBytes(line.GetFieldValue<byte[]>(column));
}
