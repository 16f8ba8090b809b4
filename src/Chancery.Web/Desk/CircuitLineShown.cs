namespace Chancery.Web.Desk;

/// <summary>A circuit as the Queues screen shows it.</summary>
public sealed record CircuitLineShown
{
    /// <summary>The circuit.</summary>
    public required string Name { get; init; }

    /// <summary>Its state in words.</summary>
    public required string State { get; init; }

    /// <summary>The last number that came.</summary>
    public required string LastIn { get; init; }

    /// <summary>The last number that went.</summary>
    public required string LastOut { get; init; }

    /// <summary>Numbers for which nothing came.</summary>
    public required string Missing { get; init; }

    /// <summary>When something last came.</summary>
    public required string Heard { get; init; }

    /// <summary>The last numbers, a sign each.</summary>
    public required string Strip { get; init; }

    /// <summary>The same in words.</summary>
    public required string StripInWords { get; init; }

    /// <summary>What could go by another circuit; null where nothing is offered.</summary>
    public OfferedCircuit? Offer { get; init; }
}
