using System.Globalization;

namespace Chancery.Web.Desk;

/// <summary>Times as the desk writes them: Zulu, to the minute, months in capitals.</summary>
public static class Zulu
{
    /// <summary><c>1231Z</c>.</summary>
    public static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("HHmm'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>1231:40Z</c>.</summary>
    public static string Second(DateTimeOffset at) => at.UtcDateTime.ToString("HHmm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>14 APR 26</c>.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("dd MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant();

    /// <summary><c>14 APR 26 1231Z</c>.</summary>
    public static string Instant(DateTimeOffset at) => $"{Day(at)} {Minute(at)}";

    /// <summary>The minute within the last day, else the day: what a list row has room for.</summary>
    public static string Short(DateTimeOffset at, DateTimeOffset now) =>
        at <= now && now - at < TimeSpan.FromDays(1) ? Minute(at) : Day(at);
}
