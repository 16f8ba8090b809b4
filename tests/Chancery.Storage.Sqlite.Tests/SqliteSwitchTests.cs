using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>The switch on SQLite.</summary>
public sealed class SqliteSwitchTests : SwitchContract<SqliteMessageStore>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override SqliteMessageStore Open(FakeTimeProvider clock) => new(folder.File("chancery.db"), clock, Samples.NoChance());
}
