using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests;

/// <summary>A store with a server on it that can be killed and started again.</summary>
internal sealed class ServedStore : IDisposable
{
    private readonly HttpClient client = new();
    private readonly int port = FreePort();
    private readonly IReadOnlyDictionary<string, string> environment;
    private Tool? server;

    private ServedStore(string folder, IReadOnlyDictionary<string, string> environment) =>
        (Folder, this.environment) = (folder, environment);

    public string Folder { get; }

    /// <summary>The process of the server.</summary>
    public int ServerId => server!.Id;

    public int Port => port;

    /// <summary>The person's token.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The most memory that the server has held, in bytes.</summary>
    public long MostMemory =>
        File.ReadLines($"/proc/{server!.Id}/status")
            .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line =>
                1024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            )
            .Single();

    public string Address => $"http://127.0.0.1:{port}";

    /// <summary>A store with one person, and a server.</summary>
    /// <param name="folder">The store folder.</param>
    /// <param name="settings">What stands in its chancery.toml beside the comments.</param>
    /// <param name="environment">What the server's environment holds more than ours.</param>
    public static async Task<ServedStore> Start(
        string folder,
        string settings = "",
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var store = new ServedStore(folder, environment ?? new Dictionary<string, string>());
        (
            await Tool.RunWith(
                "correct horse battery staple 9\n"u8.ToArray(),
                "user",
                "add",
                "op",
                "--level",
                "SECRET",
                "--password-stdin",
                "--store",
                folder
            )
        ).IsDone();
        var token = (await Tool.Run("user", "token", "op", "--store", folder)).IsDone().Out.Split().Last(word => word.Length > 0);
        store.Token = token;
        store.client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await File.AppendAllTextAsync(Path.Combine(folder, "chancery.toml"), settings);
        await store.Start();
        return store;
    }

    public async Task Start()
    {
        server = Tool.StartIn(environment, "serve", "--store", Folder, "--listen", $"127.0.0.1:{port}");
        await Until.Holds(
            async () =>
            {
                if (server.HasEnded)
                {
                    Assert.Fail((await server.End()).Error);
                }
                try
                {
                    using var health = await client.GetAsync($"{Address}/health");
                    return health.StatusCode == HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            "an answer of the server"
        );
    }

    /// <summary>The id given with 201, or null for any other answer or none.</summary>
    public async Task<string?> Post(byte[] message)
    {
        try
        {
            using var answer = await client.PostAsync($"{Address}/api/messages", new ByteArrayContent(message));
            return answer.StatusCode == HttpStatusCode.Created
                ? JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync()).GetProperty("accepted")[0].GetProperty("id").GetString()
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A stream of events that stays open until it is disposed of.</summary>
    public Task<HttpResponseMessage> Listen() => client.GetAsync($"{Address}/api/events", HttpCompletionOption.ResponseHeadersRead);

    /// <summary>All messages on file as the list shows them.</summary>
    public async Task<List<JsonElement>> Rows()
    {
        var rows = new List<JsonElement>();
        string? before = null;
        do
        {
            var page = JsonElement.Parse(
                await client.GetByteArrayAsync($"{Address}/api/messages?limit=1000{(before is null ? "" : $"&before={before}")}")
            );
            rows.AddRange(page.GetProperty("messages").EnumerateArray());
            before = page.GetProperty("next").GetString();
        } while (before is not null);
        return rows;
    }

    /// <summary>The numbers of all messages on file, in order.</summary>
    public async Task<List<int>> Numbers() =>
        [
            .. (await Rows())
                .Where(row => row.GetProperty("mrn").ValueKind == JsonValueKind.Object)
                .Select(row => row.GetProperty("mrn").GetProperty("number").GetInt32())
                .Order(),
        ];

    /// <summary>What is answered at an address, with its status.</summary>
    public async Task<(HttpStatusCode Status, string Body)> Get(string path)
    {
        using var answer = await client.GetAsync($"{Address}{path}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>True where the server has said so on standard error.</summary>
    public bool Said(string words) => server!.Told.Contains(words, StringComparison.Ordinal);

    /// <summary>Sends a signal such as <c>STOP</c> to the server.</summary>
    public void Signal(string signal) => server!.Signal(signal);

    public Task<byte[]> Raw(string id) => client.GetByteArrayAsync($"{Address}/api/messages/{id}/raw");

    public async Task<Tool.Ended> Stop(string signal)
    {
        server!.Signal(signal);
        return await server.End();
    }

    public void Dispose()
    {
        server?.Dispose();
        client.Dispose();
    }

    public static int FreePort() => FreePorts(1)[0];

    /// <summary>Ports that are free now, each another: asked for one by one, the machine gives the same one twice now and then.</summary>
    public static IReadOnlyList<int> FreePorts(int count)
    {
        var held = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        held.ForEach(listener => listener.Start());
        List<int> ports = [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        held.ForEach(listener => listener.Dispose());
        return ports;
    }
}
