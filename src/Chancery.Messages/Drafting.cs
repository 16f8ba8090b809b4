namespace Chancery.Messages;

/// <summary>Who drafted, approved and cleared a released State telegram (text.md AR-4).</summary>
/// <param name="Drafter">Behind <c>DRAFTED BY</c>, or null.</param>
/// <param name="Approver">Behind <c>APPROVED BY</c>, or null.</param>
/// <param name="Clearances">The lines below.</param>
/// <param name="Typist">Initials behind the drafter's second colon, or null.</param>
public sealed record Drafting(Officer? Drafter, Officer? Approver, ImmutableArray<Officer> Clearances, string? Typist);
