namespace Chancery.Office;

/// <summary>The row of the table of duplicates that a message falls under.</summary>
/// <param name="Row">Such as <c>D3</c>.</param>
/// <param name="Serving">Who gets it.</param>
/// <param name="Link">What it is to the earlier message; null where there is none.</param>
public sealed record DuplicateVerdict(string Row, Serving Serving, MessageLink? Link)
{
    /// <summary>True where nothing is filed.</summary>
    public bool IsDropped => Row == "D1";

    /// <summary>The name of the service message to the preceding station (transmission.md 5.4), or null.</summary>
    public string? Report { get; init; }

    /// <summary>What is said with each copy that is delivered, or null.</summary>
    public string? Remark { get; init; }
}
