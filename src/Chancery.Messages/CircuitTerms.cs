namespace Chancery.Messages;

/// <summary>What a circuit can carry.</summary>
public sealed record CircuitTerms
{
    /// <summary>The highest level it is approved for; null where any.</summary>
    public Level? Clearance { get; init; }

    /// <summary>Its language media format of ACP 128, such as <c>T</c>; null where it takes all.</summary>
    public char? Lmf { get; init; }

    /// <summary>True where it leads into another network (TX-429).</summary>
    public bool LeavesNetwork { get; init; }
}
