namespace Chancery.Web.Desk;

/// <summary>A line of the Raw tab.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Part">Name of the part that begins here, such as <c>FL4</c>; null where the part above goes on.</param>
/// <param name="Runs">The line.</param>
/// <param name="End">Its line end as marks.</param>
/// <param name="Notes">Findings that begin in it.</param>
public sealed record RawRow(int Number, string? Part, ImmutableArray<TextRun> Runs, string End, ImmutableArray<FindingNote> Notes);
