namespace Chancery.Office;

/// <summary>A question to the archive.</summary>
/// <param name="Query">In the search language; blank finds everything.</param>
/// <param name="Sort">The order of the answer.</param>
/// <param name="Before">The <see cref="FindAnswer.Next"/> of the page before; null for the first page.</param>
/// <param name="Limit">How many rows at most.</param>
public sealed record FindRequest(string Query, SearchSort Sort = SearchSort.Date, string? Before = null, int Limit = 50)
{
    /// <summary>False to save making snippets.</summary>
    public bool Snippets { get; init; } = true;

    /// <summary>False to save counting: the total is then that of the rows, and exact only where they are all.</summary>
    public bool Totals { get; init; } = true;
}
