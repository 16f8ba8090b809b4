using Chancery.Office;
using Chancery.Storage.Contract;

namespace Chancery.Storage.Sqlite.Tests;

public sealed class SqliteSearchIndexTests : SearchIndexContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override ISearchIndex Open() => new SqliteSearchIndex(folder.File("index.db"));
}
