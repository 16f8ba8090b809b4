using System.Globalization;
using System.Text;

namespace Chancery.Office;

/// <summary>Does what a short service message from the station at the other end asks for (transmission.md 5.3, 5.4).</summary>
internal static class ServiceOrders
{
    private const int MostNumbers = 100;

    /// <summary>Follows one message; what is no order is noted only.</summary>
    public static void Follow(
        Message message,
        CircuitSettings circuit,
        ServiceMessages services,
        ISwitchHistory history,
        DateTimeOffset at,
        TrafficPlan plan
    )
    {
        var groups = Groups(message);
        for (var i = 0; i < groups.Length; i++)
        {
            var isQuestion = i > 0 && groups[i - 1] == "INT";
            switch (groups[i])
            {
                // Reported open, or asked for: what went out under the number goes again under a new one (V39, 5.3).
                case "ZDK" when isQuestion:
                case "ZFX":
                    foreach (var number in groups.Skip(i + 1).Take(MostNumbers).TakeWhile(group => IsNumber(group, circuit)))
                    {
                        Repeat(number, circuit, history, plan);
                    }
                    break;
                case "ZID":
                    var sent = history.Channel(circuit.OutDesignator, isOut: true)?.Last ?? 0;
                    plan.Services.Add(services.Make(circuit, "last-sent", TransmissionWriter.Number(circuit.OutDesignator, sent), "", at));
                    break;
                case "ZBZ" when isQuestion:
                    plan.Services.Add(services.Make(circuit, "readability", "", "", at));
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// A station could not deliver a message of ours (ZEQ4, transmission.md 5.5). Where its copy was garbled the whole message goes there again, which
    /// format line 4 says (ZEQ6), once; what needs another address, or fails again, waits for a person.
    /// </summary>
    public static void Protect(Message message, RoutingTable routes, ISwitchHistory history, TrafficPlan plan)
    {
        var groups = Groups(message);
        var at = Array.IndexOf(groups, "ZEQ4");
        if (at < 1 || groups[at - 1] != "SVC" || groups.Length < at + 4 || !routes.IsOurs(groups[at + 1]))
        {
            return;
        }
        var identity = string.Join(' ', groups[(at + 1)..(at + 4)]);
        var station = message.Transmission.Station?.RoutingIndicator ?? "";
        var sent = history.Transmission(identity);
        var copies = sent is { } known ? history.DeliveriesOf(known) : [];
        var again = copies
            .Where(copy => copy.Called.Contains(station))
            .Select(copy => copy.Destination)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (groups[^1] == "GARBLED" && again.Count > 0 && copies.All(copy => !copy.IsSentAgain))
        {
            plan.Repetitions.AddRange(again.Select(destination => new Repetition(sent!.Value, destination) { IsSaid = true }));
            plan.Notes.Add(new SwitchNote("service", $"{identity} goes again to {station}"));
            return;
        }
        plan.Hold = new HoldReason("ZEQ4", $"{station} cannot deliver {identity}: send it anew to the right station, then close this.");
    }

    /// <summary>Stops the clock of each FLASH of ours that is receipted (<c>R Z</c> and its number, transmission.md 3.2 P8c).</summary>
    public static void Receipted(Message message, CircuitSettings circuit, ISwitchHistory history, DateTimeOffset at, TrafficPlan plan)
    {
        var groups = Groups(message);
        for (var i = 2; i < groups.Length; i++)
        {
            if (
                groups[i - 2] == "R"
                && groups[i - 1] == "Z"
                && IsNumber(groups[i], circuit)
                && Sent(groups[i], circuit, history) is { State: NumberState.Sent } sent
            )
            {
                plan.Numbers.Add(sent with { State = NumberState.Receipted, At = at });
            }
        }
    }

    private static void Repeat(string number, CircuitSettings circuit, ISwitchHistory history, TrafficPlan plan)
    {
        if (Sent(number, circuit, history)?.Message is { } message)
        {
            plan.Repetitions.Add(new Repetition(message, NewDelivery.Circuit(circuit.Name)));
        }
        else
        {
            plan.Notes.Add(new SwitchNote("service", $"{number} was not used here"));
        }
    }

    /// <summary>What became of a number of ours; null where it was not used.</summary>
    private static NumberEntry? Sent(string number, CircuitSettings circuit, ISwitchHistory history)
    {
        var channel = circuit.OutDesignator;
        var state = history.Channel(channel, isOut: true);
        if (state is null || !int.TryParse(number.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            return null;
        }
        // A number above the last one of this series is one of the series before.
        return history.Number(channel, isOut: true, wanted < state.Next ? state.Cycle : state.Cycle - 1, wanted);
    }

    private static bool IsNumber(string group, CircuitSettings circuit) =>
        group.Length is 6 or 7 && group.StartsWith(circuit.OutDesignator, StringComparison.Ordinal) && group.Skip(3).All(char.IsAsciiDigit);

    private static string[] Groups(Message message)
    {
        var text = new StringBuilder();
        foreach (var part in message.Parts)
        {
            if (part.FormatLine == 12)
            {
                text.Append(Encoding.Latin1.GetString(message.Raw.Span.Slice(part.Span.Start, part.Span.Length))).Append(' ');
            }
        }
        return text.ToString().Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
