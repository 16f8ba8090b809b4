namespace Chancery.Office;

/// <summary>A message on its way into the index.</summary>
/// <param name="Number">Its row number in the store.</param>
/// <param name="Id">Its id.</param>
/// <param name="Protection">What protects it.</param>
/// <param name="Views">The whole, then an extract for each set of portions that somebody may see; none where nothing is left of it.</param>
public sealed record IndexedMessage(long Number, MessageId Id, Protection Protection, ImmutableArray<IndexedView> Views)
{
    /// <summary>The numbers of earlier messages that it takes the place of, for whoever may see it whole.</summary>
    public ImmutableArray<long> Supersedes { get; init; } = [];

    /// <summary>What it asks for; null where nothing.</summary>
    public Asking? Asks { get; init; }

    /// <summary>What it refers to; null where nothing.</summary>
    public Citing? Cites { get; init; }
}
