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

    [Theory]
    [InlineData("UPDATE deliveries SET state = 0 WHERE id = 1", "the journal says that it went to circuit ABA, the queue does not")]
    [InlineData("UPDATE deliveries SET state = 2 WHERE id = 2", "queue and journal differ on what went to circuit ABA")]
    [InlineData("DELETE FROM deliveries WHERE id = 1", "the queue does not")]
    [InlineData(
        "INSERT INTO deliveries SELECT 9, 99, destination, called, precedence, 0, 0, 0, 0, 0, 0, 0, '', '', '', 0, 0 FROM deliveries WHERE id = 1",
        "have no message"
    )]
    [InlineData("INSERT INTO holds(message, rule, sentence, since) VALUES(2, 'R5', '', 0)", "held without a line")]
    public async Task A_queue_that_does_not_agree_with_the_journal_is_found(string harm, string told)
    {
        await using var store = Open(Samples.Clock());
        Queue(store, 1, Precedence.Routine);
        Queue(store, 2, Precedence.Routine);
        var channel = new OutChannel("ABA", 999, KeepsNumber: true);
        Assert.True(store.Deliver(store.Lease(Destination, TimeSpan.FromMinutes(1), channel)!, "sent"));
        Assert.Empty(store.Verify(null, default));
        Assert.Empty(StoreVerification.Beside(folder.File(""), default));

        store.Writer.Do(harm);

        Assert.Contains(store.Verify(null, default), line => line.Contains(told, StringComparison.Ordinal));
        Assert.Contains(StoreVerification.Beside(folder.File(""), default), line => line.Contains(told, StringComparison.Ordinal));
    }

    protected override SqliteMessageStore Open(FakeTimeProvider clock) => new(folder.File("chancery.db"), clock, Samples.NoChance());
}
