using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Chancery.Bench.Accept;

/// <summary>What the disk itself does: bare appends, each flushed, and a count of what is flushed by anybody.</summary>
internal static partial class FlushProbe
{
    private const int FlushesColumn = 18;

    /// <summary>Appends of 2 KB a second, each followed by fdatasync.</summary>
    public static double AppendsASecond(string folder, TimeSpan time)
    {
        using var file = File.Create(Path.Combine(folder, "appends"));
        var block = new byte[2048];
        var started = Stopwatch.GetTimestamp();
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < time)
        {
            file.Write(block);
            file.Flush();
            if (FlushData(file.SafeFileHandle.DangerousGetHandle().ToInt32()) != 0)
            {
                throw new IOException($"fdatasync failed with {Marshal.GetLastPInvokeError()}");
            }
            count++;
        }
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Flushes that the device under a folder has done so far, by whoever asked; null where the system does not count them.</summary>
    public static long? DeviceFlushes(string folder)
    {
        if (!File.Exists("/proc/diskstats") || DeviceOf(folder) is not { } device)
        {
            return null;
        }
        foreach (var line in File.ReadLines("/proc/diskstats"))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > FlushesColumn && words[2] == device)
            {
                return long.Parse(words[FlushesColumn], CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

    private static string? DeviceOf(string folder)
    {
        string? device = null;
        var longest = -1;
        foreach (var line in File.ReadLines("/proc/self/mounts"))
        {
            var words = line.Split(' ');
            if (words[0].StartsWith("/dev/", StringComparison.Ordinal) && Holds(words[1], folder) && words[1].Length > longest)
            {
                (device, longest) = (words[0]["/dev/".Length..], words[1].Length);
            }
        }
        return device;
    }

    private static bool Holds(string mount, string folder) =>
        mount == "/" || folder.StartsWith(mount + "/", StringComparison.Ordinal) || folder == mount;

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int FlushData(int file);
}
