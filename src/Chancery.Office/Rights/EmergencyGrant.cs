namespace Chancery.Office;

/// <summary>One message that a person may see against the rule for a while (handling.md RD-1).</summary>
/// <param name="Message">The message.</param>
/// <param name="Until">When it ends.</param>
public sealed record EmergencyGrant(MessageId Message, DateTimeOffset Until);
