namespace Chancery.Office;

/// <summary>Where a message goes from here: the copies, and why what cannot go on waits.</summary>
/// <param name="Deliveries">Copies for the ways out.</param>
/// <param name="Local">Stations that are ours.</param>
/// <param name="Hold">Why a station cannot be served; null where all can.</param>
/// <param name="IsMissent">True where it goes back by the circuit it came by, because its station lies there (transmission.md 5.5).</param>
public sealed record Onward(ImmutableArray<NewDelivery> Deliveries, ImmutableArray<string> Local, HoldReason? Hold, bool IsMissent)
{
    /// <summary>Addressees that are delivered to from here, with true for action.</summary>
    public ImmutableArray<(DirectoryEntry Entry, bool IsAction)> Addressees { get; init; } = [];
}
