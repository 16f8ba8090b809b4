namespace Chancery.Messages;

/// <summary>The E.O. line (text.md 8).</summary>
/// <param name="Order">Number of the executive order as read, such as <c>12958</c>.</param>
/// <param name="Kind">What the instruction hangs on.</param>
/// <param name="Raw">The instruction as printed, such as <c>DECL: 09/25/2018</c>.</param>
public sealed record Declassification(string? Order, DeclassificationKind Kind, string Raw)
{
    /// <summary>The date, or null.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The event in its own words, or null.</summary>
    public string? Event { get; init; }

    /// <summary>Exemption or schedule codes as printed.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];
}
