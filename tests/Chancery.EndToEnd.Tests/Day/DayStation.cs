using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Chancery.EndToEnd.Tests.Day;

/// <summary>
/// A station that sends its share of a day by a plain circuit, and errs as stations do: numbers left out and sent late when the office asks, transmissions
/// sent twice, messages sent again under a new number, headings and texts that arrive garbled. Keeps what became of each channel number on its side.
/// </summary>
internal sealed class DayStation(string name, int port, int first, int count)
{
    private const int Every = 97;
    private readonly ConcurrentDictionary<int, byte[]> leftOut = new();
    private readonly Lock sending = new();
    private int number;

    /// <summary>What was sent under each channel number.</summary>
    public ConcurrentDictionary<string, DayEvent> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>Transmissions sent twice under one number.</summary>
    public int Twice { get; private set; }

    /// <summary>Numbers that the office has reported open.</summary>
    public int Reported => Volatile.Read(ref reported);

    /// <summary>Numbers that were left out and not asked for yet.</summary>
    public int LeftOut => leftOut.Count;

    private int reported;

    /// <summary>Sends all of it, then waits until every number that was left out has been asked for and sent.</summary>
    public async Task Run()
    {
        using var client = new TcpClient("127.0.0.1", port) { NoDelay = true };
        await using var stream = client.GetStream();
        var listening = Task.Run(() => Listen(stream));
        for (var i = 0; i < count; i++)
        {
            Send(stream, first + i);
        }
        await Until.Holds(() => leftOut.IsEmpty, $"the report of the numbers that {name} left out", minutes: 10);
        client.Client.Shutdown(SocketShutdown.Send);
        await listening;
    }

    private void Send(NetworkStream stream, int n)
    {
        var what = (n % Every) switch
        {
            11 => DayEvent.Late,
            23 => DayEvent.Twice,
            37 => DayEvent.Again,
            53 => DayEvent.GarbledHeading,
            71 => DayEvent.GarbledText,
            _ => DayEvent.Whole,
        };
        var telegram = Telegram(Next(), n);
        // The first and the last number are never left out: nobody could tell.
        if (what == DayEvent.Late && (n == first || n >= first + count - 2))
        {
            what = DayEvent.Whole;
        }
        Sent[Number()] = what;
        switch (what)
        {
            case DayEvent.Late:
                leftOut[number] = telegram;
                return;
            case DayEvent.Twice:
                Write(stream, telegram);
                Write(stream, telegram);
                Twice++;
                return;
            case DayEvent.Again:
                Sent[Number()] = DayEvent.Whole;
                Write(stream, telegram);
                Next();
                Sent[Number()] = DayEvent.Again;
                Write(stream, Telegram(number, n));
                return;
            case DayEvent.GarbledHeading:
                Write(stream, Garbled(telegram, "\r\nDE ", n));
                return;
            case DayEvent.GarbledText:
                Write(stream, Garbled(telegram, "EXERCISE", n));
                return;
            default:
                Write(stream, telegram);
                return;
        }
    }

    private int Next() => ++number;

    private string Number() => string.Create(CultureInfo.InvariantCulture, $"{name}{number:000}");

    private void Write(NetworkStream stream, byte[] bytes)
    {
        lock (sending)
        {
            stream.Write(bytes);
        }
    }

    /// <summary>Hears what the office says, and sends what it misses under its old number.</summary>
    private void Listen(NetworkStream stream)
    {
        using var lines = new StreamReader(stream, Encoding.ASCII, false, 4096, leaveOpen: true);
        var isReport = false;
        try
        {
            while (lines.ReadLine() is { } line)
            {
                var groups = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                isReport = groups is ["ZFX", ..] || (isReport && groups is not ["NNNN"]);
                foreach (var group in isReport ? groups : [])
                {
                    if (
                        group.StartsWith(name, StringComparison.Ordinal)
                        && int.TryParse(group.AsSpan(name.Length), CultureInfo.InvariantCulture, out var open)
                    )
                    {
                        Interlocked.Increment(ref reported);
                        if (leftOut.TryRemove(open, out var telegram))
                        {
                            Write(stream, telegram);
                        }
                    }
                }
            }
        }
        catch (IOException)
        {
            // The office has ended the line.
        }
    }

    /// <summary>Eight letters behind a mark hit by noise.</summary>
    private static byte[] Garbled(byte[] telegram, string mark, int n)
    {
        var garbled = telegram.ToArray();
        var at = garbled.AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) + mark.Length;
        for (var i = 0; i < 8; i++)
        {
            garbled[at + i] = (byte)('A' + ((n * 31) + (i * 7)) % 26);
        }
        return garbled;
    }

    private byte[] Telegram(int channelNumber, int n)
    {
        var at = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(n);
        var dtg = at.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();
        var precedence = "RRRRRPPOZ"[n % 9];
        var station = n % 6 == 0 ? "RVEHYY" : "RVEHXX";
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"VZCZC{name}{channelNumber:0000}\r\n{precedence}{precedence} {station}\r\nDE RVEHCC #{n % 10000:0000} {at.DayOfYear:000}{at:HHmm}\r\nZNR UUUUU\r\n{precedence} {dtg}\r\nFM LEGATION NORTHPORT\r\nTO {station}/MINFOR HOMECITY\r\nBT\r\nUNCLAS NORTHPORT {n:000000}\r\n\r\nSUBJECT: EXERCISE: RETURN NUMBER {n}\r\n"
        );
        for (var paragraph = 1; paragraph <= 1 + (n * 13 % 19); paragraph++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\r\n{paragraph}. (U) EXERCISE. {n * paragraph % 977} TRUCKS AND {n % 89} RADIOS WERE COUNTED IN STORE {paragraph}.\r\n"
            );
        }
        text.Append(CultureInfo.InvariantCulture, $"BT\r\n#{n % 10000:0000}\r\nNNNN\r\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
