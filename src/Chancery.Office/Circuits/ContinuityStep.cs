namespace Chancery.Office;

/// <summary>What a channel number changes.</summary>
/// <param name="Event">How it fits.</param>
/// <param name="After">The channel afterwards.</param>
/// <param name="Entries">The numbers that changed, without the message, which gets its row number when it is filed.</param>
/// <param name="LastOfOld">The last number of the series that ended; 0 where none ended.</param>
public sealed record ContinuityStep(ContinuityEvent Event, ChannelState After, ImmutableArray<NumberEntry> Entries, int LastOfOld)
{
    /// <summary>The series that the number belongs to.</summary>
    public long Cycle { get; init; }
}
