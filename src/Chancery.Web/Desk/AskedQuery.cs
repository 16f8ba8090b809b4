namespace Chancery.Web.Desk;

/// <summary>A query that somebody asked at the desk.</summary>
/// <param name="Who">Who asked; nobody else may open it.</param>
/// <param name="Query">In the search language.</param>
/// <param name="Sort">The order he wanted.</param>
public sealed record AskedQuery(string Who, string Query, SearchSort Sort);
