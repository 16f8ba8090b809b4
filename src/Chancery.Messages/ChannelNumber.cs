namespace Chancery.Messages;

/// <summary>A channel designator with its sequence number (transmission.md 1.4).</summary>
/// <param name="Designator">Three letters.</param>
/// <param name="Number">Three digits, four in State practice, as printed.</param>
public sealed record ChannelNumber(string Designator, string Number);
