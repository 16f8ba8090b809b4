namespace Chancery.Office;

/// <summary>Fills the index behind the commits.</summary>
public sealed class Indexer(IMessageStore store, ISearchIndex index, MessageReader reader)
{
    /// <summary>Works until cancelled: waits for commits, lets acceptance go first, tidies up when nothing comes.</summary>
    public Task Run(CommitFeed feed, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Indexes everything that is in the store now.</summary>
    /// <param name="progress">Told the number of messages indexed.</param>
    /// <param name="cancellation">Stops after the batch in hand.</param>
    public void CatchUp(IProgress<long>? progress, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Makes the index anew.</summary>
    public void Rebuild(IProgress<long>? progress, CancellationToken cancellation) => throw new InvalidOperationException();
}
