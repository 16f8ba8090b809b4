namespace Chancery.Office;

/// <summary>A message as it lies in the store, for those who rebuild what is derived from it.</summary>
/// <param name="Number">The row number: inside the store and the index only, never shown.</param>
/// <param name="Row">The fields.</param>
/// <param name="Raw">The bytes.</param>
public sealed record StoredMessage(long Number, MessageRow Row, ReadOnlyMemory<byte> Raw)
{
    /// <summary>What <see cref="ParagraphPlaces"/> noted; null where nothing was.</summary>
    public byte[]? Places { get; init; }

    /// <summary>The numbers of earlier messages that it takes the place of.</summary>
    public ImmutableArray<long> Supersedes { get; init; } = [];
}
