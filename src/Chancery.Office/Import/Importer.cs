using System.Runtime.ExceptionServices;
using System.Threading.Channels;

namespace Chancery.Office;

/// <summary>Files what lies in files, folders and archives. Run again after an interruption it adds only what is missing.</summary>
public sealed class Importer(
    Intake intake,
    Indexer indexer,
    MessageReader reader,
    OfficeSettings settings,
    CommitFeed feed,
    TimeProvider clock
)
{
    /// <summary>Inputs that are read or wait to be committed at the same time, so that a commit of single messages is worth its flush.</summary>
    private const int InFlight = 2048;

    /// <summary>How often filing looks whether the index has come nearer.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    private static readonly Task<IReadOnlyList<CommitResult>> Nothing = Task.FromResult<IReadOnlyList<CommitResult>>([]);

    /// <summary>
    /// Bytes of inputs that are read or wait to be committed at the same time, 16 MiB; one larger input goes alone. A message that was read takes five
    /// times its bytes, and what lives long costs the collector twice.
    /// </summary>
    internal long BytesUnderWay { get; init; } = 16L * 1024 * 1024;

    /// <summary>How many messages must wait before the index takes them while the import still runs: small batches make a slow index.</summary>
    internal int IndexBatch { get; init; } = 4_096;

    /// <summary>
    /// How far filing runs ahead of the index: what both do takes as long either way, but what is no longer at hand is fetched and read a second time.
    /// </summary>
    internal int MostAhead { get; init; } = 12_288;

    /// <summary>Imports; ends when the index has caught up.</summary>
    /// <param name="paths">Files, folders and archives; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Standard input.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told as it goes.</param>
    /// <param name="cancellation">Ends it between two groups; the summary then says that it was interrupted.</param>
    /// <exception cref="StoreException">The store failed; what was told as progress is filed.</exception>
    public async Task<ImportSummary> Run(
        IReadOnlyList<string> paths,
        Stream? standardInput,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var run = new ImportRun(clock.GetTimestamp());
        using var filing = new CancellationTokenSource();
        var measuring = progress is null ? Task.CompletedTask : Task.Run(() => Measure(paths, run, filing.Token), CancellationToken.None);
        var indexing = IndexMeanwhile(filing.Token);
        try
        {
            await FileAll(paths, standardInput, options, run, indexing, progress, cancellation);
            await filing.CancelAsync();
            await indexing;
            progress?.Report(run.Progress(indexed: true));
            await Task.Run(() => indexer.CatchUp(null, cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            run.Interrupted = true;
        }
        finally
        {
            await filing.CancelAsync();
            await indexing;
            await measuring;
        }
        return run.Summary(clock.GetElapsedTime(run.Started));
    }

    private static void Measure(IReadOnlyList<string> paths, ImportRun run, CancellationToken cancellation)
    {
        try
        {
            run.TotalBytes = InputWalker.Measure(paths, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The import ended before its files were counted.
        }
    }

    /// <summary>Reads on all processors, in flight at most so many inputs, and files them in their order.</summary>
    private async Task FileAll(
        IReadOnlyList<string> paths,
        Stream? standardInput,
        ImportOptions options,
        ImportRun run,
        Task indexing,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var inputs = Channel.CreateBounded<Task<ReadInput>>(
            new BoundedChannelOptions(InFlight) { SingleReader = true, SingleWriter = true }
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var flight = new BytesInFlight(BytesUnderWay);
        var walking = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var input in new InputWalker(settings.Limits).Walk(paths, standardInput, stop.Token))
                    {
                        await flight.Take(input.Bytes.Length, stop.Token);
                        await inputs.Writer.WriteAsync(Task.Run(() => Read(input, options), stop.Token), stop.Token);
                    }
                    inputs.Writer.Complete();
                }
                catch (OperationCanceledException fault)
                {
                    inputs.Writer.Complete(fault);
                }
            },
            CancellationToken.None
        );
        var filings = Channel.CreateBounded<Filing>(new BoundedChannelOptions(InFlight) { SingleReader = true, SingleWriter = true });
        var settling = SettleAll(filings.Reader, run, progress, flight, stop);
        try
        {
            await foreach (var reading in inputs.Reader.ReadAllAsync(stop.Token))
            {
                var input = await reading;
                // What is with the writer is filed whatever happens here: it belongs to the summary.
                if (input.Messages.Count == 0)
                {
                    await filings.Writer.WriteAsync(new Filing(input, 0, Nothing), CancellationToken.None);
                }
                for (var first = 0; first < input.Messages.Count; first += Intake.FilingSize)
                {
                    while (indexer.Behind > MostAhead && !indexing.IsCompleted)
                    {
                        await Task.Delay(Breath, clock, stop.Token);
                    }
                    var filed = intake.File(input.Group(first, Intake.FilingSize), CancellationToken.None);
                    await filings.Writer.WriteAsync(new Filing(input, first, filed), CancellationToken.None);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await walking;
            filings.Writer.Complete();
            await settling;
        }
    }

    /// <summary>
    /// Counts what is filed, in its order, and gives its bytes back to the walker. It must not wait for the next input: that may wait for these bytes.
    /// </summary>
    private static async Task SettleAll(
        ChannelReader<Filing> filings,
        ImportRun run,
        IProgress<ImportProgress>? progress,
        BytesInFlight flight,
        CancellationTokenSource stop
    )
    {
        ExceptionDispatchInfo? failure = null;
        await foreach (var (input, first, filed) in filings.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                if (first == 0)
                {
                    run.Begin(input);
                }
                var results = await filed;
                run.Filed(input, first, results);
                if (first + results.Count == input.Messages.Count)
                {
                    flight.Give(input.Input.Bytes.Length);
                }
                progress?.Report(run.Progress(indexed: false));
            }
            catch (Exception fault)
            {
                failure ??= ExceptionDispatchInfo.Capture(fault);
                await stop.CancelAsync();
            }
        }
        failure?.Throw();
    }

    private ReadInput Read(WalkedInput input, ImportOptions options)
    {
        if (input.Problem is not null || input.Bytes.IsEmpty)
        {
            return new ReadInput(input, []);
        }
        var origin = new Origin(options.Door, input.Name);
        var unmarked = options.Unmarked ?? settings.UnmarkedLevel;
        var messages = reader.ReadAll(input.Bytes);
        return new ReadInput(
            input,
            [.. messages.Select(message => Intake.Prepare(message, origin, options.Sender, filing: true, unmarked, settings.Rights))]
        );
    }

    /// <summary>Indexes in large batches while messages are still being filed.</summary>
    private async Task IndexMeanwhile(CancellationToken cancellation)
    {
        var bell = feed.Bell(cancellation);
        try
        {
            do
            {
                bell.TryRead(out _);
                if (indexer.Behind >= IndexBatch)
                {
                    await Task.Run(() => indexer.CatchUp(null, CancellationToken.None), CancellationToken.None);
                }
            } while (await bell.WaitToReadAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // Filing is done: the rest is indexed in one go.
        }
    }

    /// <summary>Messages of an input that are with the writer, from <paramref name="First"/> on.</summary>
    private sealed record Filing(ReadInput Input, int First, Task<IReadOnlyList<CommitResult>> Filed);
}
