using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>What the driver knows: which numbered messages were acknowledged by which door, and which came out.</summary>
internal sealed class Ledger
{
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly ConcurrentDictionary<int, string> acknowledged = new();
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<string, byte>> delivered = new();
    private int number;
    private int repeated;

    public int Acknowledged => acknowledged.Count;

    public IReadOnlyCollection<int> All => [.. acknowledged.Keys];

    /// <summary>Acknowledged messages that have not come out yet.</summary>
    public IReadOnlyCollection<int> Missing => [.. acknowledged.Keys.Where(known => !delivered.ContainsKey(known))];

    /// <summary>Messages that came out under more than one channel number: doubled without saying so.</summary>
    public IReadOnlyCollection<int> Doubled => [.. delivered.Where(one => one.Value.Count > 1).Select(one => one.Key)];

    /// <summary>Messages that came out more than once, marked by the same channel number.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    public int Next() => Interlocked.Increment(ref number);

    public void Acknowledge(int message, string door) => acknowledged[message] = door;

    public void Deliver(int message, string channelNumber)
    {
        if (!delivered.GetOrAdd(message, _ => new ConcurrentDictionary<string, byte>(StringComparer.Ordinal)).TryAdd(channelNumber, 0))
        {
            Interlocked.Increment(ref repeated);
        }
    }

    public int By(string door) => acknowledged.Count(one => one.Value == door);

    /// <summary>An invented message that bears its number, for the station behind the outgoing circuit.</summary>
    public static string Telegram(int n, string channel)
    {
        var at = Start.AddMinutes(n);
        var dtg = at.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();
        var precedence = "RRRPPOZ"[n % 7];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"VZCZC{channel}\r\n{precedence}{precedence} RVEHZZ\r\nDE RVEHCC #{n % 10000:0000} {at.DayOfYear:000}{at:HHmm}\r\nZNR UUUUU\r\n{precedence} {dtg}\r\nFM LEGATION NORTHPORT\r\nTO RVEHZZ/MINFOR HOMECITY\r\nBT\r\nUNCLAS NORTHPORT {n:000000}\r\n\r\nSUBJECT: EXERCISE: RETURN NUMBER {n}\r\n\r\n1. (U) EXERCISE.\r\nBT\r\n#{n % 10000:0000}\r\nNNNN\r\n"
        );
    }

    /// <summary>The number in a telegram; 0 where there is none, as in a service message.</summary>
    public static int NumberIn(string telegram)
    {
        const string Mark = "UNCLAS NORTHPORT ";
        var at = telegram.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? 0 : int.Parse(telegram.AsSpan(at + Mark.Length, 6), CultureInfo.InvariantCulture);
    }

    public static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
