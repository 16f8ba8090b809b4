namespace Chancery.Messages;

/// <summary>The classification line (text.md 4.1).</summary>
/// <param name="Level">The level read.</param>
/// <param name="Caveats">Caveats on the line, such as <c>NOFORN</c>.</param>
/// <param name="Raw">The level words as printed, such as <c>C O N F I D E N T I A L</c>.</param>
public sealed record Classification(Level Level, ImmutableArray<string> Caveats, string Raw);
