using System.Globalization;

namespace Chancery.Office;

/// <summary>
/// What becomes of traffic when it is accepted: its channel number is accounted for, it is told from what came before, held where a person must look,
/// and else queued for every circuit it leads to. In that order, and all in the commit of the message.
/// </summary>
public sealed class TrafficRules(OfficeSettings settings, ServiceMessages services) : ITrafficRules
{
    private readonly RoutingTable routes = new(settings);

    /// <inheritdoc />
    public TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at)
    {
        var message = incoming.Message;
        var plan = new TrafficPlan();
        var isAgain = incoming.Arrival is { } arrival && Account(message, arrival.Circuit, history, at, plan);
        var keys = new MessageKeys(LoggedMessage.Of(message), plan.ChannelKey);
        if (message.Transmission.IsCancelled)
        {
            return plan.Decided(keys) with { States = ["cancelled"] };
        }
        var verdict = DuplicateTable.Judge(message, keys, isAgain, history.Alike(keys));
        if (verdict is { IsDropped: true })
        {
            return plan.Decided(null) with { IsDropped = true, DuplicateOf = verdict.Link!.Other };
        }
        if (verdict?.Link is { } link)
        {
            plan.Links.Add(link);
        }
        if (incoming.Arrival is { Circuit: var from })
        {
            Answer(message, from, verdict, history, at, plan);
        }
        if (message.Form is not MessageForm.ShortService)
        {
            Hold(message, plan);
            Send(incoming, verdict, history, plan);
        }
        return plan.Decided(keys) with { DuplicateOf = verdict?.Link is { Kind: not LinkKind.CollidesWith } same ? same.Other : null };
    }

    /// <summary>Accounts for the channel number; true where it was used before in its series.</summary>
    private static bool Account(Message message, CircuitSettings circuit, ISwitchHistory history, DateTimeOffset at, TrafficPlan plan)
    {
        if (
            message.Transmission.Channel is not { } printed
            || !int.TryParse(printed.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0
        )
        {
            plan.LacksNumber = true;
            return false;
        }
        var name = ChannelContinuity.ChannelName(circuit.Name, printed.Designator);
        var lastNumber = printed.Number.Length > 3 ? 9999 : circuit.LastNumber;
        var step = ChannelContinuity.Take(
            name,
            history.Channel(name, isOut: false),
            number,
            lastNumber,
            at,
            (cycle, of) => history.Number(name, isOut: false, cycle, of)
        );
        plan.Channels.Add(step.After);
        foreach (var entry in step.Entries)
        {
            plan.Numbers.Add(
                entry.State == NumberState.Received && message.Transmission.IsCancelled
                    ? entry with
                    {
                        State = NumberState.Cancelled,
                    }
                    : entry
            );
        }
        plan.ChannelKey = string.Create(CultureInfo.InvariantCulture, $"{name} {step.Cycle} {number}");
        plan.LastOfOld = step.LastOfOld;
        var what = TransmissionWriter.Number(name, number);
        if (step.Event == ContinuityEvent.Gap)
        {
            plan.Notes.Add(new SwitchNote("channel", $"{what}: {step.Entries.Length - 1} numbers before it are open"));
        }
        else if (step.Event is not (ContinuityEvent.Expected or ContinuityEvent.First))
        {
            plan.Notes.Add(new SwitchNote("channel", $"{what}: {step.Event.ToString().ToUpperInvariant()}"));
        }
        return step.Event == ContinuityEvent.Again;
    }

    /// <summary>What the station at the other end is told (transmission.md 5.2, 5.3, 3.2 P8b).</summary>
    private void Answer(
        Message message,
        CircuitSettings circuit,
        DuplicateVerdict? verdict,
        ISwitchHistory history,
        DateTimeOffset at,
        TrafficPlan plan
    )
    {
        var channel = message.Transmission.Channel;
        var number = channel is null ? "" : channel.Designator + channel.Number;
        var id = message.TransmissionIdentity ?? "";
        if (plan.LacksNumber && message.Transmission.Called is not null)
        {
            var before = history.Channel(circuit.Name, isOut: false);
            plan.Services.Add(
                services.Make(circuit, "no-number", before is null ? "" : TransmissionWriter.Number(circuit.Name, before.Last), id, at)
            );
        }
        if (plan.LastOfOld > 0)
        {
            plan.Services.Add(services.Make(circuit, "last-received", TransmissionWriter.Number(circuit.Name, plan.LastOfOld), "", at));
        }
        // Automatic answers never answer automatic answers (TX-425, TX-437).
        if (message.Transmission.IsNeverAnswered)
        {
            plan.Notes.Add(new SwitchNote("service", "an answer, never answered"));
            return;
        }
        if (verdict?.Report is { } report)
        {
            plan.Services.Add(services.Make(circuit, report, number, id, at));
        }
        var isFlash = message.Transmission.Called?.Precedence is >= Precedence.Flash;
        if (isFlash && !DuplicateTable.Says(message, "ZGC") && channel is not null)
        {
            plan.Services.Add(services.Make(circuit, "receipt", number, "", at));
        }
        if (message.Form == MessageForm.ShortService)
        {
            ServiceOrders.Follow(message, circuit, services, history, at, plan);
        }
    }

    /// <summary>Errors of frame and security, and captions that nobody knows, wait for a person (transmission.md 11.1, 11.5, CA-12).</summary>
    private static void Hold(Message message, TrafficPlan plan)
    {
        var finding = message.Findings.FirstOrDefault(finding =>
            finding.Severity == Severity.Error
            && (finding.Id.StartsWith("TX-1", StringComparison.Ordinal) || finding.Id.StartsWith("TX-5", StringComparison.Ordinal))
        );
        finding ??= message.Findings.FirstOrDefault(finding => finding.Id == "CA-12");
        if (finding is not null)
        {
            plan.Hold = new HoldReason(finding.Id, finding.Message);
        }
    }

    private void Send(NewMessage incoming, DuplicateVerdict? verdict, ISwitchHistory history, TrafficPlan plan)
    {
        var message = incoming.Message;
        if (message.Transmission.Called is not { } called || verdict?.Serving == Serving.None)
        {
            return;
        }
        IEnumerable<string> stations = called.RoutingIndicators;
        if (verdict is { Serving: Serving.NotYetServed, Link: { } link })
        {
            var served = history.DeliveriesOf(link.Other.Number).SelectMany(delivery => delivery.Called).ToHashSet(StringComparer.Ordinal);
            stations = stations.Where(station => !served.Contains(station));
        }
        var level = message.EffectiveLevel.Level ?? incoming.Unmarked;
        var parted = Segregation.Of(
            stations,
            routes,
            level,
            incoming.Arrival is { } arrival ? NewDelivery.Circuit(arrival.Circuit.Name) : null,
            history.IsClosed
        );
        var precedence = called.Precedence ?? message.Precedence.Action ?? Precedence.Routine;
        foreach (var (way, copy) in parted.Copies)
        {
            plan.Deliveries.Add(new NewDelivery(way.Destination, copy, precedence));
        }
        plan.Hold ??= parted.Hold;
        if (!parted.Local.IsEmpty)
        {
            plan.Copies = settings.Distribution.Distribute(message);
        }
    }
}
