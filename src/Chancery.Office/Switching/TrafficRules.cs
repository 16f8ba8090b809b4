namespace Chancery.Office;

/// <summary>
/// What becomes of traffic when it is accepted: its channel number is accounted for, it is told from what came before, held where a person must look,
/// and else queued for every way out that it leads to. In that order, and all in the commit of the message.
/// </summary>
public sealed class TrafficRules(OfficeSettings settings, OnwardRouting routing, ServiceMessages services) : ITrafficRules
{
    private readonly StationReports reports = new(services, new RoutingTable(settings));
    private readonly RoutingTable routes = new(settings);

    /// <inheritdoc />
    public TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at)
    {
        var message = incoming.Message;
        var plan = new TrafficPlan();
        var isAgain = incoming.Arrival is { } arrival && NumberAccount.Take(message, arrival.Circuit, history, at, plan);
        var keys = new MessageKeys(incoming.Logged ?? LoggedMessage.Of(message), plan.ChannelKey);
        if (message.Transmission.IsCancelled)
        {
            if (incoming.Arrival is { } by)
            {
                reports.OfCancelled(message, by.Circuit, at, plan);
            }
            return plan.Decided(keys) with { States = ["cancelled"] };
        }
        // A corrected copy is no duplicate of what it takes the place of.
        var alike = history.Alike(keys).Where(known => incoming.Replaces is not { } replaced || known.Id != replaced).ToList();
        var verdict = DuplicateTable.Judge(message, keys, isAgain, alike);
        if (verdict is { IsDropped: true })
        {
            return plan.Decided(null) with { IsDropped = true, DuplicateOf = verdict.Link!.Other };
        }
        plan.Supersedes = [.. alike.Where(known => DuplicateTable.Supersedes(message, keys, known)).Select(known => known.Number)];
        if (verdict?.Link is { } link)
        {
            plan.Links.Add(link);
        }
        if (incoming.Arrival is { Circuit: var from })
        {
            // A report of a duplicate would tell the station that what nobody may see is here.
            reports.Of(message, from, verdict?.Link is { Other.Protection.IsQuarantined: true } ? null : verdict, history, at, plan);
        }
        if (message.Form is not MessageForm.ShortService)
        {
            Hold(message, plan);
            Send(incoming, verdict, history, at, plan);
        }
        return plan.Decided(keys) with { DuplicateOf = verdict?.Link is { Kind: not LinkKind.CollidesWith } same ? same.Other : null };
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

    private void Send(NewMessage incoming, DuplicateVerdict? verdict, ISwitchHistory history, DateTimeOffset at, TrafficPlan plan)
    {
        var message = incoming.Message;
        if (message.Transmission.Called is null || verdict?.Serving == Serving.None)
        {
            return;
        }
        var circuit = incoming.Arrival?.Circuit;
        var onward = routing.Find(
            message,
            message.EffectiveLevel.Level ?? incoming.Unmarked,
            circuit is null ? incoming.CameBy : NewDelivery.Circuit(circuit.Name),
            verdict is { Serving: Serving.NotYetServed, Link.Other: var other }
                ? Served(other, history)
                : new HashSet<string>(StringComparer.Ordinal),
            at,
            history.IsClosed
        );
        if (onward.IsMissent && circuit is not null)
        {
            plan.Notes.Add(new SwitchNote("missent", plan.Hold is null ? "sent on unchanged" : "damaged, not sent on"));
            if (plan.Hold is not null)
            {
                plan.Services.Add(services.Make(circuit, "missent", "", message.TransmissionIdentity ?? "", at));
                return;
            }
        }
        plan.Precedence = HighestOf(message);
        plan.IsForUs = !onward.Local.IsEmpty || !onward.Addressees.IsEmpty;
        plan.IsAgainstMinimize = IsAgainstMinimize(message, plan.Precedence);
        // What was recorded under one of two numbers goes on subject to correction (transmission.md 5.3, 5.8).
        var isInDoubt = plan.Blanked is not null && message.Findings.Any(finding => finding.Id == "TX-116");
        plan.Deliveries.AddRange(
            onward.Deliveries.Select(delivery => isInDoubt && !onward.IsMissent ? delivery with { Pilot = "ZDG" } : delivery)
        );
        plan.Hold ??= onward.Hold;
        if (plan.IsForUs)
        {
            plan.Copies = settings.Distribution.Distribute(message, onward.Addressees);
        }
    }

    /// <summary>The precedence of format line 5, or the word behind an action addressee where that is higher (NIACT).</summary>
    private static Precedence HighestOf(Message message) =>
        message
            .Action.Select(addressee => addressee.Precedence)
            .Append(message.Precedence.Action)
            .Append(message.Transmission.Called?.Precedence)
            .Max()
        ?? Precedence.Routine;

    private bool IsAgainstMinimize(Message message, Precedence precedence) =>
        precedence <= Precedence.Priority
        && message.Transmission.Called is { } called
        && called.RoutingIndicators.Any(one => settings.Minimize.Any(area => one.StartsWith(area, StringComparison.Ordinal)))
        && message.Raw.Span.IndexOf("MINIMIZE CONSIDERED"u8) < 0;

    /// <summary>The stations that have an earlier copy: those it was queued for, and our own.</summary>
    private HashSet<string> Served(KnownMessage earlier, ISwitchHistory history)
    {
        var called = earlier.Keys.Logged.Called;
        return
        [
            .. history.DeliveriesOf(earlier.Number).SelectMany(delivery => delivery.Called.IsEmpty ? called : delivery.Called),
            .. called.Where(routes.IsOurs),
        ];
    }
}
