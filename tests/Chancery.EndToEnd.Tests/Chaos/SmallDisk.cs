using System.Diagnostics;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>A file system of its own of 48 MB, in a file; skips the test, saying why, where this machine lets nobody mount one.</summary>
internal sealed class SmallDisk : IFullDisk
{
    private const long Size = 48L * 1024 * 1024;
    private readonly string ballast;

    private SmallDisk(string path)
    {
        Path = path;
        ballast = System.IO.Path.Combine(path, "ballast");
    }

    /// <inheritdoc />
    public string Path { get; }

    public static async Task<SmallDisk> Mount(TemporaryFolder folder)
    {
        var (file, path) = (System.IO.Path.Combine(folder.Path, "disk.img"), System.IO.Path.Combine(folder.Path, "disk"));
        Directory.CreateDirectory(path);
        await using (var image = File.Create(file))
        {
            image.SetLength(Size);
        }
        var made = await Do("mkfs.ext4", "-q", "-F", file) && await Do("mount", "-o", "loop", file, path);
        Assert.SkipUnless(made, "no loop mount on this machine (it takes root)");
        return new SmallDisk(path);
    }

    /// <inheritdoc />
    public void Fill(int server, long left)
    {
        using var file = File.Create(ballast);
        var block = new byte[64 * 1024];
        while (new DriveInfo(Path).AvailableFreeSpace > left + block.Length)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc />
    public void Empty(int server) => File.Delete(ballast);

    public void Dispose()
    {
        using var umount = Process.Start("umount", ["-l", Path]);
        umount.WaitForExit();
    }

    private static async Task<bool> Do(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
