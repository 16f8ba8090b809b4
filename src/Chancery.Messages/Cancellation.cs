namespace Chancery.Messages;

/// <summary>How long a general message stands (text.md NV-8).</summary>
/// <param name="On">The day on which it is cancelled; null where it stands until it is superseded or cancelled.</param>
/// <param name="Raw">The words that say so, in one line.</param>
public sealed record Cancellation(DateOnly? On, string Raw);
