namespace Chancery.Office;

/// <summary>
/// Offers the next route for what waits for a circuit that is out: the routes decide, as for traffic that comes now, and nothing is offered by a way that
/// is not cleared for it.
/// </summary>
public sealed class CircuitOffers(
    OfficeSettings settings,
    QueueDesk desk,
    CircuitBoard circuits,
    OnwardRouting routing,
    IMessageStore store,
    MessageReader reader,
    TimeProvider clock
)
{
    private const int Most = 200;

    /// <summary>What is offered to somebody for a circuit; null where the circuit is up, nothing waits, or nothing else leads there.</summary>
    public OfferedCircuit? For(Reader asking, string circuit)
    {
        var own = NewDelivery.Circuit(circuit);
        var closed = circuits.Record.Closed();
        if ((IsUp(circuit) && !closed.Contains(own)) || circuits.Waiting(asking, circuit).Count == 0)
        {
            return null;
        }
        var now = clock.GetUtcNow();
        return desk.Waiting(asking, Most)
            .Where(delivery => delivery.Destination == own && delivery.State == DeliveryState.Queued)
            .Select(delivery =>
                (delivery.Id, By: Another(delivery, destination => destination == own || closed.Contains(destination), now))
            )
            .Where(pair => pair.By is not null)
            .GroupBy(pair => pair.By!, pair => pair.Id, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Select(group => new OfferedCircuit(circuit, group.Key, [.. group]))
            .FirstOrDefault();
    }

    /// <summary>Sends what was offered; how many went, or why nothing did.</summary>
    public (int Sent, Refusal? Refusal) Send(Reader asking, string circuit, string reason)
    {
        if (QueueDesk.Objection(asking, reason) is { } objection)
        {
            return (0, objection);
        }
        if (For(asking, circuit) is not { } offer)
        {
            return (0, new Refusal("no-offer", $"Nothing waits for {circuit} that could go by another circuit."));
        }
        Refusal? refusal = null;
        var sent = 0;
        foreach (var delivery in offer.Deliveries)
        {
            refusal = desk.Requeue(asking, delivery, offer.By, reason);
            sent += refusal is null ? 1 : 0;
        }
        return sent > 0 ? (sent, null) : (0, refusal);
    }

    /// <summary>The circuit that takes all stations of a copy when its own is out; null where none does.</summary>
    private string? Another(QueuedDelivery delivery, Func<string, bool> isOut, DateTimeOffset now)
    {
        if (store.Row(delivery.Message) is not { } row || store.Raw(delivery.Message) is not { } raw)
        {
            return null;
        }
        var message = reader.Read(raw);
        var stations = delivery.Called.IsEmpty ? message.Transmission.Called?.RoutingIndicators ?? [] : delivery.Called;
        var ways = stations.Select(station => routing.To(message, row.Level, station, now, isOut).Way?.Destination).Distinct().ToList();
        return ways is [{ } way]
            ? settings.Circuits.FirstOrDefault(one => NewDelivery.Circuit(one.Name) == way && IsUp(one.Name))?.Name
            : null;
    }

    private bool IsUp(string circuit) => circuits.Status(circuit).State == "up";
}
