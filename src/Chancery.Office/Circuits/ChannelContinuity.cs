namespace Chancery.Office;

/// <summary>
/// The rules of channel continuity (transmission.md 5.3): a transmission under every number, none twice, none missing. Only tells what a number
/// changes; what is kept is kept by the store in the commit of the message.
/// </summary>
public static class ChannelContinuity
{
    /// <summary>A number so many or more ahead is no gap: the other station has begun elsewhere.</summary>
    private const int Window = 100;

    /// <summary>The channel of a circuit on which a designator counts: numbers of another designator have a series of their own.</summary>
    public static string ChannelName(string circuit, string designator) => designator == circuit ? circuit : $"{circuit} {designator}";

    /// <summary>What a received number changes.</summary>
    /// <param name="name">The channel.</param>
    /// <param name="before">The channel so far; null where nothing ever came.</param>
    /// <param name="number">The number, from 1.</param>
    /// <param name="lastNumber">The last number of a series.</param>
    /// <param name="at">When it came.</param>
    /// <param name="known">What is recorded for a number of a series; null where nothing is.</param>
    public static ContinuityStep Take(
        string name,
        ChannelState? before,
        int number,
        int lastNumber,
        DateTimeOffset at,
        Func<long, int, NumberEntry?> known
    )
    {
        if (before is null)
        {
            return Step(ContinuityEvent.First, name, 1, number, lastNumber, at);
        }
        if (number == before.Next)
        {
            return Step(ContinuityEvent.Expected, name, before.Cycle, number, lastNumber, at);
        }
        if (known(before.Cycle, number) is { } entry)
        {
            return entry.State is NumberState.Open or NumberState.Reported ? Late(before, before.Cycle, number, at)
                : number == 1 && IsNewSeries(before, at) ? New(name, before, number, lastNumber, at)
                : Again(before, before.Cycle, at);
        }
        if (number > before.Next && known(before.Cycle - 1, number) is { } old)
        {
            if (old.State is NumberState.Open or NumberState.Reported)
            {
                return Late(before, before.Cycle - 1, number, at);
            }
            if (number - before.Next > lastNumber - Window)
            {
                // Shortly before the end of the series that has just ended: it comes again.
                return Again(before, before.Cycle - 1, at);
            }
        }
        if (number == 1)
        {
            return New(name, before, number, lastNumber, at);
        }
        if (number > before.Next && number - before.Next < Window)
        {
            var step = Step(ContinuityEvent.Gap, name, before.Cycle, number, lastNumber, at);
            return step with { Entries = [.. Open(name, before.Cycle, before.Next, number - 1, at), .. step.Entries] };
        }
        if (number < before.Next && before.Next - number > lastNumber - Window)
        {
            // The series ended meanwhile: what is missing lies on both sides of its end.
            var step = Step(ContinuityEvent.Gap, name, before.Cycle + 1, number, lastNumber, at);
            return step with
            {
                Entries =
                [
                    .. Open(name, before.Cycle, before.Next, lastNumber, at),
                    .. Open(name, before.Cycle + 1, 1, number - 1, at),
                    .. step.Entries,
                ],
            };
        }
        return Step(ContinuityEvent.Jump, name, before.Cycle, number, lastNumber, at);
    }

    /// <summary>001 begins a new series where a day has changed since the last number; within a day it is that number again.</summary>
    private static bool IsNewSeries(ChannelState before, DateTimeOffset at) => before.At.UtcDateTime.Date != at.UtcDateTime.Date;

    private static ContinuityStep New(string name, ChannelState before, int number, int lastNumber, DateTimeOffset at) =>
        Step(ContinuityEvent.Reset, name, before.Cycle + 1, number, lastNumber, at) with
        {
            LastOfOld = before.Last,
        };

    private static ContinuityStep Late(ChannelState before, long cycle, int number, DateTimeOffset at) =>
        new(
            ContinuityEvent.Late,
            before with
            {
                At = at,
            },
            [new NumberEntry(before.Name, IsOut: false, cycle, number, NumberState.Late, at)],
            0
        )
        {
            Cycle = cycle,
        };

    private static ContinuityStep Again(ChannelState before, long cycle, DateTimeOffset at) =>
        new(ContinuityEvent.Again, before with { At = at }, [], 0) { Cycle = cycle };

    private static ContinuityStep Step(ContinuityEvent what, string name, long cycle, int number, int lastNumber, DateTimeOffset at)
    {
        var (nextCycle, next) = number >= lastNumber ? (cycle + 1, 1) : (cycle, number + 1);
        return new ContinuityStep(
            what,
            new ChannelState(name, IsOut: false, nextCycle, next, at),
            [new NumberEntry(name, IsOut: false, cycle, number, NumberState.Received, at)],
            0
        )
        {
            Cycle = cycle,
        };
    }

    private static IEnumerable<NumberEntry> Open(string name, long cycle, int first, int last, DateTimeOffset at)
    {
        for (var number = first; number <= last; number++)
        {
            yield return new NumberEntry(name, IsOut: false, cycle, number, NumberState.Open, at);
        }
    }
}
