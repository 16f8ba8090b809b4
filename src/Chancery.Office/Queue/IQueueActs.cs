namespace Chancery.Office;

/// <summary>What a person does to traffic. Each act is one commit with its line in the journal; who may is decided by <see cref="QueueDesk"/>.</summary>
public interface IQueueActs
{
    /// <summary>Held traffic within a scope, highest precedence first, then oldest.</summary>
    IReadOnlyList<HeldMessage> Holds(ReadingScope scope, int limit);

    /// <summary>Why a message is held; null where it is not.</summary>
    HeldMessage? Hold(MessageId id);

    /// <summary>Notes the first of two persons who release a message, as it is or with these corrected bytes.</summary>
    void ProposeRelease(MessageId id, string who, string reason, ReadOnlyMemory<byte>? corrected);

    /// <summary>The corrected bytes that the first of two persons has proposed; null where none are.</summary>
    ReadOnlyMemory<byte>? Proposed(MessageId id);

    /// <summary>Lets a held message go to where it was queued for and to <paramref name="more"/>; false where it is not held.</summary>
    bool Release(MessageId id, string who, string reason, IReadOnlyList<NewDelivery> more);

    /// <summary>Ends the handling of a held message without delivery: bytes and journal stay; false where it is not held.</summary>
    bool CloseUndelivered(MessageId id, string who, string reason);

    /// <summary>Deliveries that wait or are kept back, of messages within a scope, in the order in which they go.</summary>
    IReadOnlyList<QueuedDelivery> Waiting(ReadingScope scope, int limit);

    /// <summary>Deliveries that wait for one destination, of messages within a scope, in the order in which they go.</summary>
    IReadOnlyList<QueuedDelivery> Waiting(ReadingScope scope, string destination, int limit);

    /// <summary>One delivery; null where there is none.</summary>
    QueuedDelivery? Delivery(long id);

    /// <summary>Keeps a waiting delivery back, lets it go again, calls it off or gives it up; false where it does not stand so that this can be done.</summary>
    bool Change(long delivery, DeliveryState to, string who, string reason);

    /// <summary>Queues the same copy once more, or for another destination, which takes the place of a waiting one; false where there is no such delivery.</summary>
    bool Requeue(long delivery, string? destination, string who, string reason);

    /// <summary>What a message is to others: kind, row of the table of duplicates, the other, and true where the other is the earlier one.</summary>
    IReadOnlyList<(LinkKind Kind, string Row, MessageId Other, bool IsEarlier)> Links(MessageId id);

    /// <summary>The offices that have a copy of a message, and why; the one that acts first.</summary>
    IReadOnlyList<OfficeCopy> Copies(MessageId id);

    /// <summary>The channel number a message came under; null where it came by no circuit.</summary>
    NumberEntry? CameUnder(MessageId id);
}
