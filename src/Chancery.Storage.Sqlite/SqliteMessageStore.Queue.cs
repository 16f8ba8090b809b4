using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <content>The queue: leases with a fence, each change in a commit of its own.</content>
public sealed partial class SqliteMessageStore : IWorkQueue
{
    /// <inheritdoc />
    public WorkItem? Lease(string destination, TimeSpan length, OutChannel? channel, WorkItem? delivered = null)
    {
        if (delivered is null && !IsAnyDue(destination))
        {
            return null;
        }
        WorkItem? item = null;
        Write(() =>
        {
            if (delivered is not null)
            {
                End(delivered, DeliveryState.Delivered, TimeSpan.Zero, "delivered", null);
            }
            item = Take(destination, length, channel);
        });
        return item;
    }

    /// <inheritdoc />
    public IReadOnlyList<WorkItem> Lease(string destination, TimeSpan length, OutChannel? channel, int most)
    {
        if (!IsAnyDue(destination))
        {
            return [];
        }
        var items = new List<WorkItem>();
        Write(() =>
        {
            items.Clear();
            while (items.Count < most && Take(destination, length, channel) is { } item)
            {
                items.Add(item);
            }
        });
        return items;
    }

    /// <inheritdoc />
    public void Deliver(IReadOnlyList<WorkItem> items, string detail) =>
        Write(() =>
        {
            foreach (var item in items)
            {
                End(item, DeliveryState.Delivered, TimeSpan.Zero, "delivered", detail);
            }
        });

    /// <inheritdoc />
    public bool Deliver(WorkItem item, string detail)
    {
        var ended = false;
        Write(() => ended = End(item, DeliveryState.Delivered, TimeSpan.Zero, "delivered", detail));
        return ended;
    }

    /// <inheritdoc />
    public bool GiveBack(WorkItem item, TimeSpan pause, string why)
    {
        var ended = false;
        Write(() => ended = End(item, DeliveryState.Queued, pause, "returned", why));
        return ended;
    }

    /// <inheritdoc />
    public bool BreakOff(WorkItem item, OutChannel channel, string why)
    {
        var ended = false;
        Write(() =>
        {
            ended = End(item, DeliveryState.Queued, TimeSpan.Zero, "broken-off", why);
            if (ended)
            {
                writer.Do(SwitchSql.ForgetNumber, item.Id);
                writer.Do(SwitchSql.SpendNumber, channel.Name, item.Number, (int)NumberState.Cancelled, Milliseconds(clock.GetUtcNow()));
            }
        });
        return ended;
    }

    /// <inheritdoc />
    public bool Keep(WorkItem item, TimeSpan length)
    {
        var kept = false;
        Write(() => kept = writer.Do(SwitchSql.KeepLease, item.Id, item.Fence, Milliseconds(clock.GetUtcNow() + length)) > 0);
        return kept;
    }

    /// <inheritdoc />
    public bool IsWaiting(string destination, Precedence least) =>
        Read(session =>
            session.Command(SwitchSql.IsAboveWaiting, destination, Milliseconds(clock.GetUtcNow()), (int)least).ExecuteScalar() is not null
        );

    /// <inheritdoc />
    public void ReturnLeases() => Write(() => writer.Do(SwitchSql.ReturnLeases));

    /// <inheritdoc />
    public IReadOnlyList<QueueDepth> Depths(ReadingScope scope) =>
        Read(session =>
            Accesses(scope, whole: true) is var open && open.Count >= protections.Length - 1
                ? session.All(SwitchSql.AllDepths, ToDepth)
                : session.All(SwitchSql.Depths, ToDepth, Json(open))
        );

    /// <inheritdoc />
    public IReadOnlyList<QueuedDelivery> Of(MessageId message) =>
        Read(session => session.All(QueueSql.DeliveriesOf, ToDelivery, message.ToBytes()));

    private static QueueDepth ToDepth(SqliteDataReader line) =>
        new(line.GetString(0), (Precedence)line.GetInt32(1), line.GetInt64(2), Time(line.GetInt64(3)));

