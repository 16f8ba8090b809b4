using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Chancery.Office;

/// <summary>Tells listeners what was just committed. Each listener applies <see cref="ReadingRights"/> himself.</summary>
public sealed class CommitFeed
{
    private const int Patience = 4096;
    private readonly Lock gate = new();
    private ImmutableArray<Listener> listeners = [];
    private ImmutableArray<(Channel<bool> Bell, string? Destination)> bells = [];

    /// <summary>True while the writer has more waiting: what can wait itself should.</summary>
    public bool IsBusy { get; internal set; }

    /// <summary>
    /// Every row committed from the call on. A null stands where a slow listener has lost the oldest rows: look at the list again.
    /// </summary>
    public IAsyncEnumerable<MessageRow?> Follow(CancellationToken cancellation)
    {
        var listener = new Listener();
        lock (gate)
        {
            listeners = listeners.Add(listener);
        }
        return Listen(listener, cancellation);
    }

    internal void Publish(IReadOnlyList<MessageRow> rows, IReadOnlySet<string>? queued = null)
    {
        foreach (var listener in listeners)
        {
            foreach (var row in rows)
            {
                listener.Rows.Writer.TryWrite(row);
            }
        }
        foreach (var (bell, destination) in bells)
        {
            if (destination is null || queued?.Contains(destination) == true)
            {
                bell.Writer.TryWrite(item: true);
            }
        }
    }

    /// <summary>
    /// A bell that rings at least once after each commit, or after each that queued something for a destination; many commits may ring once.
    /// </summary>
    public ChannelReader<bool> Bell(CancellationToken until, string? destination = null)
    {
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        lock (gate)
        {
            bells = bells.Add((bell, destination));
        }
        until.Register(() =>
        {
            lock (gate)
            {
                bells = bells.Remove((bell, destination));
            }
        });
        return bell.Reader;
    }

    private async IAsyncEnumerable<MessageRow?> Listen(Listener listener, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            await foreach (var row in listener.Rows.Reader.ReadAllAsync(cancellation))
            {
                if (listener.TakeGap())
                {
                    yield return null;
                }
                yield return row;
            }
        }
        finally
        {
            lock (gate)
            {
                listeners = listeners.Remove(listener);
            }
        }
    }

    private sealed class Listener
    {
        private int lost;

        public Listener() =>
            Rows = Channel.CreateBounded<MessageRow>(
                new BoundedChannelOptions(Patience) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
                _ => Interlocked.Exchange(ref lost, 1)
            );

        public Channel<MessageRow> Rows { get; }

        public bool TakeGap() => Interlocked.Exchange(ref lost, 0) != 0;
    }
}
