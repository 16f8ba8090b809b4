namespace Chancery.Office;

/// <summary>How far the numbers of a channel have got, in one direction (transmission.md 5.3). Kept with the message whose number moved it.</summary>
/// <param name="Name">The channel designator; behind the circuit's name where it is not the circuit's own.</param>
/// <param name="IsOut">True for what we send.</param>
/// <param name="Cycle">Counts the series of numbers from 1: a new one begins each day or after the last number.</param>
/// <param name="Next">The number that comes next.</param>
/// <param name="At">When a number last came or went.</param>
public sealed record ChannelState(string Name, bool IsOut, long Cycle, int Next, DateTimeOffset At)
{
    /// <summary>The number before <see cref="Next"/>; 0 where there is none in this series.</summary>
    public int Last => Next - 1;
}
