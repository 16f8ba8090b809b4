namespace Chancery.Office;

/// <summary>A transmission in the log of a circuit.</summary>
/// <param name="Number">Its channel number.</param>
/// <param name="Message">The message under it; null where there is none, or where it is not on file.</param>
public sealed record CircuitLogLine(NumberEntry Number, MessageId? Message);
