namespace Chancery.Storage.Sqlite;

/// <summary>The answer to an attempt to take the lock of a store.</summary>
/// <param name="Held">The lock; null where another process has it.</param>
/// <param name="ServerAddress">Where the server that has it is found; null where the holder is no server, or not up yet.</param>
/// <param name="OwnerToken">The bearer token of the owner there.</param>
public sealed record StoreLockAnswer(StoreLock? Held, Uri? ServerAddress, string? OwnerToken);
