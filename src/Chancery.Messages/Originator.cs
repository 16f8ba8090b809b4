namespace Chancery.Messages;

/// <summary>The originator of format line 6.</summary>
/// <param name="Name">The plain-language address.</param>
/// <param name="Offices">Office codes between double slants.</param>
public sealed record Originator(string Name, ImmutableArray<string> Offices)
{
    /// <summary>The routing indicator in front of the slant, or null.</summary>
    public string? RoutingIndicator { get; init; }
}
