namespace Chancery.Office;

/// <summary>Tells listeners what was just committed. Each listener applies <see cref="ReadingRights"/> himself.</summary>
public sealed class CommitFeed
{
    /// <summary>
    /// Every row committed from the call on. A null stands where a slow listener has lost the oldest rows: look at the list again.
    /// </summary>
    public IAsyncEnumerable<MessageRow?> Follow(CancellationToken cancellation) => throw new InvalidOperationException();
}
