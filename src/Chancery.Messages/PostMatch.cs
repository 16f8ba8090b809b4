namespace Chancery.Messages;

/// <summary>A post found in a directory by a printed name (text.md MR-7).</summary>
/// <param name="Post">The telegraph name in the directory.</param>
/// <param name="Kind">How it was found.</param>
public readonly record struct PostMatch(string Post, PostMatchKind Kind);
