using System.Globalization;

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
    private readonly Lock looking = new();
    private Dictionary<long, string?> known = [];
    private string knownUnder = "";

    /// <summary>What is offered to somebody for a circuit; null where the circuit is up, nothing waits, or nothing else leads there.</summary>
    public OfferedCircuit? For(Reader asking, string circuit)
    {
        var own = NewDelivery.Circuit(circuit);
        var closed = circuits.Record.Closed();
        if (IsUp(circuit) && !closed.Contains(own))
        {
            return null;
        }
        var ways = Ways(closed);
        return desk.Waiting(asking, own, Most)
            .Where(delivery => delivery.State == DeliveryState.Queued)
            .Select(delivery => (delivery.Id, By: Known(delivery, closed, ways)))
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

    /// <summary>
    /// The circuit that takes a copy when its own is out. Every screen asks again and again for the same copies: what was found is kept for a minute, in
    /// which no way is opened or closed.
    /// </summary>
    private string? Known(QueuedDelivery delivery, IReadOnlyList<string> closed, string ways)
    {
        lock (looking)
        {
            if (ways != knownUnder)
            {
                (known, knownUnder) = ([], ways);
            }
            if (known.TryGetValue(delivery.Id, out var found))
            {
                return found;
            }
        }
        var by = Another(delivery, destination => destination == delivery.Destination || closed.Contains(destination), clock.GetUtcNow());
        lock (looking)
        {
            if (ways == knownUnder)
            {
                known[delivery.Id] = by;
            }
        }
        return by;
    }

    /// <summary>What the answers hang on beside the message: which ways are closed, which lines are up, the minute of the day.</summary>
    private string Ways(IReadOnlyList<string> closed) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow():yyyyMMddHHmm} {string.Join(',', closed)} {string.Join(',', circuits.All.Select(one => one.Name).Where(IsUp))}"
        );

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
