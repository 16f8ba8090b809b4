using System.Globalization;

namespace Chancery.Office.Tests;

public sealed class QuietThreadTests
{
    [Fact]
    public async Task Others_go_before_what_runs_quietly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells how nice a thread is.");
        var (quiet, caller) = (0, Nice());

        await QuietThread.Run(() => quiet = Nice());

        Assert.Equal(10, quiet);
        // Only that thread steps back, not the process.
        Assert.Equal(caller, Nice());
    }

    [Fact]
    public async Task What_fails_quietly_is_told_to_whoever_waits() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => QuietThread.Run(() => throw new InvalidDataException()));

    [Fact]
    public async Task What_is_cancelled_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var work = QuietThread.Run(() => stop.Token.ThrowIfCancellationRequested());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.True(work.IsCanceled);
    }

    /// <summary>The 19th field of the calling thread's <c>stat</c>, the 17th behind the name in brackets.</summary>
    private static int Nice()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[16], CultureInfo.InvariantCulture);
    }
}
