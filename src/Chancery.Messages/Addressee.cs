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

    /// <summary>What kind of address the name is.</summary>
    public AddressKind Kind =>
        Name.StartsWith("AIG ", StringComparison.Ordinal) && Name.Length > 4 && char.IsAsciiDigit(Name[4]) ? AddressKind.Aig
        : Name.EndsWith("COLLECTIVE", StringComparison.Ordinal) || Name.StartsWith("ALL ", StringComparison.Ordinal)
            ? AddressKind.Collective
        : IsCallSign ? AddressKind.CallSign
        : AddressKind.Plain;

    /// <summary>Office codes between double slants.</summary>
    public ImmutableArray<string> Offices { get; init; } = [];

    private bool IsCallSign =>
        Name.Length is >= 3 and <= 8
        && char.IsAsciiLetterUpper(Name[0])
        && Name.AsSpan().ContainsAnyInRange('0', '9')
        && !Name.AsSpan().ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}
