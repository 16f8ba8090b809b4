namespace Chancery.Office;

/// <summary>
/// Watches the clock of the machine. Acceptance orders messages and numbers by it, so nothing is accepted while it stands before what was accepted last; a
/// leap forward cannot be told from the truth, and is told for a while.
/// </summary>
public sealed class ClockWatch
{
    /// <summary>How far the clock may be set back without anybody being told: machines correct themselves by less.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan ToldFor = TimeSpan.FromMinutes(10);
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private DateTimeOffset latest;
    private DateTimeOffset before;
    private long beforeStamp;
    private long? leaptAt;

    /// <summary>Begins to watch.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="last">When the last message was accepted; null in an empty store.</param>
    internal ClockWatch(TimeProvider clock, DateTimeOffset? last)
    {
        this.clock = clock;
        latest = last ?? DateTimeOffset.MinValue;
        (before, beforeStamp) = (clock.GetUtcNow(), clock.GetTimestamp());
    }

    /// <summary>A message was accepted at this time.</summary>
    internal void Accepted(DateTimeOffset at)
    {
        lock (gate)
        {
            latest = at > latest ? at : latest;
        }
    }

    /// <summary>Why nothing is accepted by this clock; null where it is in order.</summary>
    internal string? Objection()
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            return latest - now > Tolerance
                ? $"The clock of this machine ({now:yyyy-MM-dd HH:mm}Z) stands before the last accepted message ({latest:yyyy-MM-dd HH:mm}Z): set it right."
                : null;
        }
    }

    /// <summary>What is wrong with the clock; null where nothing is.</summary>
    internal HealthTrouble? Trouble()
    {
        if (Objection() is { } objection)
        {
            return new HealthTrouble("clock", objection, StopsAcceptance: true);
        }
        lock (gate)
        {
            var (now, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());
            var leap = now - before - clock.GetElapsedTime(beforeStamp, stamp);
            if (leap.Duration() > Tolerance)
            {
                leaptAt = stamp;
            }
            (before, beforeStamp) = (now, stamp);
            return leaptAt is { } at && clock.GetElapsedTime(at, stamp) < ToldFor
                ? new HealthTrouble("clock", "The clock of this machine has leapt: see whether it is right.", IsForStaff: true)
                : null;
        }
    }
}
