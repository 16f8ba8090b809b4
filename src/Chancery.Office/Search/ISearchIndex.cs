namespace Chancery.Office;

/// <summary>
/// Finds messages by their words. Everything in it can be made anew from the store; it says how far it has got. One writer, any number of readers.
/// Its answers are within the reader's scope by a term of the query, never by a filter afterwards.
/// </summary>
public interface ISearchIndex : IAsyncDisposable
{
    /// <summary>The highest row number of the store that is in it; 0 in an empty one.</summary>
    long Watermark { get; }

    /// <summary>Adds messages in ascending row numbers and moves the watermark.</summary>
    void Add(IReadOnlyList<IndexedMessage> batch, CancellationToken cancellation);

    /// <summary>
    /// Takes messages out of every answer from now on, until they are added again: what it holds of them is no longer true. They are
    /// <see cref="Missing"/> until then.
    /// </summary>
    void Mask(IReadOnlyList<long> numbers);

    /// <summary>Row numbers of messages that were masked and not added again, ascending.</summary>
    IReadOnlyList<long> Missing();

    /// <summary>Adds messages that were masked; the watermark stays.</summary>
    void Restore(IReadOnlyList<IndexedMessage> batch);

    /// <summary>Does a little of what makes later answers faster; false where nothing is left to do.</summary>
    bool Tidy();

    /// <summary>Finds.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="sort">The order.</param>
    /// <param name="before">Where the page before ended; null for the first.</param>
    /// <param name="limit">How many hits at most.</param>
    /// <param name="totals">False to save counting: the total is then that of the page, and exact only where there are no more.</param>
    /// <param name="cancellation">Stops it.</param>
    IndexAnswer Find(
        SearchQuery query,
        ReadingScope scope,
        SearchSort sort,
        SearchCursor? before,
        int limit,
        bool totals,
        CancellationToken cancellation
    );

    /// <summary>Counts what a query finds by its values and months.</summary>
    FacetAnswer Facets(SearchQuery query, ReadingScope scope, CancellationToken cancellation);

    /// <summary>How many messages a query finds; counting stops at <paramref name="atMost"/>.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="after">Only messages accepted after this one; null for all.</param>
    /// <param name="atMost">Where counting stops.</param>
    long Count(SearchQuery query, ReadingScope scope, MessageId? after, long atMost);

    /// <summary>
    /// Every value of a kind that any message has, whoever may see it: candidates that are offered only after <see cref="Count"/> found one that
    /// the reader may see.
    /// </summary>
    IEnumerable<string> Candidates(FacetKind kind);

    /// <summary>Empties it.</summary>
    void Clear();

    /// <summary>Looks through it; each damage is one sentence.</summary>
    IEnumerable<string> Verify();
}
