namespace Chancery.Gateways.Tests;

public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_lies_still_is_accepted_and_moved_to_done()
    {
        await using var office = Open();
        await File.WriteAllTextAsync(In("one.txt"), Traffic.Telegram(1) + Traffic.Telegram(2));
        await Until.Holds(() => File.Exists(In("done/one.txt")), "file in done/");
        Assert.Equal([1, 2], office.Numbers());
        Assert.Equal("drop/one.txt", office.Rows()[0].Origin.Name);
    }

    [Fact]
    public async Task What_cannot_be_accepted_goes_to_refused_with_the_reason_beside_it()
    {
        await using var office = Open();
        await File.WriteAllBytesAsync(In("empty.txt"), []);
        await Until.Holds(() => File.Exists(In("refused/empty.txt.reason.txt")), "reason");
        Assert.Contains("no message", await File.ReadAllTextAsync(In("refused/empty.txt.reason.txt")), StringComparison.Ordinal);
        Assert.True(File.Exists(In("refused/empty.txt")));
        Assert.Empty(office.Rows());
    }

    [Fact]
    public async Task A_link_is_not_followed_and_a_pipe_not_opened()
    {
        await using var office = Open();
        var secret = Path.Combine(folder.Path, "secret.txt");
        await File.WriteAllTextAsync(secret, Traffic.Telegram(1));
        File.CreateSymbolicLink(In("link.txt"), secret);
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", In("pipe")))
        {
            await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        await File.WriteAllTextAsync(In("whole.txt"), Traffic.Telegram(3));
        await Until.Holds(() => File.Exists(In("done/whole.txt")), "file in done/");
        await Until.Holds(() => File.Exists(In("refused/pipe.reason.txt")), "reason beside the pipe");
        Assert.Contains("a link", await File.ReadAllTextAsync(In("refused/link.txt.reason.txt")), StringComparison.Ordinal);
        Assert.True(File.Exists(secret));
        Assert.Equal([3], office.Numbers());
    }

    [Fact]
    public async Task A_file_accepted_before_and_not_moved_is_not_accepted_twice()
    {
        await using var office = Open();
        await File.WriteAllTextAsync(In("one.txt"), Traffic.Telegram(1));
        await Until.Holds(() => File.Exists(In("done/one.txt")), "file in done/");
        await File.WriteAllTextAsync(In("one.txt"), Traffic.Telegram(1));
        await Until.Holds(() => File.Exists(In("done/one.txt.2")), "second file in done/");
        Assert.Single(office.Rows());
    }

    [Fact]
    public async Task Work_under_way_is_left_alone()
    {
        await using var office = Open();
        await File.WriteAllTextAsync(In(".hidden"), Traffic.Telegram(1));
        await File.WriteAllTextAsync(In("half.part"), Traffic.Telegram(2));
        await File.WriteAllTextAsync(In("whole.txt"), Traffic.Telegram(3));
        await Until.Holds(() => File.Exists(In("done/whole.txt")), "file in done/");
        Assert.Equal([3], office.Numbers());
    }

    private string In(string name) => Path.Combine(folder.Path, "in", name);

    private OpenOffice Open()
    {
        Directory.CreateDirectory(In(""));
        return OpenOffice.Open(folder.Path, "[[folder]]\nname = \"drop\"\nin = \"in\"\nsettle = \"50ms\"\n");
    }
}
