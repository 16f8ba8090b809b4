namespace Chancery.Storage.Sqlite;

/// <summary>
/// The lock of a store folder, held by the operating system for as long as the process lives: a killed one leaves none.
/// While a server runs, the file also tells the owner where he finds it.
/// </summary>
public sealed class StoreLock : IDisposable
{
    /// <summary>Tries to take the lock.</summary>
    /// <param name="folder">The store folder.</param>
    /// <returns>The lock where it was free; else who holds it.</returns>
    public static StoreLockAnswer TryAcquire(string folder) => throw new InvalidOperationException();

    /// <summary>Writes where the owner's commands find the server that runs on this store.</summary>
    public void Announce(Uri address, string ownerToken) => throw new InvalidOperationException();

    /// <summary>Gives the lock back.</summary>
    public void Dispose() { }
}
