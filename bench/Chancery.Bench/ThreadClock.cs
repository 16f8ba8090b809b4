using System.Runtime.InteropServices;

namespace Chancery.Bench;

/// <summary>Processor time of the thread that asks: what a busy machine changes little. Linux only; elsewhere there is none.</summary>
internal static partial class ThreadClock
{
    private const int OfThread = 3;

    /// <summary>Milliseconds of processor time since the thread began; null where the system does not tell.</summary>
    public static double? Now =>
        OperatingSystem.IsLinux() && Get(OfThread, out var time) == 0 ? (time.Seconds * 1e3) + (time.Nanoseconds / 1e6) : null;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Get(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
