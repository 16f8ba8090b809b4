namespace Chancery.Office;

/// <summary>Where a routing indicator leads.</summary>
/// <param name="Circuit">The circuit; null where it is ours, or where nothing leads there.</param>
/// <param name="IsOurs">True where it is delivered here.</param>
/// <param name="Hold">Why it cannot go on; null where it can.</param>
public sealed record Route(CircuitSettings? Circuit, bool IsOurs, HoldReason? Hold);
