using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads the E.O. line: order, and the date, event, exemption or schedule on which declassification hangs (text.md 8).</summary>
internal static class DeclassificationLine
{
    private static readonly (string Number, int FirstYear)[] Orders =
    [
        ("11652", 1972),
        ("12065", 1978),
        ("12356", 1982),
        ("12958", 1995),
        ("13526", 2010),
    ];

    /// <summary>Reads from the order's number on.</summary>
    public static (Declassification Value, bool OrderMended) Read(string value, int? year)
    {
        var digits = OrderLength(value);
        var printed = value[..digits];
        var order = Orders.Any(known => known.Number == printed) ? printed : Nearest(printed, year);
        var raw = WithoutAmended(Bare(value[digits..]));
        return (Instruction(order, raw), order != printed);
    }

    /// <summary>The order's number; with a letter among its five signs where a line was garbled.</summary>
    private static int OrderLength(string value)
    {
        var word = value.TakeWhile(char.IsAsciiLetterOrDigit).Count();
        return word is >= 4 and <= 6 && value[..word].Count(char.IsAsciiDigit) >= 3 ? word : value.TakeWhile(char.IsAsciiDigit).Count();
    }

    /// <summary>Without the signs that part the instruction from what stands in front of it.</summary>
    private static string Bare(string text) => text.Trim(' ', ':', ';', '.', '\t', ',');

    /// <summary><c>E.O. 12958 (AS AMENDED): DECL: …</c>: what stands behind the bracket.</summary>
    private static string WithoutAmended(string raw) =>
        raw.StartsWith("(AS AMENDED)", StringComparison.OrdinalIgnoreCase) ? Bare(raw[12..])
        : raw.StartsWith("AS AMENDED", StringComparison.OrdinalIgnoreCase) ? Bare(raw[10..])
        : raw;

    /// <summary>The nearest order to a damaged number; of several, that in force at the date (EO-6).</summary>
    private static string Nearest(string printed, int? year)
    {
        var near = Orders.Where(order => Tables.EditDistance.Within(printed, order.Number, 2) <= 2).ToArray();
        if (near.Length == 1)
        {
            return near[0].Number;
        }
        var inForce = Orders.LastOrDefault(order => year is { } known && order.FirstYear <= known).Number;
        return near.Length == 0 ? printed
            : near.Any(order => order.Number == inForce) ? inForce
            : near[0].Number;
    }

    private static Declassification Instruction(string order, string raw)
    {
        var body = WithoutLabel(raw);
        if (body.Length == 0)
        {
            return new Declassification(order, DeclassificationKind.None, raw);
        }
        if (body.ToUpperInvariant() is "N/A" or "NA" or "N.A" or "N/A/" or "NOT APPLICABLE")
        {
            return new Declassification(order, DeclassificationKind.Na, raw);
        }
        if (body is [>= 'A' and <= 'W', >= '0' and <= '9', ..] && Date(body[1..], order) is not null)
        {
            // A letter slipped in front of the date.
            body = body[1..];
        }
        var date = Date(body, order);
        var codes = Codes(body);
        if (codes.Any(IsSchedule))
        {
            // The figure of a code is none of the date's: "XGDS-1, DECLAS 12-31-84".
            date = body.IndexOfAny([' ', ',', ';']) is >= 0 and var code ? Date(body[code..], order) : null;
            var behind = body.IndexOf("DECLAS", StringComparison.OrdinalIgnoreCase);
            return new Declassification(order, DeclassificationKind.Schedule, raw)
            {
                Codes = codes,
                Date = date,
                Event = date is null && behind >= 0 ? WithoutLabel(body[behind..]) : null,
            };
        }
        if (!codes.IsEmpty)
        {
            return new Declassification(order, DeclassificationKind.Exemption, raw) { Codes = codes, Date = date };
        }
        return (date is not null && StartsWithDate(body)) || IsDateInFigures(body)
            ? new Declassification(order, DeclassificationKind.Date, raw) { Date = date }
            : new Declassification(order, DeclassificationKind.Event, raw) { Event = body };
    }

    /// <summary>Three groups of figures: a date, be it one of no calendar (<c>13/32/2018</c>).</summary>
    private static bool IsDateInFigures(string body) =>
        body is [>= '0' and <= '9', .., >= '0' and <= '9', >= '0' and <= '9']
        && body.All(c => char.IsAsciiDigit(c) || c is '/' or '-' or '.')
        && body.Count(c => !char.IsAsciiDigit(c)) == 2;

    private static bool StartsWithDate(string body) => char.IsAsciiDigit(body[0]) || DateWords.Month(Encoding.UTF8.GetBytes(body)) > 0;

