namespace Chancery.Web.Desk;

/// <summary>A row of Traffic.</summary>
/// <param name="Row">The message.</param>
/// <param name="Now">Now, for the time shown.</param>
/// <param name="Page">The page's own part of the address, such as <c>&amp;before=…</c>.</param>
/// <param name="IsCurrent">True for the row whose message stands in the pane.</param>
public sealed record ListedRow(MessageRow Row, DateTimeOffset Now, string Page = "", bool IsCurrent = false);
