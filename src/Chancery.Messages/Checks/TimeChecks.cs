using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>Date-time group and filing time (transmission.md 11.2).</summary>
internal sealed class TimeChecks : CheckGroup
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Late = TimeSpan.FromHours(24);
    private static readonly TimeSpan Future = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Heading.Dtg is { } dtg)
        {
            Group(reading, dtg, findings);
        }
        if (reading.Heading.Station is { FiledRaw: { } filed } station)
        {
            Filing(reading, station, filed, findings);
        }
    }

    private static void Group(MessageReading reading, DateTimeGroup dtg, FindingList findings)
    {
        var shape = reading.Heading.DtgShape;
        var place = reading.Heading.DtgSpan;
        if (!shape.IsWellFormed)
        {
            findings.Add("TX-207", place, $"Date-time group {dtg.Raw} is damaged, it has six digits and a zone letter.");
            return;
        }
        var zone = dtg.Raw[6];
        if (Calendar.ZoneHours((byte)zone) is null)
        {
            findings.Add("TX-208", place, $"Zone letter {zone} is no time zone, date-time groups are in Z.", Severity.Error);
        }
        else
        {
            if (zone != 'Z')
            {
                findings.Add("TX-208", place, $"Zone letter is {zone}, date-time groups are in Z.");
            }
            if (dtg.Utc is null && (shape.Year >= 0 || !IsPossible(dtg.Raw)))
            {
                findings.Add("TX-207", place, $"Date-time group {dtg.Raw} is no date and time that exists.");
            }
        }
        switch (dtg.Raw.AsSpan(2, 4))
        {
            case "0000":
                findings.Add("TX-209", place, "The time is 0000, 0001 or 2359 of the day before is usual.");
                break;
            case "2400":
                findings.Add("TX-209", place, "The time is 2400, 2359 is usual.", Severity.Warning);
                break;
        }
        if (shape.Year < 0)
        {
            findings.Add("TX-212", place, "The date-time group has no year.");
        }
        else if (shape.Year < 100 && reading.IsBase)
        {
            findings.Add("TX-221", place, "The year has two digits, since 2006 it has four.");
        }
        if (dtg.Utc is { } utc && reading.Options.ReceivedAt is { } received && utc - received > Future)
        {
            findings.Add("TX-210", place, $"Date-time group {dtg.Raw} lies after the receipt of the message.");
        }
    }

    private static bool IsPossible(string raw) =>
        raw.AsSpan(0, 2) is var day
        && string.CompareOrdinal(day.ToString(), "01") >= 0
        && string.CompareOrdinal(day.ToString(), "31") <= 0
        && string.CompareOrdinal(raw.Substring(2, 2), "24") <= 0
        && string.CompareOrdinal(raw.Substring(4, 2), "59") <= 0;

    private static void Filing(MessageReading reading, CallingStation station, string filed, FindingList findings)
    {
        var place = reading.Heading.FiledSpan;
        if (Impossible(filed, station, reading.Heading.Dtg?.Utc) is { } why)
        {
            findings.Add("TX-203", place, $"Filing time {filed} is impossible: {why}.");
            return;
        }
        if (station.Filed is not { } at || reading.Heading.Dtg?.Utc is not { } dtg)
        {
            return;
        }
        var days = Math.Abs((at.UtcDateTime.Date - dtg.UtcDateTime.Date).Days);
        if (days > 0)
        {
            findings.Add(
                "TX-204",
                place,
                $"Filing day of {filed} and day of {reading.Heading.Dtg.Raw} are {days} {(days == 1 ? "day" : "days")} apart.",
                days == 1 ? Severity.Info : null
            );
        }
        if (dtg - at > Early)
        {
            findings.Add("TX-205", place, $"Filing time {filed} is earlier than the date-time group {reading.Heading.Dtg.Raw}.");
        }
        if (at - dtg > Late && !IsExplained(reading.Heading))
        {
            findings.Add(
                "TX-206",
                place,
                $"Filing time {filed} is more than a day later than the date-time group {reading.Heading.Dtg.Raw}."
            );
        }
        if ((at - dtg).Duration() > Month)
        {
            findings.Add("TX-211", place, $"Filing time {filed} and {reading.Heading.Dtg.Raw} are more than a month apart.");
        }
    }

    /// <summary>Why a filing time cannot be; null where it can.</summary>
    private static string? Impossible(string filed, CallingStation station, DateTimeOffset? dtg)
    {
        var isJulian = filed.Length == 7;
        var day = int.Parse(filed.AsSpan(0, isJulian ? 3 : 2));
        var most = isJulian ? 366 : 31;
        if (day < 1 || day > most)
        {
            return isJulian ? $"its day of the year is {day:000}, days go from 001 to 366" : $"its day is {day:00}, days go from 01 to 31";
        }
        if (int.Parse(filed.AsSpan(3, 2)) > 23 || int.Parse(filed.AsSpan(5, 2)) > 59)
        {
            return "its time is none of a day";
        }
        return dtg is { } near && (station.Filed is null || (day == 366 && isJulian && !IsNearLeapDay(station, near)))
            ? "that day does not exist in the year of the message"
            : null;
    }

    /// <summary>Day 366 is right only where the leap year's last day lies within a month of the date-time group.</summary>
    private static bool IsNearLeapDay(CallingStation station, DateTimeOffset near) => (station.Filed!.Value - near).Duration() <= Month;

    private static bool IsExplained(HeadingReading heading) =>
        heading.Called?.ContentIndicator?.StartsWith("ZDK", StringComparison.Ordinal) == true
        || heading.Instructions.Any(i =>
            i.Signal.StartsWith("ZDK", StringComparison.Ordinal) || i.Signal.StartsWith("ZFG", StringComparison.Ordinal)
        )
        || heading.MessageInstructions.Any(i => i is "ZDK" or "ZFG");
}