    /// <summary>What stands behind the label; <c>DEC 31, 2018</c> begins with its month.</summary>
    private static string WithoutLabel(string raw)
    {
        foreach (var label in (ReadOnlySpan<string>)["DECLASSIFY ON", "DECLASSIFY", "DECLAS", "DECL", "DEC"])
        {
            if (
                raw.StartsWith(label, StringComparison.OrdinalIgnoreCase)
                && (raw.Length == label.Length || !char.IsAsciiLetter(raw[label.Length]))
                && !(label == "DEC" && DateWords.Date(Encoding.UTF8.GetBytes(raw)) is not null)
            )
            {
                return Bare(raw[label.Length..]);
            }
        }
        var word = raw.TakeWhile(char.IsAsciiLetterUpper).Count();
        return
            word is 3 or 4 or 5 && word < raw.Length && raw[word] == ':' && Tables.EditDistance.Within(raw.AsSpan(0, word), "DECL", 1) <= 1
            ? Bare(raw[word..])
            : raw;
    }

    /// <summary>Codes such as <c>X1</c>, <c>25X1</c>, <c>50X1-HUM</c>, <c>OADR</c>, <c>GDS</c>, <c>XGDS-2</c>, the section in front of them passed over; slips of GDS are
    /// mended (EO-6).</summary>
    private static ImmutableArray<string> Codes(string body)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var word in body.ToUpperInvariant().Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var code = word.Trim('(', ')', '.', ':');
            if (code is "AND" or "OR" || (found.Count == 0 && code is "1.5" or "1.6"))
            {
                continue;
            }
            code = code switch
            {
                "6DS" or "GOS" => "GDS",
                ['1', '.', '5' or '6', 'X', _] => code[3..],
                ['X', '-', _] => $"X{code[2]}",
                _ => code,
            };
            if (IsSchedule(code) || IsExemption(code))
            {
                found.Add(code);
            }
            else if (found.Count == 0 && !code.Contains('/', StringComparison.Ordinal))
            {
                return [];
            }
        }
        return found.ToImmutable();
    }

    private static bool IsSchedule(string code) =>
        code is "GDS" or "ADS" or "OADR" or "MR" or "AGDS" or "LDS"
        || code.StartsWith("XGDS", StringComparison.Ordinal)
        || code.StartsWith("RDS", StringComparison.Ordinal)
        || code.StartsWith("XDS", StringComparison.Ordinal);

    private static bool IsExemption(string code)
    {
        var x = code.IndexOf('X', StringComparison.Ordinal);
        var front = x < 0 ? "" : code[..x];
        return front is "" or "25" or "50" or "75" && x >= 0 && x + 1 < code.Length && char.IsAsciiDigit(code[x + 1]);
    }

    private static DateOnly? Date(string body, string order)
    {
        var at = 0;
        while (at < body.Length && !char.IsAsciiDigit(body[at]))
        {
            at++;
        }
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var next = at;
        var sign = '\0';
        for (var i = 0; i < 3; i++)
        {
            var start = next;
            while (next < body.Length && next - start < 4 && char.IsAsciiDigit(body[next]))
            {
                parts[i] = (parts[i] * 10) + (body[next++] - '0');
            }
            lengths[i] = next - start;
            var isParted = next < body.Length && body[next] is '/' or '-' or '.' or ' ' && (i == 0 || (body[next] == ' ') == (sign == ' '));
            sign = isParted ? body[next++] : sign;
            if (lengths[i] == 0 || (i < 2 && !isParted))
            {
                return DateWords.Date(Encoding.UTF8.GetBytes(body)) ?? EightDigits(body[at..]);
            }
        }
        if (lengths[0] == 4)
        {
            return DateWords.Day(parts[0], parts[1], parts[2]);
        }
        var year =
            lengths[2] == 4 ? parts[2]
            : string.CompareOrdinal(order, "12958") >= 0 ? parts[2] + (parts[2] < 80 ? 2000 : 1900)
            // No earlier order lets a date lie before the first of them (EO-5).
            : parts[2] + (parts[2] < 72 ? 2000 : 1900);
        return parts[0] > 12 ? DateWords.Day(year, parts[1], parts[0]) : DateWords.Day(year, parts[0], parts[1]);
    }

    /// <summary><c>09112018</c>: month, day and year without a sign between them.</summary>
    private static DateOnly? EightDigits(string body)
    {
        var digits = body.TakeWhile(char.IsAsciiDigit).Count();
        return digits == 8 && int.Parse(body[..8], System.Globalization.CultureInfo.InvariantCulture) is var number
            ? DateWords.Day(number % 10_000, number / 1_000_000, number / 10_000 % 100)
            : null;
    }
}
