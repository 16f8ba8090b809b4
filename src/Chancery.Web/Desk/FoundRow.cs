namespace Chancery.Web.Desk;

/// <summary>A row of Search.</summary>
/// <param name="Row">The message.</param>
/// <param name="Query">The word of the query; null for a list by number.</param>
/// <param name="Page">The page's own part of the address.</param>
/// <param name="IsCurrent">True for the row whose message stands in the pane.</param>
public sealed record FoundRow(MessageRow Row, string? Query, string Page = "", bool IsCurrent = false);
