namespace Chancery.Office;

/// <summary>Why traffic waits for a person.</summary>
/// <param name="Rule">The rule, such as <c>TX-105</c> or <c>R5</c>.</param>
/// <param name="Sentence">One sentence for the desk.</param>
public sealed record HoldReason(string Rule, string Sentence);
