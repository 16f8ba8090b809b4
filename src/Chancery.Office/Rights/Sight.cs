namespace Chancery.Office;

/// <summary>What a reader sees of a message: the answer of <see cref="ReadingRights"/>.</summary>
/// <param name="Reading">Nothing, portions, or all of it.</param>
/// <param name="Open">Which of <see cref="Protection.Portions"/> are open, one bit each; 0 unless portions are shown.</param>
/// <param name="Why">The term that decided, for the audit trail and the security officer; never told to the reader.</param>
public readonly record struct Sight(Reading Reading, int Open, string Why);
