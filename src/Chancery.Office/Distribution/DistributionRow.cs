namespace Chancery.Office;

/// <summary>A row of an office's table of distribution.</summary>
/// <param name="Step">The step it belongs to.</param>
/// <param name="Key">What must be there: a caption, the words of a passing line, TAGS joined by <c>+</c>, words, a sender; empty for duty.</param>
/// <param name="Action">The office that must act; empty where the row only adds copies.</param>
/// <param name="Info">Offices that get a copy.</param>
/// <param name="Priority">Of two rows that fit alike, the lower number decides.</param>
/// <param name="Line">The line of the table, by which it is cited.</param>
public sealed record DistributionRow(DistributionStep Step, string Key, string Action, ImmutableArray<string> Info, int Priority, int Line);
