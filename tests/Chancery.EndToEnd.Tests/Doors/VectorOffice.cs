using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>The built program with one circuit, and the station at the other end of it, for the vectors of transmission.md 12.</summary>
internal sealed class VectorOffice : IDisposable
{
    private readonly ServedStore store;
    private readonly TcpClient line;
    private readonly StringBuilder heard = new();

    private VectorOffice(ServedStore store, TcpClient line)
    {
        (this.store, this.line) = (store, line);
        _ = Task.Run(Listen);
    }

    /// <summary>All that came by the circuit.</summary>
    public string Heard
    {
        get
        {
            lock (heard)
            {
                return heard.ToString();
            }
        }
    }

    /// <summary>Opens an office.</summary>
    /// <param name="folder">Its store folder.</param>
    /// <param name="own">Its routing indicator.</param>
    /// <param name="circuit">Its circuit.</param>
    /// <param name="more">What else stands in its settings: first more of the circuit, then tables.</param>
    public static async Task<VectorOffice> Open(string folder, string own, string circuit, string more = "")
    {
        var port = ServedStore.FreePort();
        var store = await ServedStore.Start(
            folder,
            $"\n[office]\nrouting_indicator = \"{own}\"\n[[circuit]]\nname = \"{circuit}\"\nlisten = \"127.0.0.1:{port}\"\nlevel = \"SECRET\"\nreport_gaps_after = \"200ms\"\n{more}"
        );
        var line = new TcpClient { NoDelay = true };
        await line.ConnectAsync("127.0.0.1", port);
        return new VectorOffice(store, line);
    }

    public async Task Send(string text) => await line.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Hands a message in here, which makes this office its origin.</summary>
    public async Task<string> Originate(string text) => (await store.Post(Encoding.Latin1.GetBytes(text)))!;

    public Task Hears(string text) => Until.Holds(() => Heard.Contains(text, StringComparison.Ordinal), $"\"{text}\" in {Heard}");

    /// <summary>Everything on file, oldest first, when there is so much of it.</summary>
    public async Task<List<JsonElement>> Filed(int count)
    {
        List<JsonElement> rows = [];
        await Until.Holds(async () => (rows = await store.Rows()).Count >= count, $"row {count}");
        rows.Reverse();
        return rows;
    }

    /// <summary>What became of each number that came, or that was given, in the order of the numbers.</summary>
    public async Task<IReadOnlyList<string>> Numbers(string circuit, string direction = "in")
    {
        var log = JsonElement.Parse((await Tool.Run("circuit", "log", circuit, "--json", "--store", store.Folder)).IsDone().Out);
        return
        [
            .. log.GetProperty("transmissions")
                .EnumerateArray()
                .Where(one => one.GetProperty("direction").GetString() == direction)
                .Select(one => $"{one.GetProperty("number").GetString()} {one.GetProperty("state").GetString()}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Rows of the table of duplicates by which a message is tied to earlier ones.</summary>
    public async Task<IReadOnlyList<string>> Ties(JsonElement row) =>
        [
            .. (await Trace(row))
                .GetProperty("links")
                .EnumerateArray()
                .Where(link => link.GetProperty("isEarlier").GetBoolean())
                .Select(link => link.GetProperty("row").GetString()!),
        ];

    /// <summary>Where a message went, with its precedence there.</summary>
    public async Task<IReadOnlyList<string>> Deliveries(JsonElement row) =>
        [
            .. (await Trace(row))
                .GetProperty("deliveries")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("destination").GetString()} {one.GetProperty("precedence").GetString()}"),
        ];

    /// <summary>How a message is handled, such as held.</summary>
    public static IReadOnlyList<string> States(JsonElement row) =>
        [.. row.GetProperty("states").EnumerateArray().Select(state => state.GetString()!)];

    public void Dispose()
    {
        line.Dispose();
        store.Dispose();
    }

    private async Task<JsonElement> Trace(JsonElement row) =>
        JsonElement.Parse((await store.Get($"/api/messages/{row.GetProperty("id").GetString()}/trace")).Body);

    private async Task Listen()
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await line.GetStream().ReadAsync(buffer)) > 0)
            {
                lock (heard)
                {
                    heard.Append(Encoding.Latin1.GetString(buffer, 0, read));
                }
            }
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line ended.
        }
    }
}
