namespace Chancery.Office;

/// <summary>Hits counted by their values and their dates; of more than ten thousand hits the newest ten thousand, and <see cref="Total"/> says so.</summary>
public sealed record FacetAnswer
{
    /// <summary>How many hits there are.</summary>
    public Total Total { get; init; } = new(0, Exact: true);

    /// <summary>For each kind the values, most frequent first, of equals by name.</summary>
    public ImmutableSortedDictionary<FacetKind, ImmutableArray<FacetCount>> Facets { get; init; } =
        ImmutableSortedDictionary<FacetKind, ImmutableArray<FacetCount>>.Empty;

    /// <summary>Hits by month (<c>2026-03</c>), oldest first; months without hits are left out.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Months { get; init; } = [];

    /// <summary>What is wrong with the query; then nothing was counted.</summary>
    public QueryMistake? Mistake { get; init; }
}
