using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Storage.Sqlite;

/// <summary>
/// The lock of a store folder, held by the operating system for as long as the process lives: a killed one leaves none.
/// While a server runs, the file also tells the owner where he finds it.
/// </summary>
public sealed class StoreLock : IDisposable
{
    private readonly FileStream file;

    private StoreLock(FileStream file) => this.file = file;

    /// <summary>Tries to take the lock of a store folder, which is made where it is missing.</summary>
    /// <param name="folder">The store folder.</param>
    /// <returns>The lock where it was free; else who holds it.</returns>
    /// <exception cref="StoreException">The folder cannot be used; the message is for people.</exception>
    public static StoreLockAnswer TryAcquire(string folder)
    {
        var store = new StoreFolder(folder);
        store.Make();
        try
        {
            var options = StoreFile.PrivateFile(FileMode.OpenOrCreate);
            options.Share = FileShare.None;
            var held = new StoreLock(new FileStream(store.Lock, options));
            held.Write("");
            return new StoreLockAnswer(held, null, null);
        }
        catch (IOException)
        {
            var lines = Read(store.Lock).Split('\n');
            return lines.Length >= 2 && Uri.TryCreate(lines[0], UriKind.Absolute, out var address)
                ? new StoreLockAnswer(null, address, lines[1])
                : new StoreLockAnswer(null, null, null);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreException($"The store in {folder} belongs to somebody else: name another with --store.", fault);
        }
    }

    /// <summary>Writes where the owner's commands find the server that runs on this store.</summary>
    public void Announce(Uri address, string ownerToken) => Write($"{address.AbsoluteUri}\n{ownerToken}\n");

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        Write("");
        file.Dispose();
    }

    private void Write(string text)
    {
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(text));
        file.Flush(flushToDisk: false);
    }

    /// <summary>Reads the file although it is locked: .NET asks for a lock of its own at every open, so the system is asked directly.</summary>
    private static string Read(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return "";
        }
        var descriptor = Open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (descriptor < 0)
        {
            return "";
        }
        var bytes = new byte[4096];
        var count = Read(descriptor, bytes, bytes.Length);
        _ = Close(descriptor);
        return count > 0 ? Encoding.UTF8.GetString(bytes, 0, (int)count) : "";
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint Read(int descriptor, byte[] buffer, nint count);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Close(int descriptor);
}
