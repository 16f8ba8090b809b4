using System.Globalization;
using System.Text;

namespace Chancery.Bench.Accept;

/// <summary>Invented messages of 2 KB, each with a number of its own.</summary>
internal static class BenchTelegram
{
    private const int Size = 2048;
    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static int last;

    /// <summary>The next message.</summary>
    /// <param name="channel">Channel designator and number, such as <c>QQA001</c>.</param>
    /// <param name="precedence">The letter of its precedence.</param>
    /// <param name="station">The routing indicator it is for.</param>
    public static byte[] Next(string channel = "XXA001", char precedence = 'R', string station = "RVEHZZ")
    {
        var n = Interlocked.Increment(ref last);
        var at = Start.AddMinutes(n % 500_000);
        var dtg = at.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();
        var text = new StringBuilder(Size);
        text.Append(
            CultureInfo.InvariantCulture,
            $"VZCZC{channel}\r\n{precedence}{precedence} {station}\r\nDE RVEHCC #{n % 10000:0000} {at.DayOfYear:000}{at:HHmm}\r\nZNR UUUUU\r\n"
        );
        text.Append(CultureInfo.InvariantCulture, $"{precedence} {dtg}\r\nFM LEGATION NORTHPORT\r\nTO {station}/MINFOR HOMECITY\r\nBT\r\n");
        text.Append(CultureInfo.InvariantCulture, $"UNCLAS NORTHPORT {n:000000}\r\n\r\nE.O. 13526: N/A\r\nTAGS: MASS, PREL\r\n");
        text.Append(CultureInfo.InvariantCulture, $"SUBJECT: EXERCISE: RETURN NUMBER {n}\r\n\r\n");
        var end = string.Create(CultureInfo.InvariantCulture, $"\r\nGRANT\r\nBT\r\n#{n % 10000:0000}\r\nNNNN\r\n");
        for (var paragraph = 1; text.Length + end.Length < Size - 150; paragraph++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{paragraph}. (U) EXERCISE. TRUCKS {n + paragraph} AND RADIOS {n * 7 % 1000} WERE COUNTED IN STORE {paragraph} OF THE\r\nDEPOT; WHAT IS MISSING FOLLOWS BY BAG. NO ACTION IS ASKED FOR.\r\n"
            );
        }
        return Encoding.ASCII.GetBytes(text.Append(end).ToString());
    }
}
