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

    /// <summary>Does a little of what makes later answers faster; false where nothing is left to do.</summary>
    bool Tidy();

    /// <summary>Finds.</summary>
    IndexAnswer Find(
        SearchQuery query,
        ReadingScope scope,
        SearchSort sort,
        SearchCursor? before,
        int limit,
        CancellationToken cancellation
    );

    /// <summary>Empties it.</summary>
    void Clear();

    /// <summary>Looks through it; each damage is one sentence.</summary>
    IEnumerable<string> Verify();
}
