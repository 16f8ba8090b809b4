using System.Collections.Concurrent;
using System.Diagnostics;

namespace Chancery.Bench.Accept;

/// <summary>Senders that send at once for a while; counts what was acknowledged and how long each took.</summary>
internal sealed class Burst
{
    private readonly ConcurrentBag<List<double>> waits = [];
    private long until;
    private volatile IOException? fault;

    /// <summary>True while the burst lasts.</summary>
    public bool Lasts => Stopwatch.GetTimestamp() < until;

    /// <summary>Acknowledged messages.</summary>
    public int Count { get; private set; }

    /// <summary>Seconds from the first to the last.</summary>
    public double Seconds { get; private set; }

    /// <summary>Milliseconds from sending to acknowledgement, in order.</summary>
    public IReadOnlyList<double> Waits { get; private set; } = [];

    /// <summary>Milliseconds within which this share was acknowledged.</summary>
    public double Wait(double share) => Waits[Math.Min(Waits.Count - 1, (int)(Waits.Count * share))];

    /// <summary>Runs one sender a thread; a sender is given the burst and a list for its times.</summary>
    public static Burst Run(TimeSpan time, IReadOnlyList<Action<Burst, List<double>>> senders)
    {
        var burst = new Burst();
        var started = Stopwatch.GetTimestamp();
        burst.until = started + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var threads = senders
            .Select(sender => new Thread(() =>
            {
                var mine = new List<double>(1 << 16);
                try
                {
                    sender(burst, mine);
                }
                catch (IOException fault)
                {
                    burst.fault = fault;
                }
                catch (System.Net.Sockets.SocketException fault)
                {
                    burst.fault = new IOException(fault.Message, fault);
                }
                burst.waits.Add(mine);
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        if (burst.fault is { } fault)
        {
            throw new IOException($"A sender was cut off: {fault.Message}", fault);
        }
        burst.Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        burst.Waits = [.. burst.waits.SelectMany(one => one).Order()];
        burst.Count = burst.Waits.Count;
        return burst;
    }
}
