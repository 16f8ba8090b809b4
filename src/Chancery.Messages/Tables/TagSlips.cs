namespace Chancery.Messages.Tables;

/// <summary>What is known of wrongly typed TAGS (text.md TG-6, TG-8).</summary>
internal static class TagSlips
{
    private const int LongestGlued = 60;

    /// <summary>The code meant by a known slip, or null.</summary>
    public static string? Mended(string printed) =>
        printed switch
        {
            "MOPPS" => "MOPS",
            "POGOV" => "PGOV",
            "SYR" => "SY",
            "KWWMN" => "KWMN",
            "UNDESCO" => "UNESCO",
            "UNFCYP" => "UNFICYP",
            _ => InLetters(printed),
        };

    /// <summary><c>PG0V</c>: figures that look like letters, where letters make a subject code of it.</summary>
    private static string? InLetters(string printed)
    {
        if (printed.Length != 4 || !printed.AsSpan().ContainsAny('0', '1', '5'))
        {
            return null;
        }
        var letters = printed.Replace('0', 'O').Replace('1', 'I').Replace('5', 'S');
        return TagCodes.TryKind(letters, out var kind) && kind == TagKind.Subject ? letters : null;
    }

    /// <summary>Known codes parted by hyphens, or null.</summary>
    public static string[]? AtHyphens(string printed)
    {
        if (printed.Length > LongestGlued || !printed.AsSpan().ContainsAny('-', '.'))
        {
            return null;
        }
        var codes = printed.Split(['-', '.'], StringSplitOptions.RemoveEmptyEntries);
        return codes.All(TagCodes.IsKnown) ? codes : null;
    }

    /// <summary>
    /// The only subject code that is one slip away (a letter put in, left out, changed, or two letters changed over) from three to five letters;
    /// a change of place counts before the others. Null where there is none or more than one.
    /// </summary>
    public static string? Nearest(string printed)
    {
        if (printed.Length is not (3 or 4 or 5) || !printed.All(char.IsAsciiLetterUpper))
        {
            return null;
        }
        Span<char> swapped = stackalloc char[printed.Length];
        string? found = null;
        for (var i = 0; i + 1 < printed.Length; i++)
        {
            printed.CopyTo(swapped);
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            if (printed[i] != printed[i + 1] && TagCodes.TryKind(swapped, out var kind) && kind == TagKind.Subject)
            {
                if (found is not null)
                {
                    return null;
                }
                found = swapped.ToString();
            }
        }
        return found ?? OnlyNear(printed, TagCodes.Subjects) ?? (IsLongProgram(printed) ? OnlyNear(printed, TagCodes.Programs) : null);
    }

    /// <summary>Four letters with K are a program, known or not; with a fifth one they are a known one at most.</summary>
    private static bool IsLongProgram(string printed) => printed.Length == 5 && printed[0] == 'K';

    private static string? OnlyNear(string printed, ImmutableArray<string> codes)
    {
        string? found = null;
        foreach (var code in codes)
        {
            if (EditDistance.Within(printed, code, 1) == 1)
            {
                if (found is not null)
                {
                    return null;
                }
                found = code;
            }
        }
        return found;
    }

    /// <summary>True for free words that are met as terms, so that two of them are no person.</summary>
    public static bool IsTerm(string words) =>
        words
            .Split(' ')
            .Any(word =>
                word
                    is "RIGHTS"
                        or "REPORT"
                        or "REPORTS"
                        or "MEDIA"
                        or "REACTION"
                        or "COUNTRY"
                        or "CLEARANCE"
                        or "FREEDOM"
                        or "HUMAN"
                        or "VISIT"
                        or "TRADE"
                        or "AFFAIRS"
                        or "SECURITY"
                        or "AND"
                        or "OF"
                        or "POLICY"
                        or "ISSUES"
                        or "PROGRAM"
                        or "CONTROL"
                        or "RELATIONS"
                        or "BANK"
                        or "AID"
                        or "ASSISTANCE"
            );

    /// <summary>
    /// Splits glued codes into known four-letter ones, with at most one two-letter code at the start or the end. Null where there is no
    /// way or more than one.
    /// </summary>
    public static string[]? Split(string glued)
    {
        if (glued.Length is <= 4 or > LongestGlued || glued.Length % 2 != 0)
        {
            return null;
        }
        if (glued.Length % 4 == 0)
        {
            return Fours(glued, 0, glued.Length);
        }
        var geoLast = IsGeo(glued[^2..]) ? Fours(glued, 0, glued.Length - 2) : null;
        var geoFirst = IsGeo(glued[..2]) ? Fours(glued, 2, glued.Length) : null;
        return (geoFirst, geoLast) switch
        {
            (null, { } codes) => [.. codes, glued[^2..]],
            ({ } codes, null) => [glued[..2], .. codes],
            _ => null,
        };
    }

    private static bool IsGeo(string code) => TagCodes.TryKind(code, out var kind) && kind == TagKind.Geo;

    private static string[]? Fours(string glued, int start, int end)
    {
        var codes = new string[(end - start) / 4];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = glued.Substring(start + (4 * i), 4);
            if (!TagCodes.IsKnown(codes[i]) && codes[i][0] != 'K')
            {
                return null;
            }
        }
        return codes;
    }
}
