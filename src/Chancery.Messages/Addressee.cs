namespace Chancery.Messages;

/// <summary>One addressee of format lines 7 and 8 (transmission.md 2.8).</summary>
/// <param name="Name">The plain-language address, without routing indicator, offices, precedence word and number.</param>
public sealed record Addressee(string Name)
{
    /// <summary>The routing indicator in front of the slant, or null.</summary>
    public string? RoutingIndicator { get; init; }

    /// <summary>True for <c>ZEN/</c>: served before; kept, never routed.</summary>
    public bool IsServedOtherwise { get; init; }

    /// <summary>The message continuity number of State form as printed, or null.</summary>
    public string? Number { get; init; }

    /// <summary>The precedence word behind the name, or null.</summary>
    public Precedence? Precedence { get; init; }

    /// <summary>True for <c>AIG</c> and a number: a list of addressees that the stations keep.</summary>
    public bool IsAddressIndicatingGroup =>
        Name.StartsWith("AIG ", StringComparison.Ordinal) && Name.Length > 4 && char.IsAsciiDigit(Name[4]);

    /// <summary>Office codes between double slants.</summary>
    public ImmutableArray<string> Offices { get; init; } = [];
}
