namespace Chancery.Messages;

/// <summary>A passing or attention line (text.md 7, CP-3).</summary>
/// <param name="Target">Who is to pass it on, such as <c>DEPT</c>; null for a bare <c>FOR</c>.</param>
/// <param name="Offices">Offices named.</param>
/// <param name="Names">Persons named.</param>
public sealed record PassingLine(string? Target, ImmutableArray<string> Offices, ImmutableArray<string> Names);
