namespace Chancery.Messages;

/// <summary>One row of a station directory.</summary>
/// <param name="RoutingIndicator">Its routing indicator; null for a post that is known by name only.</param>
/// <param name="Name">Plain-language address, such as <c>AMEMBASSY NORTHPORT</c>.</param>
/// <param name="Kind">Such as <c>embassy</c>, <c>military</c> or <c>collective</c>, lower-case.</param>
/// <param name="Post">Telegraph name as the classification line prints it, or null.</param>
public sealed record Station(string? RoutingIndicator, string Name, string Kind, string? Post)
{
    /// <summary>The highest level that the routing indicator may be given (transmission.md 4.3 R13); null where any.</summary>
    public Level? Clearance { get; init; }

    /// <summary>True where the address stands for a list of addressees (transmission.md 7.2).</summary>
    public bool IsCollective => Kind == "collective";
}
