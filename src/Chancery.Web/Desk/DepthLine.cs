namespace Chancery.Web.Desk;

/// <summary>What waits for one destination, as the Queues screen shows it.</summary>
/// <param name="Destination">The destination.</param>
/// <param name="Counts">How much by precedence, the highest first.</param>
/// <param name="Oldest">Since when the oldest waits.</param>
/// <param name="IsLate">True where one waits longer than its objective.</param>
/// <param name="Next">The message that goes next; null where it is not for the reader.</param>
public sealed record DepthLine(
    string Destination,
    ImmutableArray<(Precedence Precedence, long Waiting)> Counts,
    DateTimeOffset Oldest,
    bool IsLate,
    MessageId? Next
);
