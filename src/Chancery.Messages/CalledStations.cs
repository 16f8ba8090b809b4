namespace Chancery.Messages;

/// <summary>Format line 2: precedence and routing indicators called (transmission.md 2.3).</summary>
/// <param name="Precedence">Null where the letter is none or the two letters differ (TX-301).</param>
/// <param name="RoutingIndicators">As printed, in order.</param>
public sealed record CalledStations(Precedence? Precedence, ImmutableArray<string> RoutingIndicators)
{
    /// <summary>True where bells stand before the precedence, as they do for FLASH.</summary>
    public bool HasBells { get; init; }

    /// <summary>ACP 128: true where a period ends the routing.</summary>
    public bool HasEndOfRouting { get; init; }

    /// <summary>ACP 128: language media format letters of originator and addressee, such as <c>TT</c>.</summary>
    public string? Lmf { get; init; }

    /// <summary>ACP 128: class letter, position 4.</summary>
    public char? ClassLetter { get; init; }

    /// <summary>ACP 128: content indicator code, such as <c>ZYUW</c>.</summary>
    public string? ContentIndicator { get; init; }

    /// <summary>ACP 128: classification redundancy, positions 30 to 33.</summary>
    public string? ClassRedundancy { get; init; }
}
