using System.Net.Sockets;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>The other end of an acknowledged circuit: answers QSL to whatever comes, at once.</summary>
internal sealed class Station : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Thread listening;
    private int count;

    public Station(int port)
    {
        socket.Connect("127.0.0.1", port);
        listening = new Thread(Listen);
        listening.Start();
    }

    /// <summary>Transmissions answered so far.</summary>
    public int Count => Volatile.Read(ref count);

    public void Dispose()
    {
        socket.Dispose();
        listening.Join();
    }

    private void Listen()
    {
        const string Start = "VZCZC";
        using var lines = new StreamReader(new NetworkStream(socket), Encoding.ASCII, false, 64 * 1024);
        var number = "";
        try
        {
            while (lines.ReadLine() is { } line)
            {
                if (line.StartsWith(Start, StringComparison.Ordinal))
                {
                    number = line[Start.Length..].Trim();
                }
                else if (line.StartsWith("NNNN", StringComparison.Ordinal))
                {
                    socket.Send(Encoding.ASCII.GetBytes($"QSL {number}\r\r\n"));
                    Interlocked.Increment(ref count);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
        {
            // The measurement is over.
        }
    }
}
