namespace Chancery.Office;

/// <summary>Caveats in one spelling each, and whether a reader satisfies them (handling.md 8.1, RD-13).</summary>
internal static class Caveats
{
    public const string NoForeign = "NOFORN";
    private const string ReleasableTo = "REL TO ";

    /// <summary>
    /// The caveats of a mark in one spelling each, sorted: a REL TO list that was parted at its commas is one again. Whatever else it is counts
    /// too, as an access that somebody must hold.
    /// </summary>
    public static IEnumerable<string> Normal(IEnumerable<string> printed)
    {
        List<string>? countries = null;
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in printed)
        {
            var words = Words(part);
            if (words.Length == 0)
            {
                continue;
            }
            if (words[0] is "REL" or "RELTO")
            {
                Close(countries, found);
                countries = [.. words.Skip(1).Where(word => word != "TO" && word != "AND")];
            }
            else if (countries is not null && words.All(word => word.Length is 2 or 3 or 4 && word is not ("NF" or "SI" or "TK" or "HCS")))
            {
                countries.AddRange(words.Where(word => word != "AND"));
            }
            else
            {
                Close(countries, found);
                countries = null;
                found.Add(words is ["NF"] or ["NOFORN"] or ["US"] or ["US", "ONLY"] ? NoForeign : string.Join(' ', words));
            }
        }
        Close(countries, found);
        return found;
    }

    /// <summary>True where a reader satisfies one; no nationality satisfies none.</summary>
    public static bool IsSatisfied(Reader reader, string caveat)
    {
        if (caveat == NoForeign)
        {
            return reader.Nationality is { } nationality && Countries.Normal(nationality) == Countries.Normal(reader.Rules.Nation);
        }
        return caveat.StartsWith(ReleasableTo, StringComparison.Ordinal)
            ? reader.Nationality is { } own && Countries.Holds(caveat[ReleasableTo.Length..].Split(' '), own)
            : reader.Holds(caveat);
    }

    private static void Close(List<string>? countries, SortedSet<string> found)
    {
        if (countries is not null)
        {
            found.Add(ReleasableTo + string.Join(' ', countries.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal)));
        }
    }

    private static string[] Words(string text) =>
        text.ToUpperInvariant().Split([' ', ',', '/', '\t', '\r', '\n', ';'], StringSplitOptions.RemoveEmptyEntries);
}
