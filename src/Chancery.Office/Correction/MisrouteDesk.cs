using System.Text;

namespace Chancery.Office;

/// <summary>
/// What a communicator does about a held message that bears the wrong routing indicator (transmission.md 5.5): he sends it on to the right station below
/// a pilot and the origin is told, or he tells the origin to protect delivery and ends the handling here.
/// </summary>
public sealed class MisrouteDesk(
    OfficeSettings settings,
    QueueDesk desk,
    IMessageStore store,
    ICircuitRecord circuits,
    OnwardRouting routing,
    ServiceMessages services,
    Intake intake,
    MessageReader reader,
    TimeProvider clock
)
{
    /// <summary>The right station as the office's directory knows it: of the first addressee who is elsewhere than format line 2 says; null where it knows none.</summary>
    public string? Proposed(Message message)
    {
        var called = message.Transmission.Called?.RoutingIndicators ?? [];
        return message
            .Action.Concat(message.Info)
            .Where(addressee => !addressee.IsServedOtherwise)
            .Select(addressee => settings.Addressees.Find(addressee.Name)?.RoutingIndicator)
            .FirstOrDefault(indicator => indicator is not null && !called.Contains(indicator));
    }

    /// <summary>
    /// Sends a held message on to the right station below a pilot (ZOV), its other copies where they go, and tells the origin (ZEQ3). Where it has several
    /// addressees the pilot says for whom (T): those whom the directory knows at that station. FLASH and levels in conflict need two persons who name the
    /// same station.
    /// </summary>
    /// <param name="asking">Who does.</param>
    /// <param name="id">The message.</param>
    /// <param name="indicator">The routing indicator of the right station.</param>
    /// <param name="reason">Why.</param>
    /// <returns>True where it is on its way; false where a second person is needed, or where it was refused.</returns>
    public async Task<(bool IsDone, Refusal? Refusal)> SendOn(Reader asking, MessageId id, string indicator, string reason)
    {
        if (QueueDesk.Objection(asking, reason) is { } objection)
        {
            return (false, objection);
        }
        if (desk.Held(asking, id) is not { } held || store.Raw(id) is not { } raw)
        {
            return (false, QueueDesk.NotHeld);
        }
        var message = reader.Read(raw);
        var now = clock.GetUtcNow();
        var (copy, refusal) = Copy(message, held.Row.Level, indicator, now);
        if (copy is null)
        {
            return (false, refusal);
        }
        if (!desk.IsAgreed(asking, held, reason, Encoding.ASCII.GetBytes($"{indicator} {copy.Pilot}"), out refusal))
        {
            return (false, refusal);
        }
        if (!desk.LetGo(id, asking.Name, $"{copy.Pilot} to {indicator}: {reason}", [copy]))
        {
            return (false, QueueDesk.NotHeld);
        }
        await Tell(held, message, "misrouted-sent-on", $"{indicator} {Named(copy.Pilot!)} {ServiceMessages.Filed(now)}", now);
        return (true, null);
    }

    /// <summary>Tells the origin of a held message that it cannot be delivered from here (ZEQ4), and ends its handling without delivery.</summary>
    public async Task<Refusal?> Protect(Reader asking, MessageId id, string reason)
    {
        if (QueueDesk.Objection(asking, reason) is { } objection)
        {
            return objection;
        }
        if (desk.Held(asking, id) is not { } held || store.Raw(id) is not { } raw)
        {
            return QueueDesk.NotHeld;
        }
        var message = reader.Read(raw);
        if (Origin(held, message) is null)
        {
            return NoOrigin;
        }
        if (desk.Close(asking, id, reason) is { } no)
        {
            return no;
        }
        // Without a route only the address is poor; any other hold is of a copy that is bad.
        var words = held.Rule == "R5" ? "" : "GARBLED";
        var addressee = message.Action.Concat(message.Info).FirstOrDefault()?.Name;
        await Tell(held, message, "misrouted-protect", $"{Proposed(message)} {addressee} {words}", clock.GetUtcNow());
        return null;
    }

    private static Refusal NoOrigin { get; } =
        new("no-origin", "It names no calling station that could be told, or came by no circuit: tell its sender yourself.");

    private (NewDelivery? Copy, Refusal? Refusal) Copy(Message message, Level level, string indicator, DateTimeOffset now)
    {
        if (message.Profile == Profile.Acp128 || message.Transmission.Called is null)
        {
            return (null, new Refusal("no-pilot", "No pilot goes in front of this form of message: correct its heading."));
        }
        if (!AddresseeDirectory.IsIndicator(indicator))
        {
            return (
                null,
                new Refusal("no-indicator", $"{indicator} is no routing indicator: four to eight capital letters, R or Q first.")
            );
        }
        var route = routing.To(message, level, indicator, now, circuits.Closed().Contains);
        if (route.Way is not { } way)
        {
            return (
                null,
                route.IsOurs
                    ? new Refusal("ours", $"{indicator} is our own: release the message.")
                    : new Refusal(route.Hold?.Rule == "R5" ? "no-route" : "not-cleared", route.Hold!.Sentence)
            );
        }
        var addressees = message.Action.Concat(message.Info).Where(addressee => !addressee.IsServedOtherwise).ToList();
        var pilot = settings.RoutingIndicators is [var own, ..] ? $"ZOV {own}" : "ZOV";
        if (addressees.Count > 1)
        {
            var there = addressees.FindAll(addressee => settings.Addressees.Find(addressee.Name)?.RoutingIndicator == indicator);
            if (there.Count == 0)
            {
                return (
                    null,
                    new Refusal(
                        "which-addressee",
                        $"It has several addressees, and addressees.csv has none of them at {indicator}: put the right one there first."
                    )
                );
            }
            pilot += $" T {string.Join(' ', there.Select(addressee => addressee.Name))}";
        }
        return (
            new NewDelivery(way.Destination, [indicator], message.Transmission.Called.Precedence ?? Precedence.Routine) { Pilot = pilot },
            null
        );
    }

    /// <summary>The addressees that a pilot names.</summary>
    private static string Named(string pilot)
    {
        const string Mark = " T ";
        var at = pilot.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? "" : pilot[(at + Mark.Length)..];
    }

    private async Task Tell(HeldMessage held, Message message, string name, string more, DateTimeOffset now)
    {
        if (Origin(held, message) is var (circuit, station, identity))
        {
            await intake.FileOwn(services.Relayed(circuit, station, name, identity, now, more), CancellationToken.None);
        }
    }

    private (CircuitSettings Circuit, string Station, string Identity)? Origin(HeldMessage held, Message message) =>
        message.Transmission.Station is { RoutingIndicator: { } station }
        && message.TransmissionIdentity is { } identity
        && settings.Circuits.FirstOrDefault(circuit => NewDelivery.Circuit(circuit.Name) == QueueDesk.ArrivedBy(held.Row)) is { } circuit
            ? (circuit, station, identity)
            : null;
}
