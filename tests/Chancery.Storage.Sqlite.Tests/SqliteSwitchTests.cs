using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>The switch on SQLite.</summary>
public sealed class SqliteSwitchTests : SwitchContract<SqliteMessageStore>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task With_each_number_stands_what_was_queued_until_then_whatever_became_of_the_clock()
    {
        var clock = Samples.Clock();
        var channel = new OutChannel("ABA", 999, KeepsNumber: true);
        await using (var store = Open(clock))
        {
            Queue(store, 1, Precedence.Routine);
            Queue(store, 2, Precedence.Routine);
            Assert.NotNull(store.Lease(Destination, TimeSpan.FromMinutes(1), channel));
            clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromMinutes(5));
            Queue(store, 3, Precedence.Flash);
            Assert.NotNull(store.Lease(Destination, TimeSpan.FromMinutes(1), channel));
        }
        using var file = new SqliteConnection($"Data Source={folder.File("chancery.db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var rows = file.CreateCommand();
        rows.CommandText = "SELECT group_concat(number || ' ' || queued) FROM numbers";
        Assert.Equal("1 2,2 3", rows.ExecuteScalar());
    }

    protected override SqliteMessageStore Open(FakeTimeProvider clock) => new(folder.File("chancery.db"), clock, Samples.NoChance());
}
