using System.Globalization;

namespace Chancery.Messages.Heading;

/// <summary>Date-time groups and filing times as instants (transmission.md 7.1). Whatever is no date gives null.</summary>
internal static class Calendar
{
    private const int Pivot = 70;

    /// <summary>Two-digit years of the base standard ended with 2005 (ACP 127(G) 113).</summary>
    private const int PivotOfTheBase = 6;

    /// <summary>The instant of a well-formed group; without a year it takes a receipt time to know it.</summary>
    public static DateTimeOffset? Instant(ReadOnlySpan<byte> group, DtgLine shape, Profile profile, DateTimeOffset? receivedAt)
    {
        var day = FormatLine.Number(group[..2]);
        var hour = FormatLine.Number(group[2..4]);
        var minute = FormatLine.Number(group[4..6]);
        if (ZoneHours(group[6]) is not { } zone || (hour > 23 && !(hour == 24 && minute == 0)) || minute > 59)
        {
            return null;
        }
        return Year(shape, day, profile, receivedAt) is { } year && Date(year, shape.Month, day) is { } date
            ? date.AddMinutes((hour * 60) + minute - (zone * 60))
            : null;
    }

    /// <summary>Hours that a zone is ahead of Z: A to M east without J, N to Y west; null where the letter is no zone.</summary>
    public static int? ZoneHours(byte letter) =>
        letter switch
        {
            (byte)'Z' => 0,
            >= (byte)'A' and <= (byte)'I' => letter - 'A' + 1,
            >= (byte)'K' and <= (byte)'M' => letter - 'A',
            >= (byte)'N' and <= (byte)'Y' => 'M' - letter,
            _ => null,
        };

    /// <summary>The instant of a filing time, in the year (or month) that puts it nearest to <paramref name="near"/>.</summary>
    public static DateTimeOffset? Filed(string? printed, DateTimeOffset? near)
    {
        if (printed is null || near is not { } middle)
        {
            return null;
        }
        var isJulian = printed.Length == 7;
        var hour = Number(printed.AsSpan(3, 2));
        var minute = Number(printed.AsSpan(5, 2));
        if (hour > 23 || minute > 59)
        {
            return null;
        }
        DateTimeOffset? best = null;
        for (var step = -1; step <= 1; step++)
        {
            var day = isJulian
                ? DayOfYear(middle.Year + step, Number(printed.AsSpan(0, 3)))
                : DayOfMonth(middle, step, Number(printed.AsSpan(0, 2)));
            if (
                day?.AddMinutes((hour * 60) + minute) is { } found
                && (best is null || (found - middle).Duration() < (best.Value - middle).Duration())
            )
            {
                best = found;
            }
        }
        return best;
    }

    private static DateTimeOffset? DayOfYear(int year, int day) =>
        year is >= 2 and <= 9997 && day >= 1 && day <= (DateTime.IsLeapYear(year) ? 366 : 365)
            ? new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day - 1)
            : null;

    private static DateTimeOffset? DayOfMonth(DateTimeOffset middle, int step, int day)
    {
        var month = (middle.Year * 12) + middle.Month - 1 + step;
        return Date(month / 12, (month % 12) + 1, day);
    }

    private static DateTimeOffset? Date(int year, int month, int day) =>
        year is >= 2 and <= 9997 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;

    private static int? Year(DtgLine shape, int day, Profile profile, DateTimeOffset? receivedAt)
    {
        if (shape.Year >= 100)
        {
            return shape.Year;
        }
        if (receivedAt is { } received)
        {
            // The last fitting year that does not lie behind the receipt; a day's grace for clocks.
            var limit = received.UtcDateTime < DateTime.MaxValue.AddDays(-1) ? received.UtcDateTime.AddDays(1) : DateTime.MaxValue;
            for (var year = limit.Year; year > Math.Max(0, limit.Year - 100); year--)
            {
                var isFitting = shape.Year < 0 || year % 100 == shape.Year;
                if (isFitting && Date(year, shape.Month, day) is { } date && date.UtcDateTime <= limit)
                {
                    return year;
                }
            }
        }
        if (shape.Year < 0)
        {
            return null;
        }
        return shape.Year + (shape.Year >= (profile == Profile.Acp127 ? PivotOfTheBase : Pivot) ? 1900 : 2000);
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
