using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Chancery.Bench.Accept;

/// <summary>Sends by an acknowledged circuit: keeps a transmission until QSL comes.</summary>
internal sealed class CircuitSender : IDisposable
{
    private const int LastNumber = 999;
    private const int Window = 64;
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly string name;
    private readonly string station;
    private readonly Queue<long> sent = new();
    private readonly byte[] buffer = new byte[16 * 1024];
    private int number = 1;
    private bool isAtLineStart = true;

    /// <summary>Connects.</summary>
    /// <param name="port">The circuit's port.</param>
    /// <param name="name">Its channel designator.</param>
    /// <param name="station">The routing indicator that the traffic is for.</param>
    public CircuitSender(int port, string name, string station)
    {
        this.name = name;
        this.station = station;
        socket.Connect("127.0.0.1", port);
    }

    /// <summary>Sends while the burst lasts, as many as a circuit has under way.</summary>
    public void Send(Burst burst, List<double> waits) => Send(Window, burst, waits);

    /// <summary>Sends while the burst lasts, each after the answer to the last.</summary>
    public void SendOneByOne(Burst burst, List<double> waits) => Send(1, burst, waits);

    /// <summary>Sends so many a second while the burst lasts.</summary>
    public void SendAtRate(int rate, Burst burst, List<double> waits)
    {
        var started = Stopwatch.GetTimestamp();
        for (var count = 0L; burst.Lasts; )
        {
            var ahead = (count * 1000.0 / rate) - Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (ahead > 1)
            {
                Thread.Sleep(1);
            }
            else if (sent.Count < Window)
            {
                SendNext();
                count++;
            }
            while (sent.Count > 0 && (socket.Available > 0 || sent.Count >= Window))
            {
                Hear(waits);
            }
        }
        Finish(waits);
    }

    /// <summary>Sends so many.</summary>
    public void Send(int count)
    {
        var waits = new List<double>();
        for (; count > 0; count--)
        {
            SendNext();
            while (sent.Count >= Window)
            {
                Hear(waits);
            }
        }
        Finish(waits);
    }

    public void Dispose() => socket.Dispose();

    private void Send(int window, Burst burst, List<double> waits)
    {
        while (burst.Lasts)
        {
            while (sent.Count < window)
            {
                SendNext();
            }
            Hear(waits);
        }
        Finish(waits);
    }

    private void SendNext()
    {
        var telegram = BenchTelegram.Next(string.Create(CultureInfo.InvariantCulture, $"{name}{number:000}"), 'R', station);
        number = number == LastNumber ? 1 : number + 1;
        sent.Enqueue(Stopwatch.GetTimestamp());
        socket.Send(telegram);
    }

    private void Finish(List<double> waits)
    {
        while (sent.Count > 0)
        {
            Hear(waits);
        }
    }

    /// <summary>Takes what answers have come: lines that begin with QSL.</summary>
    private void Hear(List<double> waits)
    {
        var count = socket.Receive(buffer);
        if (count == 0)
        {
            throw new IOException("the circuit ended");
        }
        foreach (var letter in buffer.AsSpan(0, count))
        {
            if (isAtLineStart && letter == (byte)'Q')
            {
                waits.Add(Stopwatch.GetElapsedTime(sent.Dequeue()).TotalMilliseconds);
            }
            isAtLineStart = letter == (byte)'\n';
        }
    }
}
