using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Chancery.Office.Tests;

public sealed class InputWalkerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("chancery-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Folders_are_walked_by_name_in_byte_order()
    {
        Write("b.txt", "2");
        Write("B.txt", "1");
        Write("c/a.txt", "3");
        Write("é.txt", "4");
        var walked = Walk(folder);
        Assert.Equal(["1", "2", "3", "4"], walked.Select(Text));
        Assert.Equal(Path.Combine(folder, "c", "a.txt"), walked[2].Name);
        Assert.Equal(InputWalker.Measure([folder], default), walked[^1].InputBytes);
    }

    [Fact]
    public void Archives_are_read_entry_by_entry()
    {
        WriteTar("x.tar.gz", gzip: true, ("dir/f.txt", "one"), ("g.txt", "two"));
        WriteTar("y.tar", gzip: false, ("h.txt", "three"));
        using (var gzip = new GZipStream(File.Create(At("z.txt.gz")), CompressionLevel.Fastest))
        {
            gzip.Write("four"u8);
        }
        var walked = Walk(folder);
        Assert.Equal(["one", "two", "three", "four"], walked.Select(Text));
        Assert.Equal(At("x.tar.gz") + "!/dir/f.txt", walked[0].Name);
        Assert.Equal(At("z.txt.gz"), walked[3].Name);
        Assert.All(walked, input => Assert.Null(input.Problem));
    }

    [Fact]
    public void A_broken_archive_gives_what_could_be_read_and_a_sentence()
    {
        WriteTar("x.tar.gz", gzip: true, [.. Enumerable.Range(0, 200).Select(i => ($"{i}.txt", Noise(i)))]);
        var bytes = File.ReadAllBytes(At("x.tar.gz"));
        File.WriteAllBytes(At("x.tar.gz"), bytes[..(bytes.Length / 2)]);
        Write("y.txt", "after");
        var walked = Walk(folder);
        var problem = Assert.Single(walked, input => input.Problem is not null);
        Assert.Contains("broken or cut off", problem.Problem, StringComparison.Ordinal);
        Assert.InRange(walked.Count, 50, 150);
        Assert.Equal("after", Text(walked[^1]));
    }

    [Fact]
    public void An_archive_bomb_is_stopped_with_a_sentence()
    {
        using (var gzip = new GZipStream(File.Create(At("bomb.gz")), CompressionLevel.SmallestSize))
        {
            for (var i = 0; i < 200; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }
        var input = Assert.Single(Walk(At("bomb.gz")));
        Assert.Contains("unfolds to more than", input.Problem, StringComparison.Ordinal);
        Assert.True(input.Bytes.IsEmpty);
    }

    [Fact]
    public void What_cannot_be_read_is_told_and_passed_over()
    {
        Write("good.txt", "good");
        var walked = Walk(At("missing.txt"), At("good.txt"));
        Assert.Contains("is not there", walked[0].Problem, StringComparison.Ordinal);
        Assert.Equal("good", Text(walked[1]));
        File.WriteAllBytes(At("a.zip"), [.. "PK\x3\x4"u8, .. new byte[30]]);
        Assert.Contains("zip", Assert.Single(Walk(At("a.zip"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_inside_a_folder_are_not_followed()
    {
        Write("in/a.txt", "a");
        Write("out/secret.txt", "b");
        Directory.CreateSymbolicLink(At("in/link"), At("out"));
        File.CreateSymbolicLink(At("in/link.txt"), At("out/secret.txt"));
        Assert.Equal(["a"], Walk(At("in")).Select(Text));
        Assert.Equal(["b"], Walk(At("in/link.txt")).Select(Text));
    }

    [Fact]
    public void Standard_input_is_a_minus()
    {
        using var input = new MemoryStream("typed"u8.ToArray());
        var walked = Assert.Single(new InputWalker(new IntakeLimits()).Walk(["-"], input, default));
        Assert.Equal(("-", "typed"), (walked.Name, Text(walked)));
    }

    [Fact]
    public async Task A_pipe_is_read_to_its_end_where_named_and_not_opened_where_it_lies_in_a_folder()
    {
        Write("whole.txt", "whole");
        await MakePipe("pipe");
        var walked = Walk(folder);
        Assert.Equal(["", "whole"], walked.Select(Text));
        Assert.All(walked, input => Assert.Null(input.Problem));

        var writing = Task.Run(() => File.WriteAllText(At("pipe"), "piped"), TestContext.Current.CancellationToken);
        Assert.Equal(["piped", "whole"], Walk(At("pipe"), At("whole.txt")).Select(Text));
        await writing;
    }

    [Fact]
    public async Task What_never_answers_is_left_when_the_work_is_stopped()
    {
        await MakePipe("pipe");
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(
            () => new InputWalker(new IntakeLimits()).Walk([At("pipe")], null, stop.Token).Count(),
            default(CancellationToken)
        );
        // Opens when somebody reads, and says nothing.
        await using var silent = new FileStream(At("pipe"), FileMode.Open, FileAccess.Write);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Standard_input_that_never_ends_is_left_when_the_work_is_stopped()
    {
        await MakePipe("pipe");
        using var stop = new CancellationTokenSource();
        var opening = Task.Run(() => File.OpenRead(At("pipe")), default(CancellationToken));
        await using var silent = new FileStream(At("pipe"), FileMode.Open, FileAccess.Write);
        await using var input = await opening;
        var reading = Task.Run(
            () => new InputWalker(new IntakeLimits()).Walk(["-"], input, stop.Token).Count(),
            default(CancellationToken)
        );
        await silent.WriteAsync("a"u8.ToArray(), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private async Task MakePipe(string name)
    {
        using var make = System.Diagnostics.Process.Start("mkfifo", At(name));
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static string Noise(int seed)
    {
        var bytes = new byte[512];
        new Random(seed).NextBytes(bytes);
        return Convert.ToBase64String(bytes);
    }

    private static string Text(WalkedInput input) => Encoding.UTF8.GetString(input.Bytes.Span);

    private static List<WalkedInput> Walk(params string[] paths) => [.. new InputWalker(new IntakeLimits()).Walk(paths, null, default)];

    private string At(string name) => Path.Combine(folder, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private void WriteTar(string name, bool gzip, params (string Name, string Text)[] entries)
    {
        using var file = File.Create(At(name));
        using var packed = gzip ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
        using var tar = new TarWriter(packed);
        foreach (var (entry, text) in entries)
        {
            tar.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) }
            );
        }
    }
}
