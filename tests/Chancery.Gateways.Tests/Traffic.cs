using System.Globalization;

namespace Chancery.Gateways.Tests;

/// <summary>Invented telegrams as they come over a circuit.</summary>
internal static class Traffic
{
    public static string Telegram(
        int number,
        string precedence = "R",
        string called = "RVEHAA",
        string channel = "QQA",
        int? text = null
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"VZCZC{channel}{number:000}\r\r\n{precedence}{precedence} {called}\r\r\nDE RVEHBB #{text ?? number:0000} 061{number / 60:00}{number % 60:00}\r\r\nZNR UUUUU\r\r\n"
                + $"{precedence} 02{(text ?? number) / 60:00}{(text ?? number) % 60:00}Z MAR 26\r\r\nFM LEGATION NORTHPORT\r\r\nTO RVEHAA/MINFOR HOMECITY\r\r\nBT\r\r\n"
                + $"UNCLAS NORTHPORT {text ?? number:000000}\r\r\n\r\r\nSUBJECT: EXERCISE: RETURN NUMBER {text ?? number}\r\r\n\r\r\n1. (U) TEST TRAFFIC ONLY.\r\r\nBT\r\r\n#{text ?? number:0000}\r\r\nNNNN\r\r\n"
        );

    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
