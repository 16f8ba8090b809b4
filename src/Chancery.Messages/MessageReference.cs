namespace Chancery.Messages;

/// <summary>One entry of the reference block (text.md 11).</summary>
/// <param name="Label">The enumerating letter as printed, or null.</param>
/// <param name="Kind">What it points at.</param>
/// <param name="Raw">As printed, without the label.</param>
public sealed record MessageReference(string? Label, ReferenceKind Kind, string Raw)
{
    /// <summary>The number cited, for a cable.</summary>
    public MessageReferenceNumber? Mrn { get; init; }

    /// <summary>The date-time group cited.</summary>
    public DateTimeGroup? Dtg { get; init; }

    /// <summary>The day cited, where no date-time group is; null where only a month or a year is printed.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The originator cited, or null.</summary>
    public string? Originator { get; init; }

    /// <summary>Flags such as <c>NOTAL</c>.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>What AMPN, NARR or the entry itself says of it in words, or null.</summary>
    public string? Text { get; init; }
}
