namespace Chancery.Office;

/// <summary>A line that a correction changes.</summary>
/// <param name="Number">Its number in the message as received, from 1; of a new line that of the line it stands before.</param>
/// <param name="Before">As it was; null where the line is new.</param>
/// <param name="After">As it is; null where the line is gone.</param>
public sealed record ChangedLine(int Number, string? Before, string? After);
