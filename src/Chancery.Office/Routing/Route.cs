namespace Chancery.Office;

/// <summary>Where a routing indicator leads.</summary>
/// <param name="Way">The way out; null where it is ours, or where nothing leads there.</param>
/// <param name="IsOurs">True where it is delivered here.</param>
/// <param name="Hold">Why it cannot go on; null where it can.</param>
public sealed record Route(Way? Way, bool IsOurs, HoldReason? Hold);
