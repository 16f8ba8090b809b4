using System.Globalization;
using System.Net.Sockets;

namespace Chancery.Web.Tests;

/// <summary>A program that keeps one request open, sends messages down it and reads the answers meanwhile.</summary>
internal sealed class OpenStream : IDisposable
{
    private readonly Socket socket;
    private readonly StreamReader answers;
    private bool isOpen;

    public OpenStream(Uri address, string? token)
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", address.Port);
        answers = new StreamReader(new NetworkStream(socket), Encoding.ASCII);
        var signIn = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        Put($"POST /api/messages/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n{signIn}Transfer-Encoding: chunked\r\n\r\n");
    }

    /// <summary>The status of the whole, and past its head.</summary>
    public async Task<int> Status(CancellationToken limit)
    {
        var first = await answers.ReadLineAsync(limit) ?? "";
        while (await answers.ReadLineAsync(limit) is { Length: > 0 }) { }
        isOpen = true;
        return int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a message behind its line.</summary>
    public void Send(ReadOnlySpan<byte> message, string? key = null)
    {
        SendBare(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{message.Length}{(key is null ? "" : " " + key)}\n"))
        );
        SendBare(message);
    }

    /// <summary>Sends bytes as they are, in a piece of their own.</summary>
    public void SendBare(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }
        Put(bytes.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        for (var sent = 0; sent < bytes.Length; )
        {
            sent += socket.Send(bytes[sent..]);
        }
        Put("\r\n");
    }

    /// <summary>Says that nothing more comes.</summary>
    public void End() => Put("0\r\n\r\n");

    /// <summary>The next answer; null at the end.</summary>
    public async Task<JsonElement?> Next(CancellationToken limit)
    {
        if (!isOpen)
        {
            Assert.Equal(200, await Status(limit));
        }
        while (await answers.ReadLineAsync(limit) is { } line)
        {
            if (line == "0")
            {
                return null;
            }
            if (line.StartsWith('{'))
            {
                return JsonElement.Parse(line);
            }
        }
        return null;
    }

    public void Dispose()
    {
        answers.Dispose();
        socket.Dispose();
    }

    private void Put(string text) => socket.Send(Encoding.ASCII.GetBytes(text));
}
