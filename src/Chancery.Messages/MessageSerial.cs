namespace Chancery.Messages;

/// <summary>Title and serial of a general message, such as <c>NAVADMIN 161/05</c> (text.md NV-2).</summary>
/// <param name="Title">Such as <c>NAVADMIN</c>.</param>
/// <param name="Number">As printed.</param>
/// <param name="Year">Four digits, or null.</param>
public sealed record MessageSerial(string Title, string Number, int? Year);
