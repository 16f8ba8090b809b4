namespace Chancery.Office;

/// <summary>How much waits for a destination in one precedence.</summary>
/// <param name="Destination">Where it goes.</param>
/// <param name="Precedence">The precedence.</param>
/// <param name="Waiting">How many.</param>
/// <param name="Oldest">Since when the oldest waits.</param>
public sealed record QueueDepth(string Destination, Precedence Precedence, long Waiting, DateTimeOffset Oldest);
