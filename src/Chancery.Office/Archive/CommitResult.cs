namespace Chancery.Office;

/// <summary>What became of a <see cref="NewMessage"/>.</summary>
/// <param name="Id">The id under which the message can be opened.</param>
/// <param name="DuplicateOf">An earlier message with the same bytes that the sender may see; the same as <paramref name="Id"/> where nothing was filed.</param>
/// <param name="Row">The row that was filed; null where nothing was filed.</param>
/// <param name="Number">The row number it was filed under; 0 where nothing was filed.</param>
public sealed record CommitResult(MessageId Id, MessageId? DuplicateOf, MessageRow? Row, long Number)
{
    /// <summary>Messages of our own that it called for, filed right behind it.</summary>
    public IReadOnlyList<(CommitResult Result, NewMessage Message)> Behind { get; init; } = [];

    /// <summary>The numbers of earlier messages that it takes the place of.</summary>
    public ImmutableArray<long> Supersedes { get; init; } = [];

    /// <summary>Destinations for which something waits since this commit.</summary>
    public ImmutableArray<string> Queued { get; init; } = [];
}
