namespace Chancery.Office;

/// <summary>One way to go on with a query.</summary>
/// <param name="Query">The whole query with it.</param>
/// <param name="Word">What is put in the place of the last word.</param>
/// <param name="Meaning">What it means, or null.</param>
/// <param name="Count">How many messages the whole query would find, counted to a thousand; null for the name of a field.</param>
public sealed record Completion(string Query, string Word, string? Meaning, long? Count);
