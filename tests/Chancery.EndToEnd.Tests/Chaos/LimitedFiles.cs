using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>For machines that let nobody mount a small disk: the files of one process may not grow beyond a limit, so that its writes fail.</summary>
internal sealed class LimitedFiles(string path) : IFullDisk
{
    private const long Least = 1024;

    /// <inheritdoc />
    public string Path => path;

    public static async Task<LimitedFiles> Make(TemporaryFolder folder)
    {
        Assert.SkipUnless(await Limit(Environment.ProcessId, null), "no prlimit on this machine");
        return new LimitedFiles(folder.Path);
    }

    /// <inheritdoc />
    public void Fill(int server, long left)
    {
        var longest = new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Max(file => file.Length);
        Assert.True(Limit(server, left == 0 ? Least : longest + left).GetAwaiter().GetResult());
    }

    /// <inheritdoc />
    public void Empty(int server) => Assert.True(Limit(server, null).GetAwaiter().GetResult());

    public void Dispose()
    {
        // The limit ends with the process.
    }

    private static async Task<bool> Limit(int process, long? bytes)
    {
        try
        {
            var limit = bytes is { } most ? most.ToString(CultureInfo.InvariantCulture) : "unlimited";
            using var setting = Process.Start(
                "prlimit",
                ["--pid", process.ToString(CultureInfo.InvariantCulture), $"--fsize={limit}:unlimited"]
            );
            await setting.WaitForExitAsync();
            return setting.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
