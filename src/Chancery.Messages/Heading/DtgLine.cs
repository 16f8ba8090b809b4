namespace Chancery.Messages.Heading;

/// <summary>Format line 5 taken apart (R-FL5). Offsets count from the start of the line.</summary>
/// <param name="First">The precedence letter, in a loose reading any letter; 0 where none is printed.</param>
/// <param name="Second">The second one; 0 where none is printed.</param>
/// <param name="Start">Where the date-time group begins.</param>
/// <param name="End">Where it ends, year included.</param>
/// <param name="Month">1 to 12; 0 where the letters are no month.</param>
/// <param name="Year">As printed; -1 where absent.</param>
/// <param name="IsWellFormed">False where digits, zone or month are damaged (TX-207).</param>
internal readonly record struct DtgLine(byte First, byte Second, int Start, int End, int Month, int Year, bool IsWellFormed)
{
    /// <summary>The longest line that holds nothing but a date-time group with blanks.</summary>
    public const int LongestSpaced = 32;

    private const string Months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    /// <summary>Reads a line that is format line 5 beyond doubt: precedence, six digits, zone letter, a month.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out DtgLine dtg) =>
        TryReadLoose(line, out dtg)
        && dtg.IsWellFormed
        && FormatLine.IsPrecedence(dtg.First)
        && (dtg.Second == 0 || FormatLine.IsPrecedence(dtg.Second));

    /// <summary>
    /// Reads a line that stands where format line 5 is due: the precedence may lack or be an unknown letter (TX-308), digits and zone may be damaged.
    /// </summary>
    public static bool TryReadLoose(ReadOnlySpan<byte> line, out DtgLine dtg)
    {
        dtg = default;
        var at = Blanks(line, 0);
        byte first = 0,
            second = 0;
        for (
            var letters = 0;
            letters < 3 && at + 1 < line.Length && line[at + 1] == ' ' && char.IsAsciiLetterUpper((char)line[at]);
            letters++
        )
        {
            (first, second) = letters == 0 ? (line[at], (byte)0) : (first, letters == 1 ? line[at] : second);
            at = Blanks(line, at + 1);
        }
        var start = at;
        var digits = Digits(line, at, 9);
        at += digits;
        if (digits is < 4 or > 8)
        {
            return false;
        }
        var hasZone = at < line.Length && char.IsAsciiLetterUpper((char)line[at]) && !IsMonth(line[at..]);
        at = Blanks(line, hasZone ? at + 1 : at);
        var month = MonthAt(line, at);
        if (month == 0)
        {
            return false;
        }
        at += 3;
        var year = YearAt(line, ref at);
        dtg = new DtgLine(first, second, start, at, month, year, digits == 6 && hasZone);
        return true;
    }

    /// <summary>
    /// Reads format line 5 with blanks among its digits, as the archive's copies print them: <c>P 251346 Z JUN 7 3</c> (text.md AR-6).
    /// <paramref name="tidy"/> holds the line without them; <paramref name="dtg"/> counts from the line's start.
    /// </summary>
    public static bool TrySpaced(ReadOnlySpan<byte> line, Span<byte> tidy, out DtgLine inTidy, out DtgLine dtg)
    {
        (inTidy, dtg) = (default, default);
        line = WithoutInstructions(line);
        if (line.Length < 14 || line.Length > tidy.Length || line[1] != ' ' || !FormatLine.IsPrecedence(line[0]))
        {
            return false;
        }
        (tidy[0], tidy[1]) = (line[0], (byte)' ');
        var length = 2;
        var first = 0;
        for (var at = 2; at < line.Length; at++)
        {
            if (line[at] == ' ')
            {
                continue;
            }
            first = first == 0 ? at : first;
            tidy[length++] = line[at];
        }
        if (length is not (14 or 16) || !TryRead(tidy[..length], out inTidy) || inTidy.End != length || inTidy.Year < 0)
        {
            return false;
        }
        dtg = inTidy with { Start = first, End = line.Length };
        return true;
    }

    /// <summary>True for a line that <see cref="TrySpaced"/> reads.</summary>
    public static bool IsSpaced(ReadOnlySpan<byte> line) => TrySpaced(line, stackalloc byte[LongestSpaced], out _, out _);

    /// <summary>The line to its year of two digits, where words stand behind: <c>R 02 1644Z JUN 07 PSN 118204H24</c>.</summary>
    private static ReadOnlySpan<byte> WithoutInstructions(ReadOnlySpan<byte> line)
    {
        for (var at = 8; at < Math.Min(line.Length, LongestSpaced); at++)
        {
            if (MonthAt(line, at) == 0)
            {
                continue;
            }
            var year = Blanks(line, at + 3);
            var end = year + Digits(line, year, 3);
            return end - year == 2 && end + 1 < line.Length && line[end] == ' ' && char.IsAsciiLetterUpper((char)line[end + 1])
                ? line[..end]
                : line;
        }
        return line;
    }

    /// <summary>True for a line that holds a date-time group without its precedence, and nothing else.</summary>
    public static bool IsBare(ReadOnlySpan<byte> line) =>
        line.Length is >= 14 and <= 18
        && char.IsAsciiDigit((char)line[0])
        && TryReadLoose(line, out var dtg)
        && dtg is { IsWellFormed: true, First: 0, Year: >= 0 }
        && dtg.End == line.Length;

    /// <summary>
    /// Reads format line 5 with letters that look like figures among its digits, or with its letter glued to them: <c>R I91345Z JUN 12</c>.
    /// <paramref name="tidy"/> gets the group as it should stand; <paramref name="end"/> is where the printed one ends.
    /// </summary>
    public static bool TryTidy(ReadOnlySpan<byte> line, Span<byte> tidy, out int length, out int end)
    {
        (length, end) = (0, 0);
        var at = 0;
        while (at < 2 && at < line.Length && FormatLine.IsPrecedence(line[at]))
        {
            tidy[length++] = line[at++];
            tidy[length++] = (byte)' ';
        }
        if (length == 4 && tidy[0] == tidy[2])
        {
            length = 2;
        }
        at = Blanks(line, at);
        var digits = 0;
        for (var i = 0; i < 6 && at < line.Length; i++, at++)
        {
            var figure = Figure(line[at]);
            if (figure == 0)
            {
                return false;
            }
            digits += figure == line[at] ? 1 : 0;
            tidy[length++] = figure;
        }
        at = Blanks(line, at);
        if (digits < 2 || at >= line.Length || !char.IsAsciiLetterUpper((char)line[at]))
        {
            return false;
        }
        tidy[length++] = line[at++];
        tidy[length++] = (byte)' ';
        at = Blanks(line, at);
        if (at + 3 > line.Length)
        {
            return false;
        }
        if (TidyMonth(line[at..], tidy[length..]) is not (var word and > 0))
        {
            return false;
        }
        (length, at) = (length + 3, Blanks(line, at + word));
        tidy[length++] = (byte)' ';
        var year = at;
        while (at < line.Length && at - year < 4 && Figure(line[at]) is > 0 and var figure)
        {
            tidy[length++] = figure;
            at++;
        }
        end = at;
        return at - year is 2 or 4 && (at == line.Length || line[at] is (byte)' ' or (byte)'\t');
    }

    /// <summary>
    /// The month with figures for letters, or with a letter doubled, lost or wrong where it can be no other month: how long it is printed, or 0.
    /// </summary>
    private static int TidyMonth(ReadOnlySpan<byte> text, Span<byte> month)
    {
        for (var i = 0; i < 3; i++)
        {
            month[i] = Text.LikeFigures.ToLetter(text[i]);
        }
        if (MonthAt(month[..3], 0) > 0)
        {
            return 3;
        }
        var word = Text.Words.WordLength(text, 0);
        if (word is < 2 or > 4)
        {
            return 0;
        }
        Span<char> printed = stackalloc char[word];
        for (var i = 0; i < word; i++)
        {
            printed[i] = (char)Text.LikeFigures.ToLetter(text[i]);
        }
        var found = -1;
        for (var i = 0; i < Months.Length; i += 3)
        {
            if (Tables.EditDistance.Within(printed, Months.AsSpan(i, 3), 1) <= 1)
            {
                if (found >= 0)
                {
                    return 0;
                }
                found = i;
            }
        }
        if (found < 0)
        {
            return 0;
        }
        System.Text.Encoding.ASCII.GetBytes(Months.AsSpan(found, 3), month);
        return word;
    }

    /// <summary>A digit, also one that is printed as the letter most like it; 0 where neither stands here.</summary>
    private static byte Figure(byte printed) =>
        Text.LikeFigures.ToFigure(printed) is >= (byte)'0' and <= (byte)'9' and var figure ? figure : (byte)0;

    private static bool IsMonth(ReadOnlySpan<byte> text) => MonthAt(text, 0) > 0;

    private static int MonthAt(ReadOnlySpan<byte> line, int at)
    {
        if (at + 3 > line.Length || (at + 3 < line.Length && char.IsAsciiLetter((char)line[at + 3])))
        {
            return 0;
        }
        for (var month = 0; month < 12; month++)
        {
            if (
                (line[at] & 0xDF) == Months[month * 3]
                && (line[at + 1] & 0xDF) == Months[(month * 3) + 1]
                && (line[at + 2] & 0xDF) == Months[(month * 3) + 2]
            )
            {
                return month + 1;
            }
        }
        return 0;
    }

    private static int YearAt(ReadOnlySpan<byte> line, ref int at)
    {
        var start = Blanks(line, at);
        var digits = Digits(line, start, 5);
        var isEnded =
            start + digits >= line.Length
            || line[start + digits] is (byte)' ' or (byte)'\t' or (byte)'Z' or (byte)'P' or (byte)'M'
            || line[(start + digits)..].StartsWith("FM "u8);
        if (!isEnded || digits is not (2 or 4))
        {
            return -1;
        }
        at = start + digits;
        return FormatLine.Number(line.Slice(start, digits));
    }

    private static int Blanks(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
        {
            at++;
        }
        return at;
    }

    private static int Digits(ReadOnlySpan<byte> line, int at, int most)
    {
        var length = 0;
        while (length < most && at + length < line.Length && char.IsAsciiDigit((char)line[at + length]))
        {
            length++;
        }
        return length;
    }
}
