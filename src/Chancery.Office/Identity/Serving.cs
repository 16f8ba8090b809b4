namespace Chancery.Office;

/// <summary>Which of the stations called get a message that may be a duplicate.</summary>
public enum Serving
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Only those that did not get it before.</summary>
    NotYetServed,

    /// <summary>None: it is filed only.</summary>
    None,
}
