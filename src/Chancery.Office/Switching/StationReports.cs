using System.Text;

namespace Chancery.Office;

/// <summary>What the station at the other end of a circuit is told about what it sent (transmission.md 5.2, 5.3, 3.2 P8b).</summary>
internal sealed class StationReports(ServiceMessages services, RoutingTable routes)
{
    /// <summary>Reports on a message, and answers it where it asks.</summary>
    public void Of(
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
        if (plan.Blanked is { } blanked)
        {
            var both = $"{plan.Number} {blanked}";
            plan.Services.Add(
                message.Findings.Any(finding => finding.Id == "TX-116")
                    ? services.Make(circuit, "number-inside", both, id, at, more: $"{plan.Number} AND RELEASED ZDG {blanked} BLANKED")
                    : services.Make(circuit, "one-under-two", both, id, at)
            );
        }
        // Automatic answers never answer automatic answers (TX-425, TX-437).
        if (message.Transmission.IsNeverAnswered)
        {
            ServiceOrders.Receipted(message, circuit, history, at, plan);
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
        else
        {
            ServiceOrders.Protect(message, routes, history, plan);
        }
    }

    /// <summary>A transmission broken off with ZXB does not come again by itself: the calling station is asked for a full copy (transmission.md 8.6).</summary>
    public void OfCancelled(Message message, CircuitSettings circuit, DateTimeOffset at, TrafficPlan plan)
    {
        if (
            message.Transmission.Station is { RoutingIndicator: { } station }
            && message.TransmissionIdentity is { } id
            && EndsWithZxb(message)
        )
        {
            plan.Services.Add(services.Relayed(circuit, station, "full-copy", id, at));
        }
    }

    private static bool EndsWithZxb(Message message)
    {
        var lines = Encoding.Latin1.GetString(message.Raw.Span).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(lines, line => line.StartsWith("ZXB", StringComparison.Ordinal));
    }
}
