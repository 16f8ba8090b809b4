using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>One request that stays open: messages go down it, and answers come back meanwhile.</summary>
internal sealed class HttpStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly TcpClient client;
    private readonly StreamReader answers;

    public HttpStream(int port, string token)
    {
        client = new TcpClient("127.0.0.1", port) { NoDelay = true };
        answers = new StreamReader(client.GetStream(), Encoding.ASCII);
        client
            .GetStream()
            .Write(
                Encoding.ASCII.GetBytes(
                    $"POST /api/messages/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nTransfer-Encoding: chunked\r\n\r\n"
                )
            );
    }

    /// <summary>Sends a message under a key.</summary>
    public async Task Send(byte[] message, string key)
    {
        var line = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length} {key}\n"));
        var size = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Length + message.Length:x}\r\n"));
        await client.GetStream().WriteAsync((byte[])[.. size, .. line, .. message, .. "\r\n"u8]);
    }

    /// <summary>Says that nothing more comes.</summary>
    public async Task End() => await client.GetStream().WriteAsync("0\r\n\r\n"u8.ToArray());

    /// <summary>The next answer; null where the stream has ended.</summary>
    public async Task<JsonElement?> Hear()
    {
        try
        {
            while (await answers.ReadLineAsync().WaitAsync(Patience) is { } line)
            {
                if (line.StartsWith('{'))
                {
                    return JsonElement.Parse(line);
                }
                if (line == "0")
                {
                    return null;
                }
            }
        }
        catch (IOException)
        {
            // The office has gone.
        }
        return null;
    }

    public void Dispose()
    {
        answers.Dispose();
        client.Dispose();
    }
}
