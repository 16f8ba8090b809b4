namespace Chancery.Office;

/// <summary>What an export held.</summary>
/// <param name="Messages">How many messages.</param>
/// <param name="LeftOut">
/// How many were left out: NODIS, EXDIS and SPECAT are not exported (handling.md CA-6), extracts have no bytes, and an installation may ask for a role above
/// UNCLASSIFIED (DC-10).
/// </param>
/// <param name="Level">The highest level among them; UNCLASSIFIED where there are none.</param>
public sealed record ExportSummary(long Messages, long LeftOut, Level Level);
