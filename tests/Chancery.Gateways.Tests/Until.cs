namespace Chancery.Gateways.Tests;

/// <summary>Waits for what another thread does.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Until it holds; a test that waits a minute has failed.</summary>
    public static async Task Holds(Func<bool> holds, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"There was no {what}.");
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
