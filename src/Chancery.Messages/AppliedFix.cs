namespace Chancery.Messages;

/// <summary>A safe fix that was applied.</summary>
/// <param name="Id">The rule whose finding went away.</param>
/// <param name="Title">What was done, in the imperative.</param>
/// <param name="Line">The line of its first change, from 1, in the bytes as they were when it was applied.</param>
/// <param name="Column">Its column, from 1, in UTF-16 units.</param>
public sealed record AppliedFix(string Id, string Title, int Line, int Column);
