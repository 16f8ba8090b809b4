namespace Chancery.Messages.Heading;

/// <summary>One address as it stands in the view.</summary>
/// <param name="Block">The format line it belongs to, 6 to 9.</param>
/// <param name="Depth">0 for the newest heading, 1 and more for those that were readdressed.</param>
/// <param name="Span">Its place.</param>
internal readonly record struct AddressEntry(int Block, int Depth, TextSpan Span);
