namespace Chancery.Office;

/// <summary>A parsed query, or what is wrong with it: exactly one of the two is there.</summary>
/// <param name="Query">The query.</param>
/// <param name="Mistake">What is wrong.</param>
public sealed record SearchParse(SearchQuery? Query, QueryMistake? Mistake);
