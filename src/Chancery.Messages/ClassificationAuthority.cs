namespace Chancery.Messages;

/// <summary>Who classified the text and why (text.md 12).</summary>
/// <param name="Title">Position, or null.</param>
/// <param name="Name">Name, or null.</param>
/// <param name="Raw">The block as printed, joined to one line.</param>
public sealed record ClassificationAuthority(string? Title, string? Name, string Raw)
{
    /// <summary>Office and agency printed behind name and position (CB-8), or null.</summary>
    public string? Agency { get; init; }

    /// <summary>Reasons, in printed order, none twice.</summary>
    public ImmutableArray<ClassificationReason> Reasons { get; init; } = [];

    /// <summary>Source of a derivative classification, or null.</summary>
    public string? DerivedFrom { get; init; }
}
