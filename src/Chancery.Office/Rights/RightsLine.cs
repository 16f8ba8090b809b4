namespace Chancery.Office;

/// <summary>A line of an answer about rights.</summary>
/// <param name="What">The kind of message, or the person.</param>
/// <param name="Sight">What is seen, and the term that decides.</param>
public sealed record RightsLine(string What, Sight Sight);
