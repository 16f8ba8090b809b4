using System.Globalization;

namespace Chancery.Cli.Output;

/// <summary>Numbers as people read them.</summary>
internal static class Counts
{
    /// <summary>The same for a noun that takes no s.</summary>
    public static string Of(long number, string noun, string plural) => number == 1 ? Of(number, noun) : $"{Grouped(number)} {plural}";

    /// <summary>Such as <c>1 message</c> or <c>3,850 messages</c>.</summary>
    public static string Of(long number, string noun) => $"{Grouped(number)} {noun}{(number == 1 ? "" : "s")}";

    public static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>12 KB</c> or <c>1.4 GB</c>.</summary>
    public static string Bytes(long bytes) =>
        bytes switch
        {
            < 1000 => Of(bytes, "byte"),
            < 1_000_000 => $"{Short(bytes / 1e3)} KB",
            < 1_000_000_000 => $"{Short(bytes / 1e6)} MB",
            _ => $"{Short(bytes / 1e9)} GB",
        };

    /// <summary>Such as <c>0.4 s</c> or <c>3 min 20 s</c>.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalSeconds < 60
            ? $"{Short(time.TotalSeconds)} s"
            : $"{Grouped((long)time.TotalMinutes)} min {time.Seconds.ToString(CultureInfo.InvariantCulture)} s";

    private static string Short(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
