namespace Chancery.Office;

/// <summary>A query that somebody keeps under a name.</summary>
/// <param name="Name">The name; case does not tell two apart.</param>
/// <param name="Query">In the search language.</param>
/// <param name="Sort">The order he wants.</param>
/// <param name="Seen">The newest message on file when he looked last: what was accepted later is new to him.</param>
public sealed record SavedSearch(string Name, string Query, SearchSort Sort, MessageId Seen);
