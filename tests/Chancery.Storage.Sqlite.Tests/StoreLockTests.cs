using Chancery.Office;

namespace Chancery.Storage.Sqlite.Tests;

public sealed class StoreLockTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_one_does_not_get_the_lock_and_learns_where_the_server_is()
    {
        var first = StoreLock.TryAcquire(folder.File("store"));
        Assert.NotNull(first.Held);
        Assert.Equal(new StoreLockAnswer(null, null, null), StoreLock.TryAcquire(folder.File("store")));

        first.Held.Announce(new Uri("http://127.0.0.1:8127"), "secret-token");
        var second = StoreLock.TryAcquire(folder.File("store"));
        Assert.Null(second.Held);
        Assert.Equal(new Uri("http://127.0.0.1:8127"), second.ServerAddress);
        Assert.Equal("secret-token", second.OwnerToken);

        first.Held.Dispose();
        using var third = StoreLock.TryAcquire(folder.File("store")).Held;
        Assert.NotNull(third);
        Assert.Equal(0, new FileInfo(Path.Combine(folder.File("store"), "LOCK")).Length);
    }

    [Fact]
    public void Only_the_owner_can_read_the_folder_and_its_files()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are those of Unix.");
            return;
        }
        using var held = StoreLock.TryAcquire(folder.File("store")).Held;
        using var people = new SqlitePeopleStore(new StoreFolder(folder.File("store")).Database, TimeProvider.System);
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder.File("store")) & others);
        foreach (var file in Directory.GetFiles(folder.File("store")))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(file) & others);
        }
    }

    [Fact]
    public void A_new_store_sets_nothing()
    {
        new StoreFolder(folder.File("store")).Make();
        var settings = SqliteOffice.ReadSettings(folder.File("store"));
        Assert.Empty(settings.Warnings);
        Assert.Equal(OfficeSettings.Default with { Warnings = settings.Warnings }, settings);
    }
}
