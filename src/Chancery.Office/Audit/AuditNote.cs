namespace Chancery.Office;

/// <summary>What is to be noted in the audit trail.</summary>
/// <param name="Who">The person or program.</param>
/// <param name="Act">What was done, such as <c>view</c>, <c>search</c>, <c>person changed</c>.</param>
/// <param name="Message">The message concerned, or null.</param>
/// <param name="Detail">Level, why it was allowed, purpose, what was asked: one line, or null.</param>
public sealed record AuditNote(string Who, string Act, MessageId? Message, string? Detail);
