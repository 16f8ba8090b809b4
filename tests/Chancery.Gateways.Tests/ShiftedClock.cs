namespace Chancery.Gateways.Tests;

/// <summary>The true clock, put forward when a test says so.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public void Forward(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shift));
}
