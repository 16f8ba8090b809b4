using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Chancery.EndToEnd.Tests;

/// <summary>Whatever is put in gets a clear sentence, the right exit code and no stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Message =
        "VZCZCQQA017\nRR RVEHAA\nDE RVEHBB #0417 0321200\nZNR UUUUU\nR 011200Z FEB 24\nFM LEGATION NORTHPORT\nTO RVEHAA/MINFOR HOMECITY\n"
        + "BT\nUNCLAS NORTHPORT 000417\n\nE.O. 13526: N/A\nTAGS: MASS\nSUBJECT: EXERCISE: RETURN OF STORES\n\n1. (U) EXERCISE.\n\nGRANT\nBT\n#0417\nNNNN\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_empty_file_is_no_message_everywhere()
    {
        var path = folder.File("empty.txt", []);

        (await Tool.Run("read", path)).IsDone();
        (await Tool.Run("check", path)).IsDone();
        (await Tool.Run("import", "--store", folder["store"], path)).IsDone();
    }

    [Fact]
    public async Task A_binary_file_is_read_and_given_back_byte_by_byte()
    {
        var bytes = new byte[300_000];
        new Random(5).NextBytes(bytes);
        var path = folder.File("binary", bytes);

        (await Tool.Run("read", path)).IsDone();
        (await Tool.Run("read", "--json", path)).IsDone();

        Assert.Equal(bytes, (await Tool.Run("read", "--raw", path)).IsDone().Bytes);
    }

    [Theory]
    [InlineData("one line of 200 MB")]
    [InlineData("a million lines of FM")]
    public async Task A_monstrous_file_is_read_to_its_end(string what)
    {
        var bytes = new byte[what.Contains("200") ? 200_000_000 : 8_000_000];
        bytes.AsSpan().Fill((byte)'A');
        if (bytes.Length == 8_000_000)
        {
            for (var i = 0; i < bytes.Length; i += 8)
            {
                "FM ABCD\n"u8.CopyTo(bytes.AsSpan(i));
            }
        }
        var path = folder.File("monster.txt", bytes);

        (await Tool.Bash($"\"$tool\" read '{path}' >/dev/null")).IsDone();
        var ended = (await Tool.Bash($"\"$tool\" read --json '{path}' | wc -l; exit ${{PIPESTATUS[0]}}")).IsDone();

        Assert.NotEqual("0\n", ended.Out);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    [Fact]
    public async Task A_folder_without_rights_is_said_and_the_rest_is_read()
    {
        var all = Directory.CreateDirectory(folder["all"]).FullName;
        Directory.CreateDirectory(Path.Combine(all, "closed"));
        File.WriteAllText(Path.Combine(all, "closed", "m.txt"), Message);
        File.WriteAllText(Path.Combine(all, "open.txt"), Message);
        var asNobody = Environment.UserName == "root" ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
        Assert.SkipUnless(
            (await Tool.Bash($"chmod 755 '{folder.Path}' '{all}'; chmod 0 '{all}/closed'; {asNobody}\"$tool\" --version")).Code == 0,
            "this machine cannot run the tool as another person than root"
        );

        var ended = await Tool.Bash($"{asNobody}\"$tool\" read --json '{all}'");

        ended.IsRefusal(3, "closed");
        Assert.Single(ended.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_broken_archive_is_said_and_nothing_is_half_done()
    {
        var whole = Archive(200);
        var path = folder.File("broken.tar.gz", whole[..(whole.Length / 2)]);

        (await Tool.Run("read", "--json", path)).IsRefusal(3, "broken.tar.gz");
        (await Tool.Run("import", "--store", folder["store"], path)).IsRefusal(3, "broken.tar.gz");
        (await Tool.Run("verify", "--store", folder["store"])).IsDone();
    }

    [Theory]
    [InlineData("bomb.gz")]
    [InlineData("bomb.tar.gz")]
    public async Task An_archive_that_unfolds_without_end_is_refused(string name)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
            {
                gzip.Write(zeros);
            }
        }
        var path = folder.File(name, packed.ToArray());

        (await Tool.Run("read", "--json", path)).IsRefusal(3, name);
    }

    [Fact]
    public async Task An_unknown_verb_is_answered_with_the_nearest() =>
        (await Tool.Run("serch", "fuel")).IsRefusal(2, "'serch' is no verb of chancery");

    [Fact]
    public async Task A_wrong_date_in_a_query_is_underlined()
    {
        (await Tool.Run("import", "--store", folder["store"], folder.File("m.txt", Encoding.UTF8.GetBytes(Message)))).IsDone();

        var ended = (await Tool.Run("find", "--store", folder["store"], "stores after:2008-13")).IsRefusal(2, "2008-13");

        var lines = ended.Error.Split('\n');
        Assert.Equal("  stores after:2008-13", lines[0]);
        Assert.Matches(@"^ +\^+$", lines[1]);
        Assert.Equal("2008-13", lines[0].Substring(lines[1].IndexOf('^'), lines[1].Count(c => c == '^'))[^7..]);
    }

    [Fact]
    public async Task A_file_that_may_not_grow_is_said_and_nothing_accepted_is_lost()
    {
        var traffic = await folder.Traffic(3000);
        var store = folder["store"];
        (await Tool.Run("import", "--store", store, folder.File("m.txt", Encoding.UTF8.GetBytes(Message)))).IsDone();

        // The just-in-time compiler, where the tool is not compiled ahead, would want a large file of its own.
        var limited = await Tool.Bash(
            $"trap '' XFSZ; ulimit -f 2048; DOTNET_EnableWriteXorExecute=0 \"$tool\" import --store '{store}' '{traffic}'"
        );

        limited.IsRefusal(3, "The disk that holds");
        (await Tool.Run("verify", "--store", store)).IsDone();
        Assert.Equal(Message, (await Tool.Run("show", "--raw", "--store", store, "24 NORTHPORT 417")).IsDone().Out);
        (await Tool.Run("import", "--store", store, traffic)).IsDone();
        (await Tool.Run("verify", "--store", store)).IsDone();
    }

    [Fact]
    public async Task A_full_disk_is_said_and_with_room_again_everything_goes_on()
    {
        Assert.SkipUnless((await Tool.Bash("unshare -m mount -t tmpfs tmpfs /mnt")).Code == 0, "only root can make a small disk here");
        var traffic = await folder.Traffic(3000);
        var message = folder.File("m.txt", Encoding.UTF8.GetBytes(Message));
        var disk = Directory.CreateDirectory(folder["disk"]).FullName;
        var script = $"""
            mount -t tmpfs -o size=4m tmpfs '{disk}' && cd '{disk}'
            "$tool" import --store s '{message}' >/dev/null; echo $?
            "$tool" import --store s '{traffic}' >/dev/null; echo $?
            mount -o remount,size=200m '{disk}'
            "$tool" verify --store s >/dev/null; echo $?
            "$tool" import --store s '{traffic}' >/dev/null; echo $?
            "$tool" verify --store s; echo $?
            "$tool" show --raw --store s 24 NORTHPORT 417
            """;

        var ended = await Tool.Bash($"unshare -m bash -c '{script.Replace("'", "'\\''")}'");

        Assert.Equal("0\n3\n0\n0\n0\n" + Message, ended.Out);
        Assert.Contains("is full", ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
    }

    [Fact]
    public async Task Output_that_cannot_be_written_is_said()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "this machine has no /dev/full");
        var path = folder.File("m.txt", Encoding.UTF8.GetBytes(Message));

        (await Tool.Bash($"\"$tool\" read --json '{path}' > /dev/full")).IsRefusal(3, "The output could not be written");
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_left_alone()
    {
        var store = folder["store"];
        (await Tool.Run("import", "--store", store, folder.File("m.txt", Encoding.UTF8.GetBytes(Message)))).IsDone();
        using (var database = File.Open(Path.Combine(store, "chancery.db"), FileMode.Open))
        {
            // The user version stands at byte 60 of a SQLite file.
            database.Position = 60;
            database.Write([0, 0, 0x70, 0]);
        }
        var before = File.ReadAllBytes(Path.Combine(store, "chancery.db"));

        (await Tool.Run("find", "--store", store, "stores")).IsRefusal(3, "newer");
        (await Tool.Run("import", "--store", store, folder["m.txt"])).IsRefusal(3, "newer");

        Assert.Equal(before, File.ReadAllBytes(Path.Combine(store, "chancery.db")));
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        (await Tool.Run("serve", "--store", folder["store"], "--listen", $"127.0.0.1:{port}")).IsRefusal(3, $"{port}");
    }

    [Fact]
    public async Task Whoever_reads_only_the_beginning_ends_the_work_quietly()
    {
        var traffic = await folder.Traffic(2000);

        var ended = await Tool.Bash($"\"$tool\" read --json '{traffic}' | head -n 1 | wc -l; echo ${{PIPESTATUS[0]}}");

        Assert.Equal("1\n0\n", ended.Out);
        Assert.Empty(ended.Error);
    }

    [Fact]
    public async Task Two_commands_writing_to_one_file_do_not_overwrite_each_other()
    {
        var path = folder.File("m.txt", Encoding.UTF8.GetBytes(Message));

        await Tool.Bash($"(\"$tool\" read --raw '{path}'; \"$tool\" read --raw '{path}') > '{folder["out"]}'");

        Assert.Equal(Message + Message, File.ReadAllText(folder["out"]));
    }

    private static byte[] Archive(int count)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        using (var tar = new TarWriter(gzip))
        {
            var random = new Random(9);
            for (var i = 0; i < count; i++)
            {
                var words = new byte[200];
                random.NextBytes(words);
                var bytes = Encoding.ASCII.GetBytes(Message.Replace("GRANT", Convert.ToHexString(words)));
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"t/{i:000}.txt") { DataStream = new MemoryStream(bytes) });
            }
        }
        return packed.ToArray();
    }
}
