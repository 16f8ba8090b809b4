namespace Chancery.Office;

/// <summary>A message that was closed when it came because it is a copy of a closed one.</summary>
/// <param name="Message">It.</param>
/// <param name="At">When it came.</param>
/// <param name="Of">What it is a copy of.</param>
public sealed record ClosedCopy(MessageId Message, DateTimeOffset At, MessageId Of);
