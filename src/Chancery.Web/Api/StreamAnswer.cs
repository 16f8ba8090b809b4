namespace Chancery.Web.Api;

/// <summary>An answer that a stream owes.</summary>
/// <param name="Place">Place of the submission in the stream, from 1.</param>
/// <param name="Key">The sender's key for it, or null.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Accepting">What the intake will say; null where it was not asked.</param>
/// <param name="Error">Why it was not asked; null where it was.</param>
internal sealed record StreamAnswer(long Place, string? Key, long Size, Task<IntakeAnswer>? Accepting, ApiError? Error);
