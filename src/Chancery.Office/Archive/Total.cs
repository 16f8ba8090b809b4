namespace Chancery.Office;

/// <summary>How many hits there are.</summary>
/// <param name="Count">The number counted.</param>
/// <param name="Exact">False where counting stopped: there are more.</param>
public sealed record Total(long Count, bool Exact);
