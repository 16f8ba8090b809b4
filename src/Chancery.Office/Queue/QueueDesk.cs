namespace Chancery.Office;

/// <summary>
/// The communicator's hands: what he does to held and waiting traffic. Says no in one sentence where he may not; nothing that anybody asks for sends a
/// message by a circuit that is not cleared for it (TX-512).
/// </summary>
public sealed class QueueDesk(
    OfficeSettings settings,
    IMessageStore store,
    IQueueActs acts,
    IWorkQueue queue,
    ICircuitRecord circuits,
    MessageReader reader,
    ISecurityRecord record,
    Indexer indexer,
    OnwardRouting routing,
    TimeProvider clock
)
{
    private const int LongestReason = 200;

    /// <summary>Held traffic that somebody may see.</summary>
    public IReadOnlyList<HeldMessage> Holds(Reader asking, int limit) => acts.Holds(ReadingRights.Scope(asking), limit);

    /// <summary>What waits or is kept back, of what somebody may see.</summary>
    public IReadOnlyList<QueuedDelivery> Waiting(Reader asking, int limit) => acts.Waiting(ReadingRights.Scope(asking), limit);

    /// <summary>What waits for one destination, of what somebody may see.</summary>
    public IReadOnlyList<QueuedDelivery> Waiting(Reader asking, string destination, int limit) =>
        acts.Waiting(ReadingRights.Scope(asking), destination, limit);

    /// <summary>
    /// Releases held traffic: it goes where it was queued for and where routes lead now. FLASH and conflicts of levels need two persons: the first
    /// proposes, and <paramref name="isDone"/> stays false.
    /// </summary>
    public Refusal? Release(Reader asking, MessageId id, string reason, out bool isDone)
    {
        isDone = false;
        if (Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        if (Held(asking, id) is not { } held || store.Raw(id) is not { } raw)
        {
            return NotHeld;
        }
        if (!IsAgreed(asking, held, reason, null, out refusal))
        {
            return refusal;
        }
        var message = reader.Read(raw);
        var already = queue.Of(id).Select(delivery => delivery.Destination).ToHashSet(StringComparer.Ordinal);
        var onward = routing.Find(
            message,
            held.Row.Level,
            ArrivedBy(held.Row),
            new HashSet<string>(StringComparer.Ordinal),
            clock.GetUtcNow(),
            circuits.Closed().Contains
        );
        IReadOnlyList<NewDelivery> more = [.. onward.Deliveries.Where(delivery => !already.Contains(delivery.Destination))];
        isDone = LetGo(id, asking.Name, reason, more);
        return isDone ? null : NotHeld;
    }

    /// <summary>
    /// True where a held message may go now: one person is enough, or another one has wanted the same. What the first of two wants is kept;
    /// <paramref name="refusal"/> says where one person wants it twice.
    /// </summary>
    /// <param name="asking">Who wants it.</param>
    /// <param name="held">The message.</param>
    /// <param name="reason">Why.</param>
    /// <param name="wanted">What he wants of it, such as corrected bytes; null to let it go as it is.</param>
    /// <param name="refusal">Why it may not go; null where a second person is waited for.</param>
    internal bool IsAgreed(Reader asking, HeldMessage held, string reason, ReadOnlyMemory<byte>? wanted, out Refusal? refusal)
    {
        refusal = null;
        if (!NeedsTwo(held) || asking.IsOwner)
        {
            return true;
        }
        var proposed = acts.Proposed(held.Row.Id);
        var isSame = wanted is { } bytes ? proposed is { } known && known.Span.SequenceEqual(bytes.Span) : proposed is null;
        if (held.ReleasedBy is null || !isSame)
        {
            acts.ProposeRelease(held.Row.Id, asking.Name, reason, wanted);
            return false;
        }
        refusal = held.ReleasedBy == asking.Name ? SecondPerson : null;
        return refusal is null;
    }

    /// <summary>Lets a held message go to where it was queued for and to <paramref name="more"/>; false where it is not held.</summary>
    internal bool LetGo(MessageId id, string who, string reason, IReadOnlyList<NewDelivery> more) =>
        Changed(id, () => acts.Release(id, who, reason, more));

    /// <summary>Ends the handling of held traffic without delivery, for a reason.</summary>
    public Refusal? Close(Reader asking, MessageId id, string reason) =>
        Objection(asking, reason)
        ?? (Held(asking, id) is not null && Changed(id, () => acts.CloseUndelivered(id, asking.Name, reason)) ? null : NotHeld);

    /// <summary>One delivery; null where there is none that somebody may see.</summary>
    public QueuedDelivery? Delivery(Reader asking, long id) => Seen(asking, id) is null ? null : acts.Delivery(id);

    /// <summary>Keeps back, lets go, calls off or gives up a delivery.</summary>
    public Refusal? Change(Reader asking, long delivery, DeliveryState to, string reason) =>
        Objection(asking, reason)
        ?? (
            Seen(asking, delivery) is null ? NoDelivery(delivery)
            : acts.Change(delivery, to, asking.Name, reason) ? null
            : Over(delivery)
        );

    /// <summary>Queues a copy once more, or for another circuit.</summary>
    public Refusal? Requeue(Reader asking, long delivery, string? destination, string reason)
    {
        if (Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        if (Seen(asking, delivery) is not { } row)
        {
            return NoDelivery(delivery);
        }
        // What somebody else has sent by another way, or called off, does not go a second time because of a slip.
        if (
            destination is not null
            && acts.Delivery(delivery) is { State: not (DeliveryState.Queued or DeliveryState.Leased or DeliveryState.Held) }
        )
        {
            return Over(delivery);
        }
        var to = destination ?? acts.Delivery(delivery)!.Destination;
        if (Way.All(settings).FirstOrDefault(way => way.Destination == to || way.Destination == NewDelivery.Circuit(to)) is not { } way)
        {
            return new Refusal("no-destination", $"There is no circuit {to}: see them with 'chancery circuit list'.");
        }
        if (row.Level.Rank() > way.Level.Rank())
        {
            return new Refusal(
                "not-cleared",
                $"The {way.Destination} is approved up to {way.Level.Name()}, the message is {row.Level.Name()} (TX-512)."
            );
        }
        return acts.Requeue(delivery, destination is null ? null : way.Destination, asking.Name, reason) ? null : NoDelivery(delivery);
    }

    /// <summary>Closes a circuit to traffic, or opens it.</summary>
    public Refusal? SetClosed(Reader asking, string circuit, bool isClosed, string reason)
    {
        if (Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        if (settings.Circuits.All(known => known.Name != circuit))
        {
            return new Refusal("no-circuit", $"There is no circuit {circuit}: see them with 'chancery circuit list'.");
        }
        circuits.SetClosed(NewDelivery.Circuit(circuit), isClosed, asking.Name, reason);
        return null;
    }

    /// <summary>Lets the numbers of a circuit begin anew at 001, in one direction.</summary>
    public Refusal? Reset(Reader asking, string circuit, bool isOut, string reason)
    {
        if (Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        if (settings.Circuits.FirstOrDefault(known => known.Name == circuit) is not { } found)
        {
            return new Refusal("no-circuit", $"There is no circuit {circuit}: see them with 'chancery circuit list'.");
        }
        circuits.Reset(isOut ? found.OutDesignator : found.Name, isOut, asking.Name);
        return null;
    }

    /// <summary>Closes an open channel number for a reason.</summary>
    public Refusal? CloseNumber(Reader asking, string circuit, string number, string reason)
    {
        if (Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        var open = circuits
            .Missing(circuit, 1000)
            .FirstOrDefault(entry => TransmissionWriter.Number(entry.Channel, entry.Number) == number);
        if (open is null)
        {
            return new Refusal("no-number", $"{number} is not open: see open numbers with 'chancery circuit list'.");
        }
        circuits.Close(open, asking.Name, reason);
        return null;
    }

    /// <summary>Other messages that a message repeats, corrects or collides with, as far as somebody may see them.</summary>
    public IReadOnlyList<(LinkKind Kind, string Row, MessageRow Other, bool IsEarlier)> Links(Reader asking, MessageId id) =>
        [
            .. acts.Links(id)
                .Select(link => (link.Kind, Table: link.Row, Other: store.Row(link.Other), link.IsEarlier))
                .Where(link => link.Other is not null && ReadingRights.Decide(asking, link.Other) == Reading.Full)
                .Select(link => (link.Kind, link.Table, link.Other!, link.IsEarlier)),
        ];

    /// <summary>The offices that have a copy of a message, and why; the one that acts first.</summary>
    public IReadOnlyList<OfficeCopy> Copies(MessageId id) => acts.Copies(id);

    /// <summary>The channel number a message came under; null where it came by no circuit.</summary>
    public NumberEntry? CameUnder(MessageId id) => acts.CameUnder(id);

    /// <summary>True where two persons must release: FLASH, and levels in conflict.</summary>
    private static bool NeedsTwo(HeldMessage held) =>
        held.Row.Precedence.Action is >= Precedence.Flash || held.Rule.StartsWith("TX-5", StringComparison.Ordinal);

    private static Refusal SecondPerson { get; } =
        new("two-persons", "You have released it already: another person must do so, too, for FLASH and for levels in conflict.");

    /// <summary>The destination that is the circuit a message came by; null where it came by none.</summary>
    internal static string? ArrivedBy(MessageRow row) => row.Origin.Door == "circuit" ? NewDelivery.Circuit(row.Origin.Name) : null;

    internal static Refusal NotHeld { get; } = new("not-held", "No message that you may see is held under this id.");

    private static Refusal NoDelivery(long delivery) =>
        new("no-delivery", $"There is no delivery {delivery} that you may see: see 'chancery queue list'.");

    private Refusal Over(long delivery) =>
        new(
            "no-delivery",
            $"Delivery {delivery} is {acts.Delivery(delivery)?.State.ToString().ToLowerInvariant()}: 'chancery queue requeue {delivery}' sends it once more."
        );

    /// <summary>Changes the states of a message, which the index holds too.</summary>
    private bool Changed(MessageId id, Func<bool> change)
    {
        var done = false;
        if (record.NumberOfMessage(id) is { } number)
        {
            indexer.Changing(number, () => done = change());
        }
        return done;
    }

    /// <summary>A held message; null where it is not held, or not for him.</summary>
    public HeldMessage? Held(Reader asking, MessageId id) =>
        acts.Hold(id) is { } held && ReadingRights.Decide(asking, held.Row) == Reading.Full ? held : null;

    private MessageRow? Seen(Reader asking, long delivery) =>
        acts.Delivery(delivery) is { } found && store.Row(found.Message) is { } row && ReadingRights.Decide(asking, row) == Reading.Full
            ? row
            : null;

    internal static Refusal? Objection(Reader asking, string reason) =>
        !asking.IsOwner && (asking.Roles & Roles.Communicator) == 0
            ? new Refusal("not-a-communicator", "Only a communicator works queues and circuits: ask one.")
        : string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? new Refusal("no-reason", $"A reason is needed, of at most {LongestReason} characters: it stands in the journal.")
        : null;
}
