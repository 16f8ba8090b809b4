using System.Runtime.InteropServices;

namespace Chancery.Cli;

/// <summary>The few calls of the C library that .NET has no like of.</summary>
internal static partial class Posix
{
    public const int BrokenPipe = 32;
    public const int WouldBlock = 11;
    public const int Interrupted = 4;

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, ref byte buffer, nint count);

    /// <summary>Waits until a descriptor can be written.</summary>
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollRequest request, nuint count, int milliseconds);

    /// <summary>Becomes another program: same process, so that signals and exit code are its own. Returns only where it failed.</summary>
    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Execute(string path, string?[] arguments, string?[] environment);

    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public const short CanWrite = 4;

        public int Descriptor;
        public short Events;
        public short Happened;
    }
}
