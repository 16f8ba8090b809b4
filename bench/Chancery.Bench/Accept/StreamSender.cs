using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>Sends down one request that stays open, many messages under way at once; a line of JSON answers each.</summary>
internal sealed class StreamSender : IDisposable
{
    private const int Window = 200;
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Queue<long> sent = new();
    private readonly byte[] buffer = new byte[64 * 1024];
    private byte before;

    public StreamSender(int port, string token)
    {
        socket.Connect("127.0.0.1", port);
        Put(
            $"POST /api/messages/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nTransfer-Encoding: chunked\r\n\r\n"
        );
    }

    /// <summary>Sends while the burst lasts.</summary>
    public void Send(Burst burst, List<double> waits)
    {
        while (burst.Lasts)
        {
            while (sent.Count < Window)
            {
                SendNext();
            }
            Hear(waits);
        }
        while (sent.Count > 0)
        {
            Hear(waits);
        }
    }

    public void Dispose() => socket.Dispose();

    private void SendNext()
    {
        var telegram = BenchTelegram.Next();
        var line = string.Create(CultureInfo.InvariantCulture, $"{telegram.Length}\n");
        var size = string.Create(CultureInfo.InvariantCulture, $"{line.Length + telegram.Length:x}\r\n");
        sent.Enqueue(Stopwatch.GetTimestamp());
        socket.Send([.. Encoding.ASCII.GetBytes(size + line), .. telegram, .. "\r\n"u8]);
    }

    /// <summary>Takes what answers have come: lines that end with a brace.</summary>
    private void Hear(List<double> waits)
    {
        var count = socket.Receive(buffer);
        if (count == 0)
        {
            throw new IOException("the stream ended");
        }
        foreach (var letter in buffer.AsSpan(0, count))
        {
            if (letter == (byte)'\n' && before == (byte)'}')
            {
                waits.Add(Stopwatch.GetElapsedTime(sent.Dequeue()).TotalMilliseconds);
            }
            before = letter;
        }
        if (buffer.AsSpan(0, count).IndexOf("\"status\":4"u8) >= 0 || buffer.AsSpan(0, count).IndexOf("\"status\":5"u8) >= 0)
        {
            throw new IOException(Encoding.ASCII.GetString(buffer, 0, count));
        }
    }

    private void Put(string text) => socket.Send(Encoding.ASCII.GetBytes(text));
}
