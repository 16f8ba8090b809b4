namespace Chancery.Office;

/// <summary>The order of search results, newest or best first.</summary>
public enum SearchSort
{
    /// <summary>By date of the message: its date-time group, else its acceptance.</summary>
    Date,

    /// <summary>By acceptance.</summary>
    Filed,

    /// <summary>By our own score, from the hit alone.</summary>
    Relevance,
}
