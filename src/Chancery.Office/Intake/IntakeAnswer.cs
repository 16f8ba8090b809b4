namespace Chancery.Office;

/// <summary>The answer to a submission: everything accepted, or one refusal.</summary>
/// <param name="Accepted">The messages, in order; empty where refused.</param>
/// <param name="Refusal">Why not; null where accepted.</param>
public sealed record IntakeAnswer(IReadOnlyList<Accepted> Accepted, Refusal? Refusal);
