namespace Chancery.Messages;

/// <summary>Whom a naval message names for questions, from its POC set (text.md 17.2). Personal data: a sample never holds real ones.</summary>
/// <param name="Name">As printed, rank left out; null where none is.</param>
/// <param name="Rank">Such as <c>LCDR</c> or <c>CIV</c>, or null.</param>
/// <param name="Unit">Office, unit and place, joined by a comma, or null.</param>
/// <param name="Telephone">Numbers as printed, joined by a comma, or null.</param>
/// <param name="Email">As printed, <c>(AT)</c> included, or null.</param>
public sealed record PointOfContact(string? Name, string? Rank, string? Unit, string? Telephone, string? Email);
