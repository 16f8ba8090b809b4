namespace Chancery.Office;

/// <summary>One line of the audit trail, which is only ever added to.</summary>
/// <param name="Sequence">From 1, without a gap.</param>
/// <param name="At">When.</param>
/// <param name="Note">Who did what with which message.</param>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, AuditNote Note);
