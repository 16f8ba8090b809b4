using System.Text;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests;

/// <summary>The verbs on a store, with and without a server on it.</summary>
public sealed class StoreVerbTests : IDisposable
{
    private const int Count = 400;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Importing_again_adds_nothing()
    {
        var traffic = await folder.Traffic(Count);

        var first = Summary(await Tool.Run("import", "--json", "--store", folder["store"], traffic));
        var second = Summary(await Tool.Run("import", "--json", "--store", folder["store"], traffic));

        Assert.True(first.GetProperty("messages").GetInt64() + first.GetProperty("duplicates").GetInt64() >= Count);
        Assert.Equal(0, second.GetProperty("messages").GetInt64());
        Assert.Equal(
            first.GetProperty("messages").GetInt64() + first.GetProperty("duplicates").GetInt64(),
            second.GetProperty("duplicates").GetInt64()
        );
        Assert.Equal(first.GetProperty("bytes").GetInt64(), second.GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task An_interrupted_import_keeps_what_it_filed_and_goes_on_when_run_again()
    {
        var traffic = await folder.Traffic(20_000);
        var store = folder["store"];
        using var import = Tool.Start("import", "--store", store, traffic);
        var wal = Path.Combine(store, "chancery.db-wal");
        await Until.Holds(() => import.HasEnded || (File.Exists(wal) && new FileInfo(wal).Length > 2_000_000), "growth of the store");

        import.Signal("INT");
        var ended = await import.End();

        Assert.Equal(130, ended.Code);
        Assert.Contains("run the same command again", ended.Error);
        Assert.DoesNotContain("   at ", ended.Error);
        (await Tool.Run("verify", "--store", store)).IsDone();
        var kept = JsonElement.Parse((await Tool.Run("stats", "--json", "--store", store)).IsDone().Out).GetProperty("total").GetInt64();
        var rest = Summary(await Tool.Run("import", "--json", "--store", store, traffic));
        Assert.InRange(kept, 1, 19_999);
        Assert.True(rest.GetProperty("duplicates").GetInt64() >= kept);
        Assert.True(rest.GetProperty("messages").GetInt64() > 0);
    }

    [Fact]
    public async Task A_message_is_found_and_shown_with_its_bytes()
    {
        var traffic = await folder.Traffic(Count);
        var store = folder["store"];
        (await Tool.Run("import", "--store", store, traffic)).IsDone();

        var rows = Rows(await Tool.Run("find", "--json", "--limit", "5", "--store", store, "exercise"));
        var id = rows[0].GetProperty("id").GetString()!;
        var raw = (await Tool.Run("show", "--raw", "--store", store, id)).IsDone().Bytes;

        Assert.Equal(5, rows.Count);
        Assert.Equal(File.ReadAllBytes(rows[0].GetProperty("origin").GetProperty("name").GetString()!), raw);
        Assert.Equal(
            id,
            JsonElement.Parse((await Tool.Run("show", "--json", "--store", store, id)).IsDone().Out).GetProperty("id").GetString()
        );
        Assert.Contains(id, (await Tool.Run("show", "--store", store, id)).IsDone().Out);
        Assert.True(int.Parse((await Tool.Run("find", "--count", "--store", store, "exercise")).IsDone().Out) > 5);
    }

    [Fact]
    public async Task What_is_not_on_file_is_exit_code_1()
    {
        (await Tool.Run("import", "--store", folder["store"], await folder.Traffic(20))).IsDone();

        (await Tool.Run("find", "--store", folder["store"], "zyzzyva")).IsRefusal(1, "Nothing found");
        (await Tool.Run("show", "--store", folder["store"], "26 NOWHERE 1")).IsRefusal(1, "is on file");
        Assert.Equal("0\n", (await Tool.Run("find", "--count", "--store", folder["store"], "zyzzyva")).IsRefusal(1, "").Out);
    }

    [Fact]
    public async Task Where_there_is_no_store_none_is_made_by_asking()
    {
        (await Tool.Run("find", "--store", folder["none"], "fuel")).IsRefusal(3, "There is no store");

        Assert.False(Directory.Exists(folder["none"]));
    }

    [Fact]
    public async Task Every_command_works_the_same_while_a_server_runs_on_the_store()
    {
        var traffic = await folder.Traffic(Count);
        var more = await folder.Traffic(50, seed: 4);
        var store = folder["store"];
        (await Tool.Run("import", "--unmarked", "UNCLASSIFIED", "--store", store, traffic)).IsDone();
        var asked = new[] { "--json", "--limit", "1000", "--store", store, "exercise" };
        var own = (await Tool.Run(["find", .. asked])).IsDone();
        var ownStats = (await Tool.Run("stats", "--json", "--store", store)).IsDone();
        using var served = await ServedStore.Start(store);

        var through = (await Tool.Run(["find", .. asked])).IsDone();

        Assert.Equal(own.Out, through.Out);
        Assert.Equal(ownStats.Out, (await Tool.Run("stats", "--json", "--store", store)).IsDone().Out);
        var id = Rows(own)[0].GetProperty("id").GetString()!;
        var name = Rows(own)[0].GetProperty("origin").GetProperty("name").GetString()!;
        Assert.Equal(File.ReadAllBytes(name), (await Tool.Run("show", "--raw", "--store", store, id)).IsDone().Bytes);
        var summary = Summary(await Tool.Run("import", "--json", "--unmarked", "UNCLASSIFIED", "--store", store, more));
        Assert.True(summary.GetProperty("messages").GetInt64() + summary.GetProperty("duplicates").GetInt64() >= 50);
        Assert.Equal(0, Summary(await Tool.Run("import", "--json", "--store", store, more)).GetProperty("messages").GetInt64());
        (await Tool.RunWith("quite another secret 7\n"u8.ToArray(), "user", "add", "ada", "--password-stdin", "--store", store)).IsDone();
        (await Tool.Run("user", "token", "ada", "--store", store)).IsDone();
        Assert.Contains("ada", (await Tool.Run("user", "list", "--store", store)).IsDone().Out);
        (await Tool.Run("user", "remove", "ada", "--store", store)).IsDone();
        (await Tool.Run("find", "--store", store, "after:2008-13")).IsRefusal(2, "^");
        (await Tool.Run("verify", "--store", store)).IsDone();
        (await Tool.Run("rebuild", "--store", store)).IsRefusal(3, "stop it");
        Assert.Equal(0, (await served.Stop("TERM")).Code);
        (await Tool.Run("verify", "--store", store)).IsDone();
    }

    [Fact]
    public async Task References_and_gaps_are_the_same_with_and_without_a_server()
    {
        var store = folder["store"];
        (await Tool.Run("import", "--unmarked", "UNCLASSIFIED", "--store", store, await folder.Traffic(Count))).IsDone();
        var citing = Rows(await Tool.Run("find", "--json", "--limit", "1", "--store", store, "ref:northport"))[0]
            .GetProperty("id")
            .GetString()!;
        string[][] commands =
        [
            ["refs", citing],
            ["refs", "--json", citing],
            ["refs", "--json", "northport", "4", "of", "2026"],
            ["show", "reftel", "of", "northport", "4"],
            ["gaps"],
            ["gaps", "northport", "--year", "2026"],
            ["gaps", "--json", "--year", "26"],
        ];
        var own = new List<Tool.Ended>();
        foreach (var command in commands)
        {
            own.Add(await Tool.Run([.. command, "--store", store]));
        }
        Assert.Contains("Refers to", own[0].IsDone().Out);
        Assert.Contains("Cited by", own[0].Out);
        Assert.Equal("26NORTHPORT4", JsonElement.Parse(own[2].IsDone().Out).GetProperty("number").GetString());
        Assert.Contains("on file, ", own[4].Out);
        Assert.Contains("NORTHPORT", own[5].Out);
        var series = JsonElement.Parse(own[6].Out).GetProperty("series").EnumerateArray().ToList();
        Assert.Equal(
            series.Sum(one => one.GetProperty("missing").GetInt64()),
            series.SelectMany(one => one.GetProperty("gaps").EnumerateArray()).Sum(gap => gap.GetProperty("count").GetInt64())
        );

        using var served = await ServedStore.Start(store);
        foreach (var (command, before) in commands.Zip(own))
        {
            var through = await Tool.Run([.. command, "--store", store]);
            Assert.Equal((before.Code, before.Out), (through.Code, through.Out));
        }
    }

    [Fact]
    public async Task A_query_is_kept_under_a_name_with_and_without_a_server()
    {
        var store = folder["store"];
        (await Tool.Run("import", "--store", store, await folder.Traffic(20))).IsDone();
        Assert.Contains("No search is kept", (await Tool.Run("find", "--saved", "--store", store)).IsDone().Out);
        (await Tool.Run("find", "--save", "All of it", "--sort", "filed", "--store", store, "exercise")).IsDone();
        (await Tool.Run("import", "--store", store, await folder.Traffic(30, seed: 4))).IsDone();

        await Check();
        using (var served = await ServedStore.Start(store))
        {
            await Check();
            (await Tool.Run("find", "--open", "all OF it", "--store", store)).IsDone();
            Assert.DoesNotContain("new", (await Tool.Run("find", "--saved", "--store", store)).IsDone().Out);
            Assert.Equal(0, (await served.Stop("TERM")).Code);
        }
        Assert.Contains("highest level", (await Tool.Run("export", "--store", store, "exercise")).IsDone().Error);
        (await Tool.Run("find", "--forget", "all of it", "--store", store)).IsDone();
        (await Tool.Run("find", "--open", "all of it", "--store", store)).IsRefusal(1, "No search is kept as all of it");

        async Task Check()
        {
            var saved = JsonElement.Parse((await Tool.Run("find", "--saved", "--json", "--store", store)).IsDone().Out)[0];
            Assert.Equal(
                ("All of it", "exercise", "filed"),
                (saved.GetProperty("name").GetString(), saved.GetProperty("q").GetString(), saved.GetProperty("sort").GetString())
            );
            Assert.True(saved.GetProperty("new").GetInt64() >= 20);
            Assert.Contains(" new", (await Tool.Run("find", "--saved", "--store", store)).IsDone().Out);
        }
    }

    [Fact]
    public async Task What_is_read_again_and_indexed_anew_is_found_the_same()
    {
        var store = folder["store"];
        (await Tool.Run("import", "--store", store, await folder.Traffic(Count))).IsDone();
        var before = (await Tool.Run("find", "--json", "--limit", "1000", "--store", store, "exercise")).IsDone();

        (await Tool.Run("rebuild", "--reread", "--store", store)).IsDone();

        Assert.Equal(before.Out, (await Tool.Run("find", "--json", "--limit", "1000", "--store", store, "exercise")).IsDone().Out);
    }

    [Fact]
    public async Task Damage_to_stored_bytes_is_found()
    {
        var store = folder["store"];
        var traffic = await folder.Traffic(50);
        (await Tool.Run("import", "--store", store, traffic)).IsDone();
        var path = Path.Combine(store, "chancery.db");
        var bytes = File.ReadAllBytes(path);
        var message = File.ReadAllBytes(Directory.GetFiles(traffic, "*.txt").Order(StringComparer.Ordinal).First());
        // It may stand there twice: SQLite leaves the old page where a row moved.
        var found = 0;
        for (var at = 0; bytes.AsSpan(at).IndexOf(message.AsSpan(0, 200)) is var next and >= 0; at += next + 200, found++)
        {
            bytes[at + next + 100] ^= 1;
        }
        Assert.NotEqual(0, found);
        File.WriteAllBytes(path, bytes);

        var ended = await Tool.Run("verify", "--store", store);

        Assert.Equal(1, ended.Code);
        Assert.NotEmpty(ended.Out);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        var ended = await Tool.Bash("CHANCERY_TOKEN=x \"$tool\" find --server http://127.0.0.1:9 fuel");

        ended.IsRefusal(3, "could not be reached");
    }

    private static JsonElement Summary(Tool.Ended ended) => JsonElement.Parse(ended.IsDone().Out);

    private static List<JsonElement> Rows(Tool.Ended ended) =>
        [
            .. Encoding
                .UTF8.GetString(ended.IsDone().Bytes)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonElement.Parse(line)),
        ];
}
