using System.Globalization;
using System.Text;

namespace Chancery.Office;

/// <summary>Accounts for the channel numbers of a transmission that came by a circuit (transmission.md 5.3).</summary>
internal static class NumberAccount
{
    /// <summary>Writes into the plan what the number changes; true where it was used before in its series.</summary>
    public static bool Take(Message message, CircuitSettings circuit, ISwitchHistory history, DateTimeOffset at, TrafficPlan plan)
    {
        if (
            NumberOf(message.Transmission.Channel) is not { } first
            || message.Transmission.Channel is not { Designator: var designator } printed
        )
        {
            plan.LacksNumber = true;
            return false;
        }
        var second = Second(message, printed);
        var number = second is { } higher ? Math.Min(first, higher) : first;
        var name = ChannelContinuity.ChannelName(circuit.Name, designator);
        var lastNumber = printed.Number.Length > 3 ? 9999 : circuit.LastNumber;
        var step = ChannelContinuity.Take(
            name,
            history.Channel(name, isOut: false),
            number,
            lastNumber,
            at,
            (cycle, of) => history.Number(name, isOut: false, cycle, of)
        );
        var after = step.After;
        plan.Numbers.AddRange(
            step.Entries.Select(entry =>
                entry.State == NumberState.Received && message.Transmission.IsCancelled
                    ? entry with
                    {
                        State = NumberState.Cancelled,
                    }
                    : entry
            )
        );
        if (second is { } other && Math.Max(first, other) == after.Next)
        {
            // One message under two numbers: it is filed under the lower, the higher is number only.
            var blanked = ChannelContinuity.Take(name, after, after.Next, lastNumber, at, (_, _) => null);
            plan.Numbers.AddRange(blanked.Entries.Select(entry => entry with { State = NumberState.Blanked }));
            after = blanked.After;
            plan.Blanked = TransmissionWriter.Number(name, Math.Max(first, other));
        }
        plan.Channels.Add(after);
        plan.ChannelKey = string.Create(CultureInfo.InvariantCulture, $"{name} {step.Cycle} {number}");
        plan.Number = TransmissionWriter.Number(name, number);
        plan.LastOfOld = step.LastOfOld;
        if (step.Event == ContinuityEvent.Gap)
        {
            plan.Notes.Add(new SwitchNote("channel", $"{plan.Number}: {step.Entries.Length - 1} numbers before it are open"));
        }
        else if (step.Event is not (ContinuityEvent.Expected or ContinuityEvent.First))
        {
            plan.Notes.Add(new SwitchNote("channel", $"{plan.Number}: {step.Event.ToString().ToUpperInvariant()}"));
        }
        return step.Event == ContinuityEvent.Again;
    }

    /// <summary>
    /// The second number of the preceding station that a message came under: one more or one less, behind the first in format line 1 (ZFU) or alone on a
    /// line inside (ZFV, TX-116).
    /// </summary>
    private static int? Second(Message message, ChannelNumber first)
    {
        ChannelNumber? next = message.Transmission.Pilots.IsEmpty ? message.Transmission.EarlierChannels.FirstOrDefault() : null;
        if (message.Findings.FirstOrDefault(finding => finding.Id == "TX-116") is { } inside)
        {
            var text = Encoding.ASCII.GetString(message.Raw.Span.Slice(inside.Span.Start, inside.Span.Length)).Trim();
            next = text.Length > 5 ? new ChannelNumber(text[..3], text[3..].Trim()) : next;
        }
        return next?.Designator == first.Designator && NumberOf(next) is { } second && Math.Abs(second - NumberOf(first)!.Value) == 1
            ? second
            : null;
    }

    private static int? NumberOf(ChannelNumber? printed) =>
        printed is not null && int.TryParse(printed.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