    /// <summary>Looked at first, without the writer: most looks find nothing.</summary>
    private bool IsAnyDue(string destination) =>
        Read(session => session.Command(SwitchSql.IsAnyDue, destination, Milliseconds(clock.GetUtcNow())).ExecuteScalar() is not null);

    private WorkItem? Take(string destination, TimeSpan length, OutChannel? channel)
    {
        var now = clock.GetUtcNow();
        WorkItem item;
        string? numberedOn;
        using (var line = writer.Command(SwitchSql.NextDelivery, destination, Milliseconds(now)).ExecuteReader())
        {
            if (!line.Read())
            {
                return null;
            }
            item = new WorkItem(
                line.GetInt64(0),
                line.GetInt64(1),
                Id(line, 2),
                [.. line.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                (Precedence)line.GetInt32(4),
                line.GetInt64(5) + 1,
                line.GetInt32(6) + 1,
                line.GetFieldValue<byte[]>(7),
                line.GetInt32(8),
                Time(line.GetInt64(9))
            )
            {
                Pilot = Text(line, 11),
                IsSentAgain = line.GetBoolean(12),
            };
            numberedOn = Text(line, 10);
        }
        if (channel is not null && !(channel.KeepsNumber && item.Number > 0 && numberedOn == channel.Name))
        {
            item = item with { Number = GiveNumber(channel, item.Message, now) };
        }
        writer.Do(SwitchSql.LeaseDelivery, item.Id, Milliseconds(now + length), Milliseconds(now), item.Number, channel?.Name);
        return item;
    }

    private int GiveNumber(OutChannel channel, long message, DateTimeOffset now)
    {
        var state =
            new History(writer, protections).Channel(channel.Name, isOut: true) ?? new ChannelState(channel.Name, IsOut: true, 1, 1, now);
        if (channel.IsDaily && state.Next > 1 && state.At.UtcDateTime.Date < now.UtcDateTime.Date)
        {
            state = state with { Cycle = state.Cycle + 1, Next = 1 };
        }
        writer
            .Statement(SwitchSql.GiveNumber)
            .Bind(1, channel.Name)
            .Bind(2, state.Cycle)
            .Bind(3, state.Next)
            .Bind(4, (int)NumberState.Sent)
            .Bind(5, Milliseconds(now))
            .Bind(6, message)
            .Run();
        SetChannel(
            state.Next >= channel.LastNumber
                ? state with
                {
                    Cycle = state.Cycle + 1,
                    Next = 1,
                    At = now,
                }
                : state with
                {
                    Next = state.Next + 1,
                    At = now,
                }
        );
        return state.Next;
    }

    private bool End(WorkItem item, DeliveryState state, TimeSpan pause, string kind, string? why)
    {
        var now = clock.GetUtcNow();
        var due = pause > TimeSpan.Zero ? Milliseconds(now + pause) : 0;
        var end = writer
            .Statement(SwitchSql.EndDelivery)
            .Bind(1, (int)state)
            .Bind(2, Milliseconds(now))
            .Bind(3, due)
            .Bind(4, why)
            .Bind(5, item.Id)
            .Bind(6, item.Fence);
        if (!end.Step())
        {
            return false;
        }
        var (destination, channel) = (end.Text(0), end.IsNull(1) ? null : end.Text(1));
        end.Reset();
        if (state == DeliveryState.Delivered && item.AwaitsReceipt)
        {
            writer.Do(AlarmSql.ForgetReceipts, item.Message, destination);
            writer.Do(AlarmSql.AwaitReceipt, item.Id, Milliseconds(now));
        }
        var number = channel is null || item.Number == 0 ? "" : $" {TransmissionWriter.Number(channel, item.Number)}";
        Journal(kind, destination, item.Message, item.MessageId, $"fence {item.Fence}{number}{(why is null ? "" : $": {why}")}");
        return true;
    }
}
