namespace Chancery.Office;

/// <summary>What the archive answers to a <see cref="FindRequest"/>.</summary>
public sealed record FindAnswer
{
    /// <summary>The hits of this page.</summary>
    public IReadOnlyList<MessageRow> Rows { get; init; } = [];

    /// <summary>The word for the next page, or null.</summary>
    public string? Next { get; init; }

    /// <summary>How many hits there are in all.</summary>
    public Total Total { get; init; } = new(0, Exact: true);

    /// <summary>The answer holds everything accepted up to this time; now where the index lags behind nothing.</summary>
    public DateTimeOffset IndexedThrough { get; init; }

    /// <summary>True where messages were accepted that the index does not hold yet.</summary>
    public bool Lags { get; init; }

    /// <summary>What is wrong with the query; then there are no rows.</summary>
    public QueryMistake? Mistake { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }
}
