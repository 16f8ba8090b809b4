namespace Chancery.Office;

/// <summary>Fills the index behind the commits.</summary>
public sealed class Indexer
{
    private const int BatchSize = 8_192;

    /// <summary>The calling one, which may be a quiet one.</summary>
    private const int OneThread = 1;
    private const int AllThreads = -1;

    /// <summary>How many messages are indexed in each <see cref="Pause"/> while acceptance is busy.</summary>
    private const int BusyBatch = 128;

    /// <summary>So many accepted in a <see cref="Pause"/> are a burst, which goes first.</summary>
    private const int Burst = 500;

    /// <summary>The least time between two turns: what comes one by one is indexed together, and merged when no more comes.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>How long the index may be behind before it no longer gives way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly IMessageStore store;
    private readonly ISearchIndex index;
    private readonly MessageReader reader;
    private readonly JustFiled justFiled;
    private long seen;
    private long seenAt;

    /// <summary>An indexer that reads every message itself.</summary>
    public Indexer(IMessageStore store, ISearchIndex index, MessageReader reader, TimeProvider clock)
        : this(store, index, reader, new JustFiled(), clock) { }

    internal Indexer(IMessageStore store, ISearchIndex index, MessageReader reader, JustFiled justFiled, TimeProvider clock)
    {
        this.clock = clock;
        this.store = store;
        this.index = index;
        this.reader = reader;
        this.justFiled = justFiled;
    }

    /// <summary>True where everything accepted is in the index.</summary>
    public bool IsCaughtUp => Behind == 0;

    /// <summary>How many accepted messages are not in the index yet.</summary>
    public long Behind => Math.Max(0, store.LastNumber - index.Watermark);

    /// <summary>
    /// Works until cancelled, on a thread that accepting and delivering go before: waits for commits, lets a burst of acceptance go first, tidies up when
    /// nothing comes.
    /// </summary>
    public Task Run(CommitFeed feed, CancellationToken cancellation)
    {
        var bell = feed.Bell(cancellation);
        return QuietThread.Run(() =>
        {
            var current = clock.GetTimestamp();
            Look();
            do
            {
                bell.TryRead(out _);
                while (clock.GetElapsedTime(current) < Patience && GivesWay(feed, cancellation))
                {
                    CatchUp(BusyBatch, OneThread, null, cancellation);
                }
                CatchUp(long.MaxValue, OneThread, null, cancellation);
                current = clock.GetTimestamp();
                Rest(Breath, cancellation);
                while (!bell.TryPeek(out _) && IsCaughtUp && index.Tidy())
                {
                    cancellation.ThrowIfCancellationRequested();
                }
            } while (bell.WaitToReadAsync(cancellation).AsTask().GetAwaiter().GetResult());
        });
    }

    /// <summary>True, after a pause, where acceptance needs the machine more than the index does.</summary>
    private bool GivesWay(CommitFeed feed, CancellationToken cancellation)
    {
        if (!feed.IsBusy && Behind < Burst && !Look())
        {
            justFiled.Rests = false;
            return false;
        }
        justFiled.Rests = true;
        var before = store.LastNumber;
        Rest(Pause, cancellation);
        return feed.IsBusy || store.LastNumber - before >= Burst;
    }

    private void Rest(TimeSpan time, CancellationToken cancellation) => Task.Delay(time, clock, cancellation).GetAwaiter().GetResult();

    /// <summary>True where messages came since the last look as fast as in a burst.</summary>
    private bool Look()
    {
        var (before, then) = (seen, seenAt);
        (seen, seenAt) = (store.LastNumber, clock.GetTimestamp());
        return seen > before && (seen - before) * Pause.Ticks >= Burst * clock.GetElapsedTime(then, seenAt).Ticks;
    }

    /// <summary>Indexes everything that is in the store now.</summary>
    /// <param name="progress">Told the number of messages indexed.</param>
    /// <param name="cancellation">Stops within the batch in hand, which is then not in the index.</param>
    public void CatchUp(IProgress<long>? progress, CancellationToken cancellation) =>
        CatchUp(long.MaxValue, AllThreads, progress, cancellation);

    private void CatchUp(long most, int threads, IProgress<long>? progress, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (index.Watermark > store.LastNumber)
            {
                // The store was put back to an earlier state: what the index holds is not what it says.
                index.Clear();
            }
            RestoreMissing(threads, cancellation);
            var done = 0L;
            var until = Math.Min(store.LastNumber, most == long.MaxValue ? most : index.Watermark + most);
            while (index.Watermark < until)
            {
                cancellation.ThrowIfCancellationRequested();
                var size = Math.Min(BatchSize, until - index.Watermark);
                IReadOnlyList<IndexedMessage> batch = justFiled.Take(index.Watermark, (int)size, out var missing);
                if (batch.Count == 0)
                {
                    batch = MakeTerms(store.Scan(index.Watermark, (int)Math.Min(size, missing)), threads, cancellation);
                }
                if (batch.Count == 0)
                {
                    return;
                }
                index.Add(batch, cancellation);
                done += batch.Count;
                progress?.Report(done);
            }
        }
    }

    /// <summary>Makes the index anew.</summary>
    public void Rebuild(IProgress<long>? progress, CancellationToken cancellation)
    {
        lock (gate)
        {
            index.Clear();
            CatchUp(progress, cancellation);
        }
    }

    /// <summary>
    /// Changes a message that the index may hold: it is in no answer of the index from before the change until it was added again with what holds then.
    /// </summary>
    /// <param name="number">Its row number.</param>
    /// <param name="change">Changes it in the store.</param>
    public void Changing(long number, Action change)
    {
        index.Mask([number]);
        change();
        lock (gate)
        {
            if (number > index.Watermark)
            {
                CatchUp(null, CancellationToken.None);
            }
            // Once more: whoever caught up between the mask and the change has added what no longer holds.
            index.Mask([number]);
            RestoreMissing(AllThreads, CancellationToken.None);
        }
    }

    /// <summary>Adds again what was masked because its rights changed.</summary>
    private void RestoreMissing(int threads, CancellationToken cancellation)
    {
        lock (gate)
        {
            foreach (var numbers in index.Missing().Chunk(1000))
            {
                var batch = numbers.SelectMany(number => store.Scan(number - 1, 1)).ToList();
                index.Restore(MakeTerms(batch, threads, cancellation));
            }
        }
    }

    private IndexedMessage[] MakeTerms(IReadOnlyList<StoredMessage> batch, int threads, CancellationToken cancellation)
    {
        var made = new IndexedMessage[batch.Count];
        Parallel.For(
            0,
            batch.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new IndexTerms(),
            (i, _, terms) =>
            {
                made[i] = terms.Make(batch[i], reader.Read(batch[i].Raw));
                return terms;
            },
            _ => { }
        );
        return made;
    }
}
