using System.Text.Json;

namespace Chancery.EndToEnd.Tests;

/// <summary>What a communicator types at a running office, right and wrong: every answer says what is so, and what to do.</summary>
public sealed class OfficeVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_sent_another_way_or_called_off_is_not_sent_a_second_time_by_a_slip()
    {
        using var store = await Office();
        (
            await Tool.RunWith(System.Text.Encoding.ASCII.GetBytes(Doors.Peer.Telegram("XXA001", 1)), "send", "-", "--store", store.Folder)
        ).IsDone();
        await Says(store, 0, "queued", "queue", "reroute", "1", "--to", "EFB", "--reason", "ABA is out");
        await Says(
            store,
            1,
            "Delivery 1 is cancelled: 'chancery queue requeue 1' sends it once more.",
            "queue",
            "reroute",
            "1",
            "--to",
            "EFB",
            "--reason",
            "ABA is out"
        );
        await Says(store, 1, "Delivery 1 is cancelled", "queue", "hold", "1", "--reason", "wait");
        await Says(
            store,
            1,
            "There is no delivery 99 that you may see: see 'chancery queue list'.",
            "queue",
            "hold",
            "99",
            "--reason",
            "x"
        );
        var queue = JsonElement.Parse((await Tool.Run("queue", "list", "--json", "--store", store.Folder)).IsDone().Out);
        Assert.Equal(2, queue.GetProperty("deliveries").EnumerateArray().Single().GetProperty("delivery").GetInt64());
        var trace = (await Tool.Run("trace", "northport", "1", "--store", store.Folder)).IsDone().Out;
        Assert.Contains(
            "cancelled (another takes its place)",
            string.Join(' ', trace.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        );

        await Says(store, 1, "There is no circuit XXX that you work: see 'chancery circuit list'.", "circuit", "log", "XXX");
        await Says(store, 1, "There is no alarm 7 for you: see 'chancery queue alarms'.", "queue", "acknowledge", "7");
    }

    [Fact]
    public async Task An_office_at_work_is_verified_and_its_backup_too()
    {
        using var store = await Office();
        Assert.NotNull(await store.Post(System.Text.Encoding.ASCII.GetBytes(Doors.Peer.Telegram("XXA001", 1))));
        await Says(store, 0, "Everything is there as it was filed.", "verify");
        await Says(store, 0, "is a whole copy", "backup", folder["backup"]);
        (await Tool.Run("verify", "--store", folder["backup"])).IsDone();
        Assert.Equal(0, (await store.Stop("TERM")).Code);
        (await Tool.Run("verify", "--store", store.Folder)).IsDone();
    }

    [Fact]
    public async Task A_circuit_that_could_never_open_is_not_written_into_the_settings()
    {
        var store = folder["store"];
        (await Tool.Run("circuit", "add", "ABA", "--listen", "127.0.0.1:1", "--store", store)).IsDone();
        var before = await File.ReadAllTextAsync(Path.Combine(store, "chancery.toml"));
        foreach (
            var (line, told) in new[]
            {
                ("ABA --listen 127.0.0.1:2", "circuit ABA stands there twice: nothing was written."),
                ("ABCD --listen 127.0.0.1:2", "needs a name of three capital letters: nothing was written."),
                ("ABB", "needs either listen or connect"),
                ("ABB --listen nowhere", "cannot listen at nowhere, which is no HOST:PORT"),
                ("ABB --connect 10.0.0.1:99999", "cannot connect to 10.0.0.1:99999"),
                ("ABB --listen 127.0.0.1:1", "listens where ABA does"),
                ("ABB --listen 127.0.0.1:2 --route rveh", "has a route rveh"),
            }
        )
        {
            (await Tool.Run(["circuit", "add", .. line.Split(' '), "--store", store])).IsRefusal(2, told);
        }
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(store, "chancery.toml")));
    }

    [Fact]
    public async Task Routes_and_offices_are_shown_for_people_and_for_programs_in_the_order_in_which_they_decide()
    {
        var store = folder["store"];
        (await Tool.Run("circuit", "add", "ABA", "--listen", "127.0.0.1:1", "--route", "RVEH", "--store", store)).IsDone();
        (await Tool.Run("circuit", "add", "EFB", "--listen", "127.0.0.1:2", "--route", "RVEF", "--store", store)).IsDone();
        var routes = folder.File("routes.csv", "prefix;way;hours;state\nRVEH;circuit EFB;0600-1800;\n"u8.ToArray());
        (await Tool.Run("route", "import", routes, "--store", store)).IsDone();

        var shown = (await Tool.Run("route", "show", "--store", store)).IsDone().Out;
        Assert.True(
            shown.IndexOf("routes.csv:2", StringComparison.Ordinal) < shown.IndexOf("circuit ABA", StringComparison.Ordinal),
            shown
        );
        var table = JsonElement.Parse((await Tool.Run("route", "show", "--json", "--store", store)).IsDone().Out).GetProperty("routes");
        Assert.Equal(
            ["RVEF circuit EFB ", "RVEH circuit EFB 0600-1800Z", "RVEH circuit ABA "],
            table
                .EnumerateArray()
                .Select(row =>
                    $"{row.GetProperty("prefix").GetString()} {row.GetProperty("way").GetString()} {row.GetProperty("hours").GetString()}"
                )
        );
        var test = await Tool.Run("route", "test", "RVEFAA", "RVEHAA", "--level", "SECRET", "--json", "--store", store);
        Assert.Equal(1, test.Code);
        Assert.All(
            JsonElement.Parse(test.Out).GetProperty("routes").EnumerateArray(),
            row => Assert.Equal("TX-512", row.GetProperty("rule").GetString())
        );

        (await Tool.Run("office", "add", "ECON", "--step", "tags", "--key", "ETRD", "--store", store)).IsDone();
        var office = JsonElement.Parse((await Tool.Run("office", "list", "--json", "--store", store)).IsDone().Out);
        Assert.Equal("ECON", office.GetProperty("offices")[0].GetProperty("office").GetString());
        Assert.Contains(
            "No row of distribution.csv names NOPE",
            (await Tool.Run("office", "member", "NOPE", "--store", store)).IsDone().Error
        );
        (await Tool.Run("office", "test", folder["nothing.csv"], "--store", store)).IsRefusal(3, "cannot be read: look at its name");
        (await Tool.Run("office", "test", routes, "--store", store)).IsRefusal(3, "Nothing was tried: mend these rows.");
    }

    [Fact]
    public async Task A_token_that_the_server_does_not_know_is_told_with_what_makes_another()
    {
        using var store = await Office();
        (await Tool.Bash($"CHANCERY_SERVER={store.Address} CHANCERY_TOKEN=none \"$tool\" queue list")).IsRefusal(
            4,
            "does not know the token in $CHANCERY_TOKEN: 'chancery user token NAME' makes another."
        );
    }

    private Task<ServedStore> Office()
    {
        var ports = ServedStore.FreePorts(2);
        return ServedStore.Start(
            folder["store"],
            $"[[circuit]]\nname = \"ABA\"\nlisten = \"127.0.0.1:{ports[0]}\"\nlevel = \"SECRET\"\nroutes = [\"RVEHZ\"]\n"
                + $"[[circuit]]\nname = \"EFB\"\nlisten = \"127.0.0.1:{ports[1]}\"\nlevel = \"SECRET\"\nroutes = [\"RVEF\"]\n"
        );
    }

    private static async Task Says(ServedStore store, int code, string told, params string[] line)
    {
        var ended = await Tool.Run([.. line, "--store", store.Folder]);
        Assert.True(code == ended.Code, $"exit {ended.Code}: {ended.Error}");
        Assert.Contains(told, ended.Error, StringComparison.Ordinal);
    }
}
