using System.Net.Sockets;

namespace Chancery.Gateways.Tests;

/// <summary>The station at the other end of a circuit.</summary>
internal sealed class Peer : IDisposable
{
    private readonly TcpClient client;
    private readonly StringBuilder heard = new();

    private Peer(TcpClient client)
    {
        this.client = client;
        _ = Task.Run(Listen);
    }

    /// <summary>All that came from the office.</summary>
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

    public static async Task<Peer> Connect(int port)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        return new Peer(client);
    }

    public async Task Send(string text) => await client.GetStream().WriteAsync(Traffic.Bytes(text));

    public Task Hears(string text) => Until.Holds(() => Heard.Contains(text, StringComparison.Ordinal), $"\"{text}\" in {Heard}");

    public void Dispose() => client.Dispose();

    private async Task Listen()
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = await client.GetStream().ReadAsync(buffer)) > 0)
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
