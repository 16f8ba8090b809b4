namespace Chancery.Office;

/// <summary>A filed message opened for a reader.</summary>
/// <param name="Row">What lists show of it.</param>
/// <param name="Message">The message, read anew from the stored bytes.</param>
/// <param name="Raw">The stored bytes; empty for an extract.</param>
public sealed record OpenedMessage(MessageRow Row, Message Message, ReadOnlyMemory<byte> Raw)
{
    /// <summary>Numbers of the paragraphs that are withheld from this reader; empty unless it is an extract.</summary>
    public ImmutableArray<WithheldParagraph> Withheld { get; init; } = [];

    /// <summary>True where only portions are shown.</summary>
    public bool IsExtract => Row.IsExtract;
}
