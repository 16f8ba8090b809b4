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
    private const int GroupSize = 512;

    /// <summary>Inputs that are read or wait to be committed at the same time, so that a commit of single messages is worth its flush.</summary>
    private const int InFlight = 1024;

    /// <summary>Bytes of inputs that are read or wait to be committed at the same time; one larger input goes alone.</summary>
    private const long BytesUnderWay = 64L * 1024 * 1024;

    /// <summary>How many messages must wait before the index takes them while the import still runs: small batches make a slow index.</summary>
    private const int IndexBatch = 8_192;

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
            await FileAll(paths, standardInput, options, run, progress, cancellation);
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
        var commits = new Queue<(Task<IReadOnlyList<CommitResult>> Done, ReadInput Input, int First)>();
        try
        {
            await foreach (var reading in inputs.Reader.ReadAllAsync(stop.Token))
            {
                var input = await reading;
                run.Begin(input);
                if (input.Messages.Count == 0)
                {
                    flight.Give(input.Input.Bytes.Length);
                }
                for (var first = 0; first < input.Messages.Count; first += GroupSize)
                {
                    commits.Enqueue((intake.File(input.Group(first, GroupSize), CancellationToken.None), input, first));
                    while (commits.Count > InFlight || (commits.Count > 0 && commits.Peek().Done.IsCompleted))
                    {
                        await Settle(commits, run, progress, flight);
                    }
                }
            }
        }
        finally
        {
            // What is with the writer is filed whatever happens here: it belongs to the summary.
            await stop.CancelAsync();
            await walking;
            while (commits.Count > 0)
            {
                await Settle(commits, run, progress, flight);
            }
        }
    }

    private static async Task Settle(
        Queue<(Task<IReadOnlyList<CommitResult>> Done, ReadInput Input, int First)> commits,
        ImportRun run,
        IProgress<ImportProgress>? progress,
        BytesInFlight flight
    )
    {
        var (done, input, first) = commits.Dequeue();
        var results = await done;
        run.Filed(input, first, results);
        if (first + results.Count == input.Messages.Count)
        {
            flight.Give(input.Input.Bytes.Length);
        }
        progress?.Report(run.Progress(indexed: false));
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
            while (await bell.WaitToReadAsync(cancellation))
            {
                bell.TryRead(out _);
                if (indexer.Behind >= IndexBatch)
                {
                    await Task.Run(() => indexer.CatchUp(null, CancellationToken.None), CancellationToken.None);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Filing is done: the rest is indexed in one go.
        }
    }
}
