namespace Chancery.Office;

/// <summary>What is wrong with a query, and where.</summary>
/// <param name="Position">The first character, from 0, in UTF-16 units.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Suggestion">The whole query as it was perhaps meant, or null.</param>
public sealed record QueryMistake(int Position, int Length, string Message, string? Suggestion);
