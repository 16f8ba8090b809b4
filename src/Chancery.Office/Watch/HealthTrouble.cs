namespace Chancery.Office;

/// <summary>Something that keeps an office from doing its work, or soon will.</summary>
/// <param name="Code">
/// Stable: <c>storage</c> (the disk is full, read-only or failing), <c>clock</c>, <c>disk-low</c>, <c>index-behind</c>, <c>queue-past-objective</c>, <c>circuit-down</c>.
/// </param>
/// <param name="Sentence">One sentence with what to do; never a word of a message.</param>
/// <param name="StopsAcceptance">True where nothing is accepted until it ends.</param>
/// <param name="IsForStaff">True where it is told only to those who run the office: a stranger learns nothing of traffic, not even that it is late.</param>
public sealed record HealthTrouble(string Code, string Sentence, bool StopsAcceptance = false, bool IsForStaff = false);
