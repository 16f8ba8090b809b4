namespace Chancery.EndToEnd.Tests;

/// <summary>Waits on what another program does.</summary>
internal static class Until
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until it holds; fails after a minute, or after so many.</summary>
    public static async Task Holds(Func<Task<bool>> condition, string what, int minutes = 1)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
        using var timer = new PeriodicTimer(Look);
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{(minutes == 1 ? "A minute" : $"{minutes} minutes")} went by and {what} did not happen.");
            }
        }
    }

    public static Task Holds(Func<bool> condition, string what, int minutes = 1) =>
        Holds(() => Task.FromResult(condition()), what, minutes);
}
