namespace Chancery.Web.Tests;

/// <summary>The true clock, put forward when a test says so: timers run as ever, sessions grow old at once.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public void Forward(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref shift));
}
