using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>Posts messages over one kept connection, each after the answer to the last.</summary>
internal sealed class HttpSender(int port, string token) : IDisposable
{
    private readonly Socket socket = Connect(port);
    private readonly byte[] buffer = new byte[16 * 1024];
    private int filled;

    public void Send(Burst burst, List<double> waits)
    {
        while (burst.Lasts)
        {
            var started = Stopwatch.GetTimestamp();
            Post(BenchTelegram.Next());
            waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    /// <summary>Posts one body; throws where it is not answered 201.</summary>
    public void Post(ReadOnlySpan<byte> message)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Length: {message.Length}\r\n\r\n"
        );
        var request = new byte[head.Length + message.Length];
        Encoding.ASCII.GetBytes(head, request);
        message.CopyTo(request.AsSpan(head.Length));
        socket.Send(request);
        filled = 0;
        while (!IsWhole(Encoding.ASCII.GetString(buffer, 0, filled)))
        {
            var count = socket.Receive(buffer.AsSpan(filled));
            filled += count > 0 ? count : throw new IOException("the connection ended");
        }
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 201"u8))
        {
            throw new IOException(Encoding.ASCII.GetString(buffer, 0, filled));
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(string answer)
    {
        var head = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (head < 0)
        {
            return false;
        }
        const string Length = "Content-Length: ";
        var at = answer.IndexOf(Length, StringComparison.OrdinalIgnoreCase);
        return at < 0 || at > head
            ? answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal)
            : answer.Length
                >= head
                    + 4
                    + int.Parse(
                        answer.AsSpan(at + Length.Length).Slice(0, answer.IndexOf('\r', at) - at - Length.Length),
                        CultureInfo.InvariantCulture
                    );
    }

    private static Socket Connect(int port)
    {
        var made = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        made.Connect("127.0.0.1", port);
        return made;
    }
}
