namespace Chancery.Office;

/// <summary>How many hits have a value.</summary>
/// <param name="Value">The value, as it is asked for.</param>
/// <param name="Meaning">What it means in words, for TAGS; null otherwise.</param>
/// <param name="Count">How many hits have it.</param>
public sealed record FacetCount(string Value, string? Meaning, long Count);
