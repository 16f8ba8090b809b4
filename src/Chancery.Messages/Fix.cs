namespace Chancery.Messages;

/// <summary>A safe repair of a finding: it changes the named bytes only, and the finding goes away.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Edits">The changes, ascending, not overlapping, in the message's raw bytes.</param>
public sealed record Fix(string Title, ImmutableArray<FixEdit> Edits);
