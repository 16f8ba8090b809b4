using System.Collections.Frozen;

namespace Chancery.Messages.Text;

/// <summary>Parts a classifier's position from the name (text.md CB-5).</summary>
internal static class AuthorityNames
{
    private static readonly FrozenSet<string> TitleWords = FrozenSet.ToFrozenSet(
        [
            "AMBASSADOR",
            "AMB",
            "AMB.",
            "DCM",
            "A/DCM",
            "ADCM",
            "CDA",
            "CHARGE",
            "CHARGÉ",
            "D'AFFAIRES",
            "A.I",
            "A.I.",
            "AI",
            "POLITICAL",
            "ECONOMIC",
            "ECON",
            "POL",
            "POL/ECON",
            "POLCOUNS",
            "ECONCOUNS",
            "POLOFF",
            "ECONOFF",
            "EMBOFF",
            "COUNSELOR",
            "COUNSELLOR",
            "COUNS",
            "OFFICER",
            "CHIEF",
            "DIRECTOR",
            "DEPUTY",
            "ACTING",
            "MINISTER",
            "CONSUL",
            "GENERAL",
            "CONSULAR",
            "SECRETARY",
            "ASSISTANT",
            "UNDER",
            "PRINCIPAL",
            "MISSION",
            "SECTION",
            "AFFAIRS",
            "MANAGEMENT",
            "PUBLIC",
            "MILITARY",
            "DEFENSE",
            "ATTACHE",
            "ATTACHÉ",
            "RSO",
            "PAO",
            "HEAD",
            "FIRST",
            "SECOND",
            "THIRD",
            "SENIOR",
            "M/C",
            "MINISTER-COUNSELOR",
            "DEPUTY-CHIEF",
            "REGIONAL",
            "SECURITY",
            "LEGAL",
            "ADVISER",
            "ADVISOR",
            "SPECIAL",
            "COMMERCIAL",
            "LABOR",
            "SCIENCE",
            "ENVIRONMENT",
            "OFFICE",
            "UNIT",
            "COORDINATOR",
            "REPRESENTATIVE",
            "PERMANENT",
            "DELEGATION",
            "TEAM",
            "LEADER",
            "PRM",
            "INL",
            "USAID",
            "EXECUTIVE",
            "COUNSELORS",
            "CONGEN",
            "PO",
            "POLMIL",
            "POL-MIL",
            "POLITICAL-MILITARY",
            "POLITICAL/ECONOMIC",
            "ECONOMIC/COMMERCIAL",
            "STAFF",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Title and name; either may be null. Where nothing tells them apart, all of it is the name.</summary>
    public static (string? Title, string? Name) Split(string head)
    {
        if (head.Length == 0)
        {
            return (null, null);
        }
        var parts = head.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return (null, null);
        }
        var first = parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var count = TitleLength(first);
        if (count == 0 && parts.Length > 1 && !IsSuffix(parts[1]))
        {
            return (End(parts[1]), EndOfName(parts[0]));
        }
        if (count == first.Length && parts.Length > 1)
        {
            // "Director, Office of Invented Affairs, Jane Doe": the name is what stands last.
            return (string.Join(", ", parts[..^1]), EndOfName(parts[^1]));
        }
        var name = string.Join(' ', first[count..]);
        if (parts.Length > 1 && IsSuffix(parts[1]))
        {
            name += ", " + parts[1];
        }
        var title = string.Join(' ', first[..count]);
        return (title.Length == 0 ? null : title.TrimEnd(':'), EndOfName(name));
    }

    /// <summary>How many words belong to the title: up to the last title word, as long as a name is left.</summary>
    private static int TitleLength(string[] words)
    {
        var length = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd(':');
            if (TitleWords.Contains(word) || (word.Contains('/', StringComparison.Ordinal) && word.Length > 2))
            {
                length = i + 1;
            }
            else if (i > length + 3)
            {
                break;
            }
        }
        // "Jane Doe Ambassador" has its title behind the name.
        return length > 0 && !TitleWords.Contains(words[0].TrimEnd(':')) && !words[0].Contains('/', StringComparison.Ordinal) ? 0 : length;
    }

    private static bool IsSuffix(string part) => part.TrimEnd('.').ToUpperInvariant() is "JR" or "SR" or "II" or "III" or "IV";

    private static string? End(string text)
    {
        text = text.Trim(' ', '.', ':');
        return text.Length == 0 ? null : text;
    }

    /// <summary>A name ends at a full stop that closes no initial and no JR. or SR.</summary>
    private static string? EndOfName(string name)
    {
        name = name.Trim();
        for (var at = name.IndexOf(". ", StringComparison.Ordinal); at > 0; at = name.IndexOf(". ", at + 1, StringComparison.Ordinal))
        {
            var wordStart = name.LastIndexOf(' ', at) + 1;
            var word = name[wordStart..at].ToUpperInvariant();
            if (word.Length > 1 && word is not ("JR" or "SR" or "DR" or "MR" or "MS" or "MRS"))
            {
                name = name[..at];
                break;
            }
        }
        name = name.Trim(' ', ',', ';', ':');
        var isInitial = name.Length > 2 && name[^1] == '.' && (name[^3] == ' ' || name.EndsWith("JR.", StringComparison.OrdinalIgnoreCase));
        name = isInitial ? name : name.TrimEnd('.');
        return name.Length == 0 ? null : name;
    }
}
