namespace Chancery.Storage.Sqlite;

public sealed partial class SqliteMessageStore
{
    /// <inheritdoc />
    public IEnumerable<string> Verify(IProgress<long>? progress, CancellationToken cancellation) =>
        Verification.Of(file, progress, cancellation);
}
