namespace Chancery.Office;

/// <summary>Why nothing of a submission was accepted.</summary>
/// <param name="Code">Stable: <c>empty</c>, <c>too-large</c>, <c>too-many</c>, <c>not-a-sender</c>, <c>above-your-level</c>, <c>storage</c>, <c>clock</c>, <c>stopping</c>.</param>
/// <param name="Sentence">One sentence with what to do.</param>
public sealed record Refusal(string Code, string Sentence);
