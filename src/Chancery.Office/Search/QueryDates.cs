using System.Globalization;

namespace Chancery.Office;

/// <summary>Dates as people type them in queries, each a span of days.</summary>
internal static class QueryDates
{
    /// <summary>What can be typed, for sentences.</summary>
    public const string Forms = "2008, 2008-09, 2008-09-29, \"29 sep 08\" or \"last month\"";

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The first day and the day after the last one; or null, with what is wrong.</summary>
    public static (DateOnly First, DateOnly End)? Parse(string text, DateOnly today, out string problem)
    {
        problem = $"\"{text}\" is no date";
        var words = Words.Fold(text);
        try
        {
            return words switch
            {
                ["today"] => Days(today, 1),
                ["yesterday"] => Days(today.AddDays(-1), 1),
                ["last" or "this", var unit] => Relative(words[0] == "last", unit, today),
                [var day, var month, var year] when Month(month) is { } number => Day(
                    FullYear(Number(year), today),
                    number,
                    Number(day),
                    out problem
                ),
                [var month, var year] when Month(month) is { } number => MonthOf(FullYear(Number(year), today), number, out problem),
                [var packed] when packed.Length is 7 or 9 && Month(packed[2..5]) is { } number => Day(
                    FullYear(Number(packed[5..]), today),
                    number,
                    Number(packed[..2]),
                    out problem
                ),
                [var year] when year.Length == 4 && Number(year) > 0 => (new DateOnly(Number(year), 1, 1), NextYear(Number(year))),
                [var year, var month] when year.Length == 4 => MonthOf(Number(year), Number(month), out problem),
                [var year, var month, var day] when year.Length == 4 => Day(Number(year), Number(month), Number(day), out problem),
                _ => null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The span that is written at the beginning of something that is no date, or null: "2008" of "2008-13-40".</summary>
    public static string? Beginning(string text, DateOnly today)
    {
        var words = Words.Fold(text);
        for (var count = words.Length - 1; count > 0; count--)
        {
            var shorter = string.Join('-', words.Take(count));
            if (Parse(shorter, today, out _) is not null)
            {
                return shorter;
            }
        }
        return null;
    }

    private static (DateOnly, DateOnly)? Relative(bool last, string unit, DateOnly today)
    {
        var week = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        var year = new DateOnly(today.Year, 1, 1);
        return unit switch
        {
            "week" => Days(last ? week.AddDays(-7) : week, 7),
            "month" => last ? (month.AddMonths(-1), month) : (month, month.AddMonths(1)),
            "year" => last ? (year.AddYears(-1), year) : (year, year.AddYears(1)),
            _ => null,
        };
    }

    private static (DateOnly, DateOnly)? MonthOf(int year, int month, out string problem)
    {
        problem = $"there is no month {month}";
        if (month is < 1 or > 12 || year < 1)
        {
            return null;
        }
        var first = new DateOnly(year, month, 1);
        return (first, first.AddMonths(1));
    }

    private static (DateOnly, DateOnly)? Day(int year, int month, int day, out string problem)
    {
        if (MonthOf(year, month, out problem) is null)
        {
            return null;
        }
        problem = $"month {year:0000}-{month:00} has no day {day}";
        return day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Days(new DateOnly(year, month, day), 1) : null;
    }

    private static (DateOnly, DateOnly)? Days(DateOnly first, int count) => (first, first.AddDays(count));

    private static DateOnly NextYear(int year) => year < 9999 ? new DateOnly(year + 1, 1, 1) : DateOnly.MaxValue;

    private static int? Month(string word) =>
        Array.IndexOf(Months, word.Length > 3 ? word[..3] : word) is >= 0 and var index ? index + 1 : null;

    private static int Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Two digits mean the year nearest to today: at most 20 years ahead.</summary>
    private static int FullYear(int year, DateOnly today)
    {
        if (year is < 0 or > 99)
        {
            return year;
        }
        var full = (today.Year / 100 * 100) + year;
        return full > today.Year + 20 ? full - 100 : full;
    }
}
