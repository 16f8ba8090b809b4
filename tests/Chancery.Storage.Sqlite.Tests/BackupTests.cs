using System.Security.Cryptography;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;

namespace Chancery.Storage.Sqlite.Tests;

public sealed class BackupTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_of_an_office_at_work_is_a_whole_store_of_one_moment()
    {
        var target = folder.File("backup");
        await using (var office = Open("store"))
        {
            await Accept(office, 1, 50);
            var sending = Accept(office, 51, 200);
            Assert.Empty(StoreBackup.Make(folder.File("store"), target, TimeProvider.System, default));
            await sending;
            Assert.Equal(200, office.Archive.Stats(Op).Total);
        }
        await using var copy = Open("backup");
        var numbers = copy.Archive.List(Op, null, 1000).Rows.Select(row => (int)row.Mrn!.Number).Order().ToList();
        Assert.InRange(numbers.Count, 50, 200);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        copy.Indexer.CatchUp(null, default);
        Assert.Equal(numbers.Count, copy.Archive.Find(Op, new FindRequest("northport"), default).Total.Count);
    }

    [Fact]
    public void A_backup_holds_the_tables_that_the_office_goes_by()
    {
        using (var chance = RandomNumberGenerator.Create())
        {
            SqliteOffice.OpenPeople(folder.File("store"), TimeProvider.System, chance);
        }
        var tables = new[] { "chancery.toml", "distribution.csv", "routes.csv", "addressees.csv", "service-messages.csv" };
        foreach (var table in tables)
        {
            File.WriteAllText(Path.Combine(folder.File("store"), table), $"# {table}\n");
        }
        Assert.Empty(StoreBackup.Make(folder.File("store"), folder.File("backup"), TimeProvider.System, default));
        Assert.All(tables, table => Assert.Equal($"# {table}\n", File.ReadAllText(Path.Combine(folder.File("backup"), table))));
    }

    [Fact]
    public void A_backup_never_takes_the_place_of_something()
    {
        Directory.CreateDirectory(folder.File("there"));
        using (var chance = RandomNumberGenerator.Create())
        {
            SqliteOffice.OpenPeople(folder.File("store"), TimeProvider.System, chance);
        }
        Assert.Throws<StoreException>(() => StoreBackup.Make(folder.File("store"), folder.File("there"), TimeProvider.System, default));
        Assert.Throws<StoreException>(() => StoreBackup.Make(folder.File("nowhere"), folder.File("new"), TimeProvider.System, default));
    }

    private RunningOffice Open(string name) => SqliteOffice.Open(folder.File(name), TimeProvider.System, RandomNumberGenerator.Create());

    private static async Task Accept(RunningOffice office, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            await office.Intake.Accept(new Submission(Samples.Telegram(i), new Origin("http", "op"), Op), default);
        }
    }
}
