namespace Chancery.Office;

/// <summary>How a message came by a circuit.</summary>
/// <param name="Circuit">The circuit.</param>
public sealed record Arrival(CircuitSettings Circuit);
