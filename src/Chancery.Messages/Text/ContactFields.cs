namespace Chancery.Messages.Text;

/// <summary>Sorts the fields of a POC set by what they hold: messages keep no strict order (text.md 17.2).</summary>
internal static class ContactFields
{
    private const int FewestDigits = 7;

    /// <summary>The contact that the fields name.</summary>
    public static PointOfContact Read(ImmutableArray<string> fields)
    {
        string? name = null;
        string? rank = null;
        var units = new List<string>();
        var telephones = new List<string>();
        var emails = new List<string>();
        foreach (var field in fields)
        {
            var (label, value) = Part(field);
            if (value.Length == 0 || value == "-")
            {
                continue;
            }
            if (IsEmail(label, value))
            {
                emails.Add(value);
            }
            else if (IsTelephone(label, value))
            {
                telephones.Add(value);
            }
            else if (rank is null && IsRank(value))
            {
                rank = value;
            }
            else if (name is null && label is null or "NAME")
            {
                (name, rank) = WithoutRank(value, rank);
            }
            else
            {
                units.Add(value);
            }
        }
        return new PointOfContact(name, rank, Joined(units), Joined(telephones), Joined(emails));
    }

    private static string? Joined(List<string> values) => values.Count == 0 ? null : string.Join(", ", values);

    /// <summary><c>TEL:DSN 555-0142</c>: a label of one word, and what stands behind it.</summary>
    private static (string? Label, string Value) Part(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 10 || field.AsSpan(0, colon).Contains(' '))
        {
            return (null, field.Trim());
        }
        return (field[..colon].Trim().ToUpperInvariant(), field[(colon + 1)..].Trim());
    }

    private static bool IsEmail(string? label, string value) =>
        label is "EMAIL" or "E-MAIL" or "NIPR" or "SIPR"
        || value.Contains('@', StringComparison.Ordinal)
        || value.Contains("(AT)", StringComparison.OrdinalIgnoreCase);

    private static bool IsTelephone(string? label, string value) =>
        label is "TEL" or "PHONE" or "DSN" or "COMM" or "FAX" or "CELL" || value.Count(char.IsAsciiDigit) >= FewestDigits;

    /// <summary><c>CDR JANE ROE</c> or <c>ROE, JANE, CDR</c>: a rank before or behind the name.</summary>
    private static (string Name, string? Rank) WithoutRank(string value, string? known)
    {
        var words = value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (known is not null || words.Length < 2)
        {
            return (value, known);
        }
        return IsRank(words[0]) ? (value[words[0].Length..].TrimStart(' ', '.', ','), words[0])
            : IsRank(words[^1]) ? (value[..value.LastIndexOf(words[^1], StringComparison.Ordinal)].TrimEnd(' ', ','), words[^1])
            : (value, null);
    }

    private static bool IsRank(string value) =>
        value.TrimEnd('.').ToUpperInvariant()
            is "ADM"
                or "VADM"
                or "RADM"
                or "RDML"
                or "CAPT"
                or "CDR"
                or "LCDR"
                or "LT"
                or "LTJG"
                or "ENS"
                or "CWO2"
                or "CWO3"
                or "CWO4"
                or "CWO5"
                or "MCPO"
                or "SCPO"
                or "CPO"
                or "GEN"
                or "LTGEN"
                or "MAJGEN"
                or "BGEN"
                or "COL"
                or "LTCOL"
                or "MAJ"
                or "1STLT"
                or "2NDLT"
                or "SGTMAJ"
                or "MGYSGT"
                or "MSGT"
                or "GYSGT"
                or "SSGT"
                or "SGT"
                or "CPL"
                or "CIV"
                or "CTR"
                or "MR"
                or "MS"
                or "MRS"
                or "DR";
}
