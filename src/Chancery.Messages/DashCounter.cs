namespace Chancery.Messages;

/// <summary>The line of dashes that a communications centre printed above a telegram (text.md AR-5).</summary>
/// <param name="Number">Its six digits, or null.</param>
/// <param name="Filed">The filing time <c>ddhhmmZ</c> as printed, or null.</param>
/// <param name="Copies">What stands behind the slant, or null.</param>
public sealed record DashCounter(string? Number, string? Filed, string? Copies);
