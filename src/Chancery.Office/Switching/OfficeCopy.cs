namespace Chancery.Office;

/// <summary>A copy for one of our offices, with the reason (handling.md 3.2, DI-2).</summary>
/// <param name="Office">The office.</param>
/// <param name="IsAction">True where it must act.</param>
/// <param name="Rule">Which step of the order gave it.</param>
/// <param name="Why">One clause: the row or words that did.</param>
public sealed record OfficeCopy(string Office, bool IsAction, string Rule, string Why);
