namespace Chancery.Office;

/// <summary>A line for the journal. Never any text of a message.</summary>
/// <param name="Kind">Such as <c>held</c> or <c>channel</c>.</param>
/// <param name="Detail">One clause.</param>
public sealed record SwitchNote(string Kind, string Detail);
