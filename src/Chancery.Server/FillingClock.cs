namespace Chancery.Server;

/// <summary>The clock of the demo: while its store is filled, the time at which the traffic would have come; afterwards the true time.</summary>
internal sealed class FillingClock(TimeProvider clock) : TimeProvider
{
    private long ticks;

    /// <summary>Sets the time, or goes back to the true one.</summary>
    public void Show(DateTimeOffset? at) => Interlocked.Exchange(ref ticks, at?.UtcTicks ?? 0);

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref ticks) is var at and > 0 ? new DateTimeOffset(at, TimeSpan.Zero) : clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
