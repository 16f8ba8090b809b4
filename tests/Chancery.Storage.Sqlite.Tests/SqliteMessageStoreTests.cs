using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

public sealed class SqliteMessageStoreTests : MessageStoreContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override IMessageStore Open(FakeTimeProvider clock) =>
        new SqliteMessageStore(folder.File("chancery.db"), clock, Samples.NoChance());
}
