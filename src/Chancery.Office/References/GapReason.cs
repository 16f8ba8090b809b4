namespace Chancery.Office;

/// <summary>Why numbers of a series are not there.</summary>
/// <param name="Post">The post, upper-case, without anything between its letters.</param>
/// <param name="Year">The last two digits of the year.</param>
/// <param name="First">The first number.</param>
/// <param name="Last">The last one.</param>
/// <param name="Reason">One of <see cref="GapReasons.Words"/>.</param>
public sealed record GapReason(string Post, int Year, long First, long Last, string Reason);
