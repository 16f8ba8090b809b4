namespace Chancery.Messages;

/// <summary>A portion mark (text.md 13, PA-3).</summary>
/// <param name="Level">The level; of two readings of a damaged mark the higher.</param>
/// <param name="Caveats">Caveats in printed order, such as <c>NOFORN</c>.</param>
/// <param name="Raw">As printed, such as <c>(C)</c>.</param>
public sealed record Marking(Level Level, ImmutableArray<string> Caveats, string Raw);
