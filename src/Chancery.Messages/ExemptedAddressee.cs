namespace Chancery.Messages;

/// <summary>A member of a collective that must not get the message (format line 9, XMT).</summary>
/// <param name="Name">The plain-language address.</param>
/// <param name="RoutingIndicator">The routing indicator in front of the slant, or null.</param>
/// <param name="Of">Name of the addressee whose collective is meant, or null.</param>
public sealed record ExemptedAddressee(string Name, string? RoutingIndicator, string? Of);
