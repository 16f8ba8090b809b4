using System.Globalization;

namespace Chancery.Office;

/// <summary>Whether an office can do its work. It looks, it does not remember: what has ended is not told.</summary>
public sealed class OfficeHealth(
    IMessageStore store,
    IWorkQueue queue,
    Indexer indexer,
    CircuitBoard circuits,
    ClockWatch watch,
    TimeProvider clock
)
{
    private const long LowRoom = 64L * 1024 * 1024;
    private const long FarBehind = 10_000;

    /// <summary>How long an answer holds, so that nobody keeps the disk busy by asking.</summary>
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private ImmutableArray<HealthTrouble> troubles = [];
    private DateTimeOffset? lookedAt;

    /// <summary>What is wrong now, the gravest first; empty where all is well.</summary>
    public ImmutableArray<HealthTrouble> Troubles()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            // A clock that is set back makes an answer old too.
            if (lookedAt is not { } at || (now - at).Duration() >= Holds)
            {
                troubles = [.. Look().OrderByDescending(trouble => trouble.StopsAcceptance)];
                lookedAt = now;
            }
            return troubles;
        }
    }

    private IEnumerable<HealthTrouble> Look()
    {
        if (Storage() is { } storage)
        {
            yield return storage;
        }
        if (watch.Trouble() is { } wrong)
        {
            yield return wrong;
        }
        if (store.FreeBytes is < LowRoom and var room)
        {
            yield return new HealthTrouble(
                "disk-low",
                $"The disk of the store has {room / 1024 / 1024} MB left: make room before it is full."
            );
        }
        if (indexer.Behind > FarBehind)
        {
            yield return new HealthTrouble(
                "index-behind",
                "Search does not show the newest messages yet: the index works them off when less comes in.",
                IsForStaff: true
            );
        }
        var now = clock.GetUtcNow();
        foreach (var depth in queue.Depths(ReadingRights.Scope(Reader.Owner)))
        {
            if (Objectives.Of(depth.Precedence) is { } objective && now - depth.Oldest > objective)
            {
                yield return new HealthTrouble(
                    "queue-past-objective",
                    $"{depth.Precedence.Name()} waits for {depth.Destination} longer than its objective of {Told(objective)}: see to the line or reroute.",
                    IsForStaff: true
                );
            }
        }
        foreach (var circuit in circuits.All)
        {
            if (circuits.Status(circuit.Name) is { State: "down" } down)
            {
                yield return new HealthTrouble(
                    "circuit-down",
                    $"Circuit {circuit.Name} is down: {down.Detail ?? "no door holds it"}.",
                    IsForStaff: true
                );
            }
        }
    }

    private HealthTrouble? Storage()
    {
        try
        {
            store.Touch();
            return null;
        }
        catch (StoreException fault)
        {
            return new HealthTrouble("storage", fault.Message, StopsAcceptance: true);
        }
    }

    private static string Told(TimeSpan objective) =>
        objective.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{objective.TotalHours:0} hours")
            : string.Create(CultureInfo.InvariantCulture, $"{objective.TotalMinutes:0} minutes");
}
