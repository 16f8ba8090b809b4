namespace Chancery.Office;

/// <summary>Traffic that waits for a person.</summary>
/// <param name="Row">The message.</param>
/// <param name="Rule">Why, by its rule.</param>
/// <param name="Sentence">Why, in one sentence.</param>
/// <param name="Since">Since when.</param>
/// <param name="ReleasedBy">The first of two persons who must release it; null where nobody has yet.</param>
public sealed record HeldMessage(MessageRow Row, string Rule, string Sentence, DateTimeOffset Since, string? ReleasedBy);
