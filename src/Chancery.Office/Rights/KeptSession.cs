namespace Chancery.Office;

/// <summary>A session as the store keeps it, under the hash of its token.</summary>
/// <param name="Name">The person.</param>
/// <param name="Started">When he signed in.</param>
/// <param name="LastSeen">When he was seen last.</param>
/// <param name="Address">From where he signed in.</param>
public sealed record KeptSession(string Name, DateTimeOffset Started, DateTimeOffset LastSeen, string Address);
