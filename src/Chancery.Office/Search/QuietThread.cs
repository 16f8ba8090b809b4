using System.Runtime.InteropServices;

namespace Chancery.Office;

/// <summary>
/// A thread that all others go before: for work that is wanted and that nobody waits for. Where the system cannot do that it is a thread as any other.
/// </summary>
internal static class QuietThread
{
    /// <summary>As far back as still leaves it a tenth of a processor that others want whole.</summary>
    private const int Nice = 10;

    private const int OneThread = 0;

    /// <summary>Does something on such a thread; it must not leave it.</summary>
    public static Task Run(Action work)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            StepBack();
            try
            {
                work();
                done.SetResult();
            }
            catch (OperationCanceledException cancelled)
            {
                done.SetCanceled(cancelled.CancellationToken);
            }
            catch (Exception fault)
            {
                done.SetException(fault);
            }
        })
        {
            IsBackground = true,
            Name = "quiet",
        };
        thread.Start();
        return done.Task;
    }

    private static void StepBack()
    {
        if (OperatingSystem.IsLinux())
        {
            // Of the calling thread alone, which only Linux knows; to go back is allowed to everybody.
            _ = SetPriority(OneThread, 0, Nice);
        }
        else
        {
            Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetPriority(int which, int who, int nice);
}
