namespace Chancery.Storage.Sqlite;

/// <summary>Looks through a store for damage while a server has it: nothing waits for it, and it changes nothing.</summary>
public static class StoreVerification
{
    /// <summary>The damage found, one sentence each. Of the index only the pages are looked at.</summary>
    /// <param name="folder">The store folder.</param>
    /// <param name="cancellation">Stops it.</param>
    public static IReadOnlyList<string> Beside(string folder, CancellationToken cancellation)
    {
        var files = new StoreFolder(folder);
        return
        [
            .. Verification.Of(files.Database, null, cancellation),
            .. Verification.OfTrail(files.Database),
            .. File.Exists(files.Index) ? Verification.OfIndex(files.Index) : [],
        ];
    }
}
