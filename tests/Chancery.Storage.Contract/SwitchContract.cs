using Chancery.Messages;
using Chancery.Office;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Contract;

/// <summary>What every store must do for the switch: queue, channel numbers, held traffic. Inherited by the tests of each store.</summary>
/// <typeparam name="TStore">The store, which is all four ports.</typeparam>
public abstract class SwitchContract<TStore>
    where TStore : class, IMessageStore, IWorkQueue, ICircuitRecord, IQueueActs
{
    protected const string Destination = "circuit ABA";
    private static readonly OutChannel Channel = new("ABA", 999, KeepsNumber: false);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>An empty store with the clock it goes by.</summary>
    protected abstract TStore Open(FakeTimeProvider clock);

    [Fact]
    public async Task What_waits_goes_by_precedence_and_then_by_acceptance()
    {
        await using var store = Open(Samples.Clock());
        await Task.Yield();
        foreach (
            var (number, precedence) in new[]
            {
                (1, Precedence.Routine),
                (2, Precedence.Flash),
                (3, Precedence.Routine),
                (4, Precedence.Priority),
                (5, Precedence.Flash),
            }
        )
        {
            Queue(store, number, precedence);
        }
        var order = new List<int>();
        WorkItem? last = null;
        while (store.Lease(Destination, Minute, Channel, last) is { } item)
        {
            order.Add(NumberOf(item));
            last = item;
        }
        Assert.Equal([2, 5, 4, 1, 3], order);
        Assert.Empty(store.Depths(ReadingScope.All));
        Assert.Empty(store.Verify(null, default));
    }

    [Fact]
    public async Task What_is_leased_together_keeps_its_order_and_is_finished_together()
    {
        await using var store = Open(Samples.Clock());
        foreach (var (number, precedence) in new[] { (1, Precedence.Routine), (2, Precedence.Flash), (3, Precedence.Routine) })
        {
            Queue(store, number, precedence);
        }
        var first = store.Lease(Destination, Minute, Channel, most: 2);
        var second = store.Lease(Destination, Minute, Channel, most: 2);
        Assert.Equal([2, 1], first.Select(NumberOf));
        Assert.Equal([1, 2], first.Select(item => item.Number));
        Assert.Equal([3], second.Select(NumberOf));
        Assert.Empty(store.Lease(Destination, Minute, Channel, most: 2));

        store.Deliver([.. first, .. second], "QSL");
        Assert.Empty(store.Depths(ReadingScope.All));
        Assert.Equal("delivered", store.History(first[0].MessageId)[^1].Kind);
        Assert.False(store.Deliver(first[0], "QSL"));
    }

    [Fact]
    public async Task What_is_written_beside_work_that_fails_is_written_and_the_failure_is_told_to_its_own()
    {
        await using var store = Open(Samples.Clock());
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var holding = Task.Run(() =>
            store.Commit(
                [
                    Samples.New(Samples.Telegram(1), Reader.Owner) with
                    {
                        Rules = new Doing(() =>
                        {
                            begun.Set();
                            go.Wait();
                        }),
                    },
                ],
                default
            )
        );
        begun.Wait();
        // These two wait in a line behind the first, and are written together.
        var failing = Task.Run(() =>
            store.Commit(
                [
                    Samples.New(Samples.Telegram(2), Reader.Owner) with
                    {
                        Rules = new Doing(() => throw new InvalidOperationException("no")),
                    },
                ],
                default
            )
        );
        var going = Task.Run(() => Queue(store, 3, Precedence.Routine));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        go.Set();

        await holding;
        await going;
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        Assert.Equal(2, store.LastNumber);
        Assert.Equal(3, NumberOf(store.Lease(Destination, Minute, Channel)!));
        Assert.Empty(store.Verify(null, default));
    }

    [Fact]
    public async Task Whatever_is_queued_nothing_lower_leaves_while_higher_waits_and_each_leaves_once()
    {
        await using var store = Open(Samples.Clock());
        var number = 0;
        Gen.Int[0, 4]
            .Array[1, 12]
            .Sample(
                precedences =>
                {
                    var queued = new List<(int Number, Precedence Precedence)>();
                    foreach (var precedence in precedences)
                    {
                        queued.Add((Queue(store, ++number, (Precedence)precedence), (Precedence)precedence));
                    }
                    var left = new List<int>();
                    while (store.Lease(Destination, Minute, Channel) is { } item)
                    {
                        left.Add(NumberOf(item));
                        store.Deliver(item, "sent");
                    }
                    return left.SequenceEqual(
                        queued.OrderByDescending(one => one.Precedence).ThenBy(one => one.Number).Select(one => one.Number)
                    );
                },
                iter: 20,
                threads: 1
            );
    }

    [Fact]
    public async Task Only_the_holder_of_the_fence_finishes_a_delivery()
    {
        var clock = Samples.Clock();
        await using var store = Open(clock);
        Queue(store, 1, Precedence.Routine);
        var first = store.Lease(Destination, Minute, Channel)!;
        Assert.Null(store.Lease(Destination, Minute, Channel));
        clock.Advance(2 * Minute);
        var second = store.Lease(Destination, Minute, Channel)!;

        Assert.True(second.Fence > first.Fence);
        Assert.False(store.Deliver(first, "sent"));
        Assert.False(store.GiveBack(first, TimeSpan.Zero, "late"));
        Assert.True(store.Deliver(second, "sent"));
        Assert.False(store.Deliver(second, "sent"));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(store.Of(second.MessageId)).State);
    }

    [Fact]
    public async Task What_is_given_back_comes_again_after_its_pause()
    {
        var clock = Samples.Clock();
        await using var store = Open(clock);
        Queue(store, 1, Precedence.Routine);
        var item = store.Lease(Destination, Minute, Channel)!;
        Assert.True(store.GiveBack(item, Minute, "no answer"));
        Assert.Null(store.Lease(Destination, Minute, Channel));
        clock.Advance(Minute);
        Assert.Equal(2, store.Lease(Destination, Minute, Channel)!.Tries);
    }

    [Fact]
    public async Task What_waits_goes_in_its_order_whatever_becomes_of_the_clock()
    {
        var clock = Samples.Clock();
        await using var store = Open(clock);
        Queue(store, 1, Precedence.Routine);
        clock.AdjustTime(clock.GetUtcNow() - 5 * Minute);
        Queue(store, 2, Precedence.Routine);
        Assert.Equal(1, NumberOf(store.Lease(Destination, Minute, Channel)!));
        Assert.Equal(2, NumberOf(store.Lease(Destination, Minute, Channel)!));
    }

    [Fact]
    public async Task What_a_dead_program_had_leased_is_given_back()
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Routine);
        var held = store.Lease(Destination, Minute, Channel)!;
        store.ReturnLeases();
        var again = store.Lease(Destination, Minute, Channel)!;
        Assert.Equal(held.Id, again.Id);
        Assert.False(store.Deliver(held, "sent"));
    }

    [Fact]
    public async Task Each_transmission_gets_the_next_number_and_after_the_last_one_001()
    {
        await using var store = Open(Samples.Clock());
        var channel = new OutChannel("ABA", 3, KeepsNumber: false);
        var numbers = new List<int>();
        for (var i = 1; i <= 5; i++)
        {
            Queue(store, i, Precedence.Routine);
            numbers.Add(store.Lease(Destination, Minute, channel)!.Number);
        }
        Assert.Equal([1, 2, 3, 1, 2], numbers);
        Assert.Equal(2, store.Channels().Single().Cycle);
    }

    [Fact]
    public async Task A_transmission_that_comes_again_keeps_its_number_only_where_the_other_side_knows_it_by_that()
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Routine);
        var keeping = Channel with { KeepsNumber = true };
        var first = store.Lease(Destination, Minute, keeping)!;
        store.GiveBack(first, TimeSpan.Zero, "cut");
        var again = store.Lease(Destination, Minute, keeping)!;
        Assert.Equal(first.Number, again.Number);
        store.GiveBack(again, TimeSpan.Zero, "cut");
        Assert.Equal(first.Number + 1, store.Lease(Destination, Minute, Channel)!.Number);
    }

    [Fact]
    public async Task What_was_broken_off_goes_again_under_a_new_number_and_the_old_one_stays_used()
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Routine);
        var keeping = Channel with { KeepsNumber = true };
        var first = store.Lease(Destination, Minute, keeping)!;
        Assert.True(store.BreakOff(first, keeping, "broken off"));
        Assert.False(store.BreakOff(first, keeping, "broken off"));
        var again = store.Lease(Destination, Minute, keeping)!;
        Assert.Equal((first.Id, 2), (again.Id, again.Number));
        Assert.Equal([NumberState.Sent, NumberState.Cancelled], store.Numbers(Channel.Name, isOut: true, 10).Select(entry => entry.State));
    }

    [Fact]
    public async Task A_lease_that_is_kept_does_not_run_out()
    {
        var clock = Samples.Clock();
        await using var store = Open(clock);
        Queue(store, 1, Precedence.Routine);
        var item = store.Lease(Destination, Minute, Channel)!;
        Assert.True(store.Keep(item, 10 * Minute));
        clock.Advance(5 * Minute);
        Assert.Null(store.Lease(Destination, Minute, Channel));
        clock.Advance(6 * Minute);
        Assert.NotNull(store.Lease(Destination, Minute, Channel));
        Assert.False(store.Keep(item, Minute));
    }

    [Fact]
    public async Task What_is_high_and_waits_is_seen_and_what_is_leased_does_not_wait()
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Immediate);
        Assert.False(store.IsWaiting(Destination, Precedence.Flash));
        Queue(store, 2, Precedence.Flash);
        Assert.True(store.IsWaiting(Destination, Precedence.Flash));
        Assert.False(store.IsWaiting("circuit ABB", Precedence.Flash));
        Assert.False(store.IsWaiting(Destination, Precedence.EmergencyCommand));
        Assert.Equal(Precedence.Flash, store.Lease(Destination, Minute, Channel)!.Precedence);
        Assert.False(store.IsWaiting(Destination, Precedence.Flash));
    }

    [Fact]
    public async Task A_senders_key_is_answered_the_same_for_thirty_days_and_is_nobody_elses()
    {
        var clock = Samples.Clock();
        await using var store = Open(clock);
        var first = store.Commit([Keyed("op", 1)], default)[0];
        Assert.Equal(first.Id, store.Commit([Keyed("op", 2)], default)[0].Id);
        Assert.Equal([first.Id], store.Answered("op", "K").Select(answer => answer.Id));
        Assert.Empty(store.Answered("other", "K"));
        Assert.Equal(1, store.LastNumber);

        clock.Advance(TimeSpan.FromDays(31));
        Assert.Empty(store.Answered("op", "K"));
        Assert.NotEqual(first.Id, store.Commit([Keyed("op", 2)], default)[0].Id);
    }

    [Fact]
    public async Task Held_traffic_waits_with_its_copies_until_somebody_releases_it_and_then_is_held_no_more()
    {
        await using var store = Open(Samples.Clock());
        var id = Commit(store, 1, Precedence.Priority, new HoldReason("TX-105", "It ends before NNNN."));
        Assert.Equal(["held"], store.Row(id)!.States);
        Assert.Null(store.Lease(Destination, Minute, Channel));
        Assert.Equal("TX-105", Assert.Single(store.Holds(ReadingScope.All, 10)).Rule);
        Assert.Empty(store.Holds(ReadingRights.Scope(Samples.Person("adm", Level.TopSecret, Roles.Administrator)), 10));

        Assert.True(store.Release(id, "com", "read and found good", []));
        Assert.False(store.Release(id, "com", "again", []));
        Assert.Empty(store.Row(id)!.States);
        Assert.NotNull(store.Lease(Destination, Minute, Channel));
        Assert.Equal(["accepted", "held", "released"], store.History(id).Select(entry => entry.Kind));
        Assert.Empty(store.Verify(null, default));
    }

    [Fact]
    public async Task Held_traffic_that_is_closed_goes_nowhere_and_stays_on_file()
    {
        await using var store = Open(Samples.Clock());
        var id = Commit(store, 1, Precedence.Priority, new HoldReason("R5", "No route leads to RVXX."));
        Assert.True(store.CloseUndelivered(id, "com", "sent by hand"));
        Assert.Null(store.Lease(Destination, Minute, Channel));
        Assert.Equal(DeliveryState.Cancelled, Assert.Single(store.Of(id)).State);
        Assert.NotNull(store.Raw(id));
    }

    [Fact]
    public async Task A_person_keeps_back_lets_go_calls_off_and_sends_again_and_the_journal_says_who()
    {
        await using var store = Open(Samples.Clock());
        var id = Commit(store, 1, Precedence.Routine, null);
        var delivery = Assert.Single(store.Of(id)).Id;
        Assert.True(store.Change(delivery, DeliveryState.Held, "com", "wait"));
        Assert.Null(store.Lease(Destination, Minute, Channel));
        Assert.True(store.Change(delivery, DeliveryState.Queued, "com", "go"));
        var leased = store.Lease(Destination, Minute, Channel)!;
        Assert.True(store.Change(delivery, DeliveryState.Cancelled, "com", "not wanted"));
        Assert.False(store.Deliver(leased, "sent"));
        Assert.False(store.Change(delivery, DeliveryState.Queued, "com", "too late"));

        Assert.True(store.Requeue(delivery, "circuit EFB", "com", "by the other one"));
        Assert.Null(store.Lease(Destination, Minute, Channel));
        Assert.NotNull(store.Lease("circuit EFB", Minute, new OutChannel("EFB", 999, KeepsNumber: false)));
        Assert.Equal(["accepted", "held", "queued", "cancelled", "rerouted"], store.History(id).Select(entry => entry.Kind));
        Assert.All(store.History(id).Skip(1), entry => Assert.Equal("com", entry.Who));
    }

    [Fact]
    public async Task Depths_count_only_what_the_scope_holds()
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Routine, "SECRET");
        Queue(store, 2, Precedence.Routine);
        Assert.Equal(1, Assert.Single(store.Depths(ReadingRights.Scope(Samples.Person("low", Level.Unclassified)))).Waiting);
        Assert.Equal(2, Assert.Single(store.Depths(ReadingScope.All)).Waiting);
    }

    [Fact]
    public async Task What_waits_for_one_destination_is_shown_in_the_order_in_which_it_goes_and_without_what_is_kept_back()
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Routine);
        Queue(store, 2, Precedence.Flash);
        Queue(store, 3, Precedence.Routine, "SECRET");
        var kept = Assert.Single(store.Of(Commit(store, 4, Precedence.Routine, null))).Id;
        Assert.True(store.Change(kept, DeliveryState.Held, "com", "wait"));

        Assert.Equal([2, 1, 3], Waiting(store, ReadingScope.All, Destination, 10));
        Assert.Equal([2], Waiting(store, ReadingScope.All, Destination, 1));
        Assert.Equal([2, 1], Waiting(store, ReadingRights.Scope(Samples.Person("low", Level.Unclassified)), Destination, 10));
        Assert.Empty(Waiting(store, ReadingScope.All, "circuit ABB", 10));
        Assert.Equal([2, 1, 3, 4], store.Waiting(ReadingScope.All, 10).Select(delivery => NumberOf(store, delivery)));
    }

    private static IEnumerable<int> Waiting(TStore store, ReadingScope scope, string destination, int limit) =>
        store.Waiting(scope, destination, limit).Select(delivery => NumberOf(store, delivery));

    private static int NumberOf(TStore store, QueuedDelivery delivery) =>
        (int)new MessageReader().Read(store.Raw(delivery.Message)!.Value).Mrn!.Number;

    protected static int Queue(TStore store, int number, Precedence precedence, string level = "UNCLAS")
    {
        Commit(store, number, precedence, null, level);
        return number;
    }

    private static MessageId Commit(TStore store, int number, Precedence precedence, HoldReason? hold, string level = "UNCLAS") =>
        store
            .Commit(
                [
                    Samples.New(Samples.Telegram(number, level), Reader.Owner) with
                    {
                        Rules = new Given(
                            new TrafficDecision
                            {
                                Deliveries = [new NewDelivery(Destination, ["RVEHAA"], precedence)],
                                Hold = hold,
                                States = hold is null ? [] : ["held"],
                            }
                        ),
                    },
                ],
                default
            )[0]
            .Id;

    private static NewMessage Keyed(string sender, int number) =>
        Samples.New(Samples.Telegram(number), Samples.Person(sender, Level.Secret)) with
        {
            Once = new OnceKey(sender, "K", 0),
        };

    private static int NumberOf(WorkItem item) => (int)new MessageReader().Read(item.Raw).Mrn!.Number;

    private sealed class Doing(Action work) : ITrafficRules
    {
        public TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at)
        {
            work();
            return new TrafficDecision();
        }
    }

    private sealed class Given(TrafficDecision decision) : ITrafficRules
    {
        public TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at) => decision;
    }
}
