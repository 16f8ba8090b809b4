namespace Chancery.Messages;

/// <summary>A repair of a finding: it changes the named bytes only, and read again the message no longer has that finding there.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Edits">The changes, ascending, not overlapping, in the message's raw bytes.</param>
public sealed record Fix(string Title, ImmutableArray<FixEdit> Edits)
{
    /// <summary>
    /// True where there is one reading and nothing is invented, so that a program may apply it. False for a proposal: what was meant is
    /// likely, not certain, and a person decides.
    /// </summary>
    public bool IsSafe { get; init; } = true;
}
