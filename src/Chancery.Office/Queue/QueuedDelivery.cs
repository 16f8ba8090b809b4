namespace Chancery.Office;

/// <summary>A delivery as people see it.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Message">The message.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Precedence">The order it goes in.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">How often it was tried.</param>
/// <param name="Since">When it was queued.</param>
/// <param name="At">When its state last changed.</param>
/// <param name="Number">The channel number it went under; null where there is none.</param>
/// <param name="Fence">The fence of its last lease.</param>
/// <param name="Why">Why it stands so; null where there is nothing to say.</param>
public sealed record QueuedDelivery(
    long Id,
    MessageId Message,
    string Destination,
    Precedence Precedence,
    DeliveryState State,
    int Tries,
    DateTimeOffset Since,
    DateTimeOffset At,
    string? Number,
    long Fence,
    string? Why
)
{
    /// <summary>The routing indicators of this copy; empty where it goes unchanged.</summary>
    public ImmutableArray<string> Called { get; init; } = [];

    /// <summary>When it was first tried (t1); null where it was not.</summary>
    public DateTimeOffset? FirstTriedAt { get; init; }
}
