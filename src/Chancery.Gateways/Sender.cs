namespace Chancery.Gateways;

/// <summary>Takes what is queued for one destination, one after the other by precedence, and tries again after growing pauses what could not be sent.</summary>
internal abstract class Sender(string destination, RunningOffice office, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly CancellationTokenSource ending = new();
    private Task work = Task.CompletedTask;

    protected RunningOffice Office => office;

    /// <summary>Begins.</summary>
    public void Open() => work = Task.Run(Work, CancellationToken.None);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    /// <summary>Sends one; says how, or throws an <see cref="IOException"/> where it could not.</summary>
    protected abstract Task<string> Send(WorkItem item, CancellationToken cancellation);

    private async Task Work()
    {
        var bell = office.Feed.Bell(ending.Token, destination);
        while (!ending.IsCancellationRequested)
        {
            if (office.Queue.Lease(destination, LeaseLength, channel: null) is not { } item)
            {
                using var round = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
                await Task.WhenAny(bell.WaitToReadAsync(round.Token).AsTask(), Task.Delay(Round, clock, round.Token));
                await round.CancelAsync();
                bell.TryRead(out _);
                continue;
            }
            try
            {
                office.Queue.Deliver(item, await Send(item, ending.Token));
            }
            catch (OperationCanceledException)
            {
                office.Queue.GiveBack(item, TimeSpan.Zero, "the office is closing");
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // The destination waits as a whole: what comes behind would fail as well.
                var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(item.Tries, 12))));
                office.Queue.GiveBack(item, pause, fault.Message);
                await Task.Delay(pause < Round * 5 ? pause : Round * 5, clock, ending.Token);
            }
        }
    }
}
