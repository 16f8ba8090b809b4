namespace Chancery.Messages;

/// <summary>A line of the block <c>Message Attributes</c> of a released telegram (text.md AR-7).</summary>
/// <param name="Name">As printed, such as <c>Original Classification</c>.</param>
/// <param name="Value">Lines joined by a blank, quotation marks left out; null for <c>n/a</c>.</param>
public sealed record MessageAttribute(string Name, string? Value);
