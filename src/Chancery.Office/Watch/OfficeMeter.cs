using System.Diagnostics.Metrics;

namespace Chancery.Office;

/// <summary>
/// The instruments of an office, by the names and units of OpenTelemetry. They count; they never carry a word of a message, nor who sent it.
/// </summary>
public sealed class OfficeMeter : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "Chancery";

    private readonly Counter<long> accepted;
    private readonly Counter<long> refused;
    private readonly Counter<long> deliveries;
    private readonly Counter<long> returns;
    private readonly Histogram<double> acceptTime;
    private readonly Histogram<double> deliveryTime;

    /// <summary>Makes the instruments.</summary>
    internal OfficeMeter(IMessageStore store, IWorkQueue queue, Indexer indexer, CircuitBoard circuits, TimeProvider clock)
    {
        Meter = new Meter(Name);
        accepted = Meter.CreateCounter<long>("chancery.accepted", "{message}", "Messages accepted, by door.");
        refused = Meter.CreateCounter<long>("chancery.refused", "{submission}", "Submissions refused, by reason.");
        acceptTime = Meter.CreateHistogram<double>("chancery.accept.duration", "s", "From reading a submission to its commit, by door.");
        deliveries = Meter.CreateCounter<long>("chancery.deliveries", "{message}", "Messages delivered, by precedence.");
        returns = Meter.CreateCounter<long>("chancery.delivery.returns", "{message}", "Deliveries that failed and wait to be tried again.");
        deliveryTime = Meter.CreateHistogram<double>("chancery.delivery.duration", "s", "From acceptance to delivery, by precedence.");
        Meter.CreateObservableGauge(
            "chancery.queue.depth",
            () => Depths(queue, depth => depth.Waiting),
            "{message}",
            "What waits, by precedence."
        );
        Meter.CreateObservableGauge(
            "chancery.queue.age",
            () => Depths(queue, depth => (clock.GetUtcNow() - depth.Oldest).TotalSeconds, Math.Max),
            "s",
            "How long the oldest waits, by precedence."
        );
        Meter.CreateObservableCounter(
            "chancery.store.flushes",
            () => store.Flushes,
            "{flush}",
            "Flushes to disk that the store asked for."
        );
        Meter.CreateObservableGauge("chancery.store.free", () => store.FreeBytes ?? 0, "By", "Room on the disk of the store.");
        Meter.CreateObservableGauge(
            "chancery.index.behind",
            () => indexer.Behind,
            "{message}",
            "Accepted messages that are not in the index yet."
        );
        Meter.CreateObservableGauge(
            "chancery.circuits",
            () =>
                circuits
                    .All.CountBy(circuit => circuits.Status(circuit.Name).State)
                    .Select(state => new Measurement<long>(state.Value, new KeyValuePair<string, object?>("state", state.Key))),
            "{circuit}",
            "Circuits, by how they stand."
        );
    }

    /// <summary>The meter, for whoever listens.</summary>
    public Meter Meter { get; }

    /// <summary>A submission was answered.</summary>
    internal void Accepted(string door, int messages, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("door", door);
        accepted.Add(messages, tag);
        acceptTime.Record(took.TotalSeconds, tag);
    }

    internal void Refused(string code) => refused.Add(1, new KeyValuePair<string, object?>("code", code));

    internal void Delivered(Precedence precedence, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("precedence", precedence.Name());
        deliveries.Add(1, tag);
        deliveryTime.Record(Math.Max(0, took.TotalSeconds), tag);
    }

    internal void Returned(Precedence precedence) => returns.Add(1, new KeyValuePair<string, object?>("precedence", precedence.Name()));

    /// <inheritdoc />
    public void Dispose() => Meter.Dispose();

    private static IEnumerable<Measurement<long>> Depths(IWorkQueue queue, Func<QueueDepth, long> value) =>
        queue
            .Depths(ReadingRights.Scope(Reader.Owner))
            .GroupBy(depth => depth.Precedence)
            .Select(group => new Measurement<long>(group.Sum(value), new KeyValuePair<string, object?>("precedence", group.Key.Name())));

    private static IEnumerable<Measurement<double>> Depths(
        IWorkQueue queue,
        Func<QueueDepth, double> value,
        Func<double, double, double> of
    ) =>
        queue
            .Depths(ReadingRights.Scope(Reader.Owner))
            .GroupBy(depth => depth.Precedence)
            .Select(group => new Measurement<double>(
                group.Select(value).Aggregate(of),
                new KeyValuePair<string, object?>("precedence", group.Key.Name())
            ));
}
