using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads dates and date-time groups as texts print them (text.md NV-7, section 8). Two-digit years 50-99 mean the last century.</summary>
internal static class DateWords
{
    /// <summary>The month named by three letters at the start, 1 to 12, or 0.</summary>
    public static int Month(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3)
        {
            return 0;
        }
        return ((text[0] & 0xDF) << 16 | (text[1] & 0xDF) << 8 | (text[2] & 0xDF)) switch
        {
            'J' << 16 | 'A' << 8 | 'N' => 1,
            'F' << 16 | 'E' << 8 | 'B' => 2,
            'M' << 16 | 'A' << 8 | 'R' => 3,
            'A' << 16 | 'P' << 8 | 'R' => 4,
            'M' << 16 | 'A' << 8 | 'Y' => 5,
            'J' << 16 | 'U' << 8 | 'N' => 6,
            'J' << 16 | 'U' << 8 | 'L' => 7,
            'A' << 16 | 'U' << 8 | 'G' => 8,
            'S' << 16 | 'E' << 8 | 'P' => 9,
            'O' << 16 | 'C' << 8 | 'T' => 10,
            'N' << 16 | 'O' << 8 | 'V' => 11,
            'D' << 16 | 'E' << 8 | 'C' => 12,
            _ => 0,
        };
    }

    /// <summary>A four-digit year from two or four digits, or null.</summary>
    public static int? Year(int number, int digits) =>
        digits switch
        {
            4 when number is >= 1900 and <= 2099 => number,
            2 => number >= 50 ? 1900 + number : 2000 + number,
            _ => null,
        };

    /// <summary>
    /// Finds a date-time group such as <c>131544ZDEC07</c>, <c>091506Z NOV 07</c> or <c>R 162245Z OCT 08</c>. A group that is no real time
    /// keeps its words and has no instant.
    /// </summary>
    public static bool TryGroup(ReadOnlySpan<byte> text, out DateTimeGroup group, out int start, out int length)
    {
        for (start = 0; start + 10 <= text.Length; start++)
        {
            var behindDigit = start > 0 && Words.IsDigit(text[start - 1]);
            if (!behindDigit && Words.TryNumber(text, start, out var number, out var digits) && digits == 6)
            {
                var at = Words.SkipBlanks(text, start + 6);
                if (at < text.Length && (text[at] & 0xDF) == 'Z')
                {
                    at++;
                }
                at = Words.SkipBlanks(text, at);
                // "281838Z/DEC2001": a field's slant slipped in between.
                at = at > start + 6 && at < text.Length && text[at] == '/' ? Words.SkipBlanks(text, at + 1) : at;
                var month = Month(text[Math.Min(at, text.Length)..]);
                if (month > 0)
                {
                    at += 3;
                    var yearAt = Words.SkipBlanks(text, at);
                    int? year = null;
                    if (Words.TryNumber(text, yearAt, out var printed, out var yearDigits) && Year(printed, yearDigits) is { } read)
                    {
                        year = read;
                        at = yearAt + yearDigits;
                    }
                    length = at - start;
                    group = new DateTimeGroup(Encoding.UTF8.GetString(text.Slice(start, length)), Instant(year, month, number));
                    return true;
                }
            }
        }
        group = null!;
        length = 0;
        return false;
    }

    /// <summary>
    /// Finds a date such as <c>30JAN2007</c>, <c>9MAY08</c>, <c>30 JAN 07</c>, <c>MAY 9, 2008</c>, <c>YMD: 20220701</c> or <c>20100908</c>.
    /// <c>JUL97</c> names no day and gives none.
    /// </summary>
    public static DateOnly? Date(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Words.IsDigit(text[at]) || (at > 0 && Words.IsDigit(text[at - 1])))
            {
                continue;
            }
            if (!Words.TryNumber(text, at, out var number, out var digits))
            {
                return null;
            }
            if (digits == 8 && Day(number / 10_000, number / 100 % 100, number % 100) is { } whole)
            {
                return whole;
            }
            var next = Words.SkipBlanks(text, at + digits);
            next += digits <= 2 && next < text.Length && text[next] == '-' ? 1 : 0;
            var month = digits <= 2 && next < text.Length ? Month(text[next..]) : 0;
            if (month > 0)
            {
                next += 3;
                while (next < text.Length && Words.IsLetter(text[next]))
                {
                    next++;
                }
                next = Words.SkipBlanks(text, next);
                next += next < text.Length && text[next] == '-' ? 1 : 0;
                if (Words.TryNumber(text, next, out var year, out var yearDigits) && Year(year, yearDigits) is { } read)
                {
                    return Day(read, month, number);
                }
            }
            if (digits <= 2 && MonthInFront(text[..at]) is var named and > 0)
            {
                next = next < text.Length && text[next] == ',' ? Words.SkipBlanks(text, next + 1) : next;
                if (Words.TryNumber(text, next, out var year, out var yearDigits) && Year(year, yearDigits) is { } read)
                {
                    return Day(read, named, number);
                }
            }
            at += digits - 1;
        }
        return null;
    }

    /// <summary>The month whose name, whole or cut, ends right in front of a day: <c>MAY 4, 2018</c>; 0 where none does.</summary>
    private static int MonthInFront(ReadOnlySpan<byte> front)
    {
        front = front.TrimEnd(" ."u8);
        var start = front.Length;
        while (start > 0 && Words.IsLetter(front[start - 1]))
        {
            start--;
        }
        var word = front[start..];
        var month = Month(word);
        if (month == 0)
        {
            return 0;
        }
        ReadOnlySpan<byte> name = month switch
        {
            1 => "JANUARY"u8,
            2 => "FEBRUARY"u8,
            3 => "MARCH"u8,
            4 => "APRIL"u8,
            5 => "MAY"u8,
            6 => "JUNE"u8,
            7 => "JULY"u8,
            8 => "AUGUST"u8,
            9 => "SEPTEMBER"u8,
            10 => "OCTOBER"u8,
            11 => "NOVEMBER"u8,
            _ => "DECEMBER"u8,
        };
        return word.Length <= name.Length && Words.Starts(name, word) ? month : 0;
    }

    /// <summary>A day of the calendar, or null where there is no such day.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateTimeOffset? Instant(int? year, int month, int number)
    {
        int hour = number / 100 % 100,
            minute = number % 100;
        return year is { } known && Day(known, month, number / 10_000) is { } day && hour < 24 && minute < 60
            ? new DateTimeOffset(day, new TimeOnly(hour, minute), TimeSpan.Zero)
            : null;
    }
}
