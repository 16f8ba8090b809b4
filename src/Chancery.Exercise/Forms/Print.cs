namespace Chancery.Exercise.Forms;

/// <summary>How times, levels and marks are printed.</summary>
internal static class Print
{
    private static readonly ImmutableArray<string> Months =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];

    /// <summary>The month in three letters.</summary>
    public static string Month(DateTimeOffset time) => Months[time.Month - 1];

    /// <summary>A date-time group; four digits of the year since 2006 in the base form (transmission.md 7.1).</summary>
    public static DateTimeGroup Dtg(DateTimeOffset time, bool longYear)
    {
        var year = longYear ? time.Year : time.Year % 100;
        return new DateTimeGroup(
            string.Create(CultureInfo.InvariantCulture, $"{time.Day:00}{time.Hour:00}{time.Minute:00}Z {Month(time)} {year:00}"),
            time
        );
    }

    /// <summary>The filing time <c>dddhhmm</c>.</summary>
    public static string Julian(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.DayOfYear:000}{time.Hour:00}{time.Minute:00}");

    /// <summary>The level as a classification line prints it (text.md CL-2).</summary>
    public static string LevelLine(Level level) =>
        level switch
        {
            Level.Restricted => "R E S T R I C T E D",
            Level.Confidential => "C O N F I D E N T I A L",
            Level.Secret => "S E C R E T",
            Level.TopSecret => "T O P  S E C R E T",
            Level.Lou => "LIMITED OFFICIAL USE",
            _ => "UNCLAS",
        };

    /// <summary>The letter of the security warning (transmission.md 6.1).</summary>
    public static char WarningLetter(Level level) =>
        level switch
        {
            Level.Restricted => 'R',
            Level.Confidential => 'C',
            Level.Secret => 'S',
            Level.TopSecret => 'T',
            _ => 'U',
        };

    /// <summary>A portion mark.</summary>
    public static Marking Mark(Level level, bool nationalsOnly) =>
        nationalsOnly ? new Marking(level, ["NOFORN"], $"({level.Mark()}/NF)") : new Marking(level, [], $"({level.Mark()})");
}
