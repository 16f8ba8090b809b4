namespace Chancery.Office;

/// <summary>A filed message opened for a reader.</summary>
/// <param name="Row">What lists show of it.</param>
/// <param name="Message">The message, read anew from the stored bytes.</param>
/// <param name="Raw">The stored bytes.</param>
public sealed record OpenedMessage(MessageRow Row, Message Message, ReadOnlyMemory<byte> Raw);
