namespace Chancery.Office;

/// <summary>The rules for what the office itself writes: queued where it was written for, never answered, never a duplicate.</summary>
internal sealed class OwnTraffic(ImmutableArray<NewDelivery> deliveries, ImmutableArray<NumberEntry> numbers) : ITrafficRules
{
    public TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at)
    {
        // What it reports may have come meanwhile: then nothing is said now, and the rest at the next look.
        var isStale = numbers.Any(number =>
            history.Number(number.Channel, number.IsOut, number.Cycle, number.Number) is not { State: NumberState.Open }
        );
        return isStale ? new TrafficDecision { IsDropped = true } : new TrafficDecision { Deliveries = deliveries, Numbers = numbers };
    }
}
