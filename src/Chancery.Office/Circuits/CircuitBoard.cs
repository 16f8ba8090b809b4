using System.Collections.Concurrent;

namespace Chancery.Office;

/// <summary>The circuits of an office: how each stands, told by the door that holds its line, beside the record of its numbers.</summary>
public sealed class CircuitBoard(OfficeSettings settings, ICircuitRecord record)
{
    private readonly ConcurrentDictionary<string, CircuitStatus> statuses = new(StringComparer.Ordinal);

    /// <summary>The circuits of the settings.</summary>
    public ImmutableArray<CircuitSettings> All => settings.Circuits;

    /// <summary>The circuits that a reader may see: those that carry nothing above what he may read.</summary>
    public IEnumerable<CircuitSettings> For(Reader asking) =>
        settings.Circuits.Where(circuit => ReadingRights.Scope(asking).Of(Protection.OfRank(circuit.Level.Rank())).Reading == Reading.Full);

    /// <summary>The record of channels.</summary>
    public ICircuitRecord Record => record;

    /// <summary>How a circuit stands; <c>down</c> where no door holds it.</summary>
    public CircuitStatus Status(string circuit) =>
        statuses.GetValueOrDefault(circuit) ?? new CircuitStatus(circuit, "down", DateTimeOffset.UnixEpoch, "no door holds it");

    /// <summary>Tells how a circuit stands.</summary>
    public void Tell(CircuitStatus status) => statuses[status.Name] = status;
}
