namespace Chancery.Office;

/// <summary>A transmission that the other station asked to have again (ZDK).</summary>
/// <param name="Message">The row number of the message.</param>
/// <param name="Destination">Where it goes again.</param>
public sealed record Repetition(long Message, string Destination);
