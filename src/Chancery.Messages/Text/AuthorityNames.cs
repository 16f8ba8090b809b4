using System.Collections.Frozen;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Parts a classifier's position from the name, whatever the punctuation (text.md CB-5). Words of positions stand in titles.csv.</summary>
internal static class AuthorityNames
{
    private const int MostNameWords = 5;
    private static readonly Lazy<FrozenSet<string>> TitleWords = new(Load);

    /// <summary>
    /// Title, name and what stands behind them of office and agency; each may be null. Where nothing tells them apart, all of it is the name.
    /// </summary>
    public static (string? Title, string? Name, string? Agency) Split(string head)
    {
        var parts = SurnameFirst(Parts(head));
        string? name = null;
        var titles = new List<string>();
        var agencies = new List<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            var words = parts[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var count = TitleLength(words);
            if (name is null && count < words.Length && (count > 0 || IsName(words, parts, i)))
            {
                AddTitle(titles, words[..count]);
                var rest = words[count..];
                var behind = BehindName(rest);
                name = string.Join(' ', rest[..behind]);
                AddTitle(titles, rest[behind..]);
                if (i + 1 < parts.Count && IsSuffix(parts[i + 1]))
                {
                    name += ", " + parts[++i];
                }
            }
            else
            {
                var isTitle =
                    name is null
                    || parts[i].ToUpperInvariant() is "A.I." or "A.I"
                    || titles.Count == 0
                    || (agencies.Count == 0 && IsOfficeOfTitle(titles, words) && count > 0);
                AddTitle(isTitle ? titles : agencies, words);
            }
        }
        var title = string.Join(", ", titles).Trim(' ', ':', ';', ',');
        return (
            title.Length == 0 ? null : title,
            name is null ? null : EndOfName(name),
            agencies.Count == 0 ? null : string.Join(", ", agencies)
        );
    }

    /// <summary><c>Jane Doe, Director, Office of …</c>: a bare rank needs its office; behind a dash the position follows the office.</summary>
    private static bool IsOfficeOfTitle(List<string> titles, string[] words) =>
        (
            titles[^1].ToUpperInvariant()
                is "DIRECTOR"
                    or "ACTING DIRECTOR"
                    or "DEPUTY DIRECTOR"
                    or "CHIEF"
                    or "ACTING CHIEF"
                    or "DEPUTY CHIEF"
                    or "HEAD"
            && (
                words[0].ToUpperInvariant() is "OFFICE" or "BUREAU"
                || words[^1].ToUpperInvariant() is "OFFICE" or "BUREAU" or "SECTION" or "UNIT" or "DIVISION" or "DESK"
            )
        ) || (titles[^1].Contains('/', StringComparison.Ordinal) && !titles[^1].Contains(' ', StringComparison.Ordinal));

    /// <summary><c>Doe, Jane, Consul</c>: two names of one word and a position behind them are one name.</summary>
    private static List<string> SurnameFirst(List<string> parts)
    {
        if (
            parts.Count >= 3
            && IsOneName(parts[0])
            && IsOneName(parts[1])
            && TitleLength(parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)) > 0
        )
        {
            parts[0] = $"{parts[1]} {parts[0]}";
            parts.RemoveAt(1);
        }
        return parts;
    }

    private static bool IsOneName(string part) => !part.Contains(' ') && part.Length > 2 && part.All(char.IsLetter) && !IsPosition(part);

    /// <summary>What commas, semicolons, dashes, brackets and full stops part; a full stop behind an initial or a short form parts nothing.</summary>
    private static List<string> Parts(string head)
    {
        var parts = new List<string>();
        var from = 0;
        for (var at = 0; at <= head.Length; at++)
        {
            var isEnd =
                at == head.Length
                || head[at] == ';'
                || (head[at] == ',' && !head.AsSpan(at + 1).StartsWith("AFFAIRES", StringComparison.OrdinalIgnoreCase))
                || (head[at] == ':' && at + 1 < head.Length)
                || (head[at] == '-' && at > 0 && head[at - 1] == ' ' && at + 1 < head.Length && head[at + 1] == ' ')
                || (head[at] is '(' or ')' && !IsShortBracket(head, at))
                || (head[at] == '.' && EndsSentence(head, from, at));
            if (!isEnd)
            {
                continue;
            }
            var part = head[from..at].Trim(' ', ':', '"');
            if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
            from = at + 1;
        }
        return parts;
    }

    /// <summary><c>DEPUTY CHIEF OF MISSION (A/DCM) JANE DOE</c>: one word in brackets with more behind it belongs to the title.</summary>
    private static bool IsShortBracket(string head, int at)
    {
        var open = head[at] == '(' ? at : head.LastIndexOf('(', at);
        var close = open < 0 ? -1 : head.IndexOf(')', open, Math.Min(head.Length - open, 16));
        return close > 0
            && !head.AsSpan(open, close - open).Contains(' ')
            && close + 2 < head.Length
            && char.IsAsciiLetter(head[Math.Min(close + 2, head.Length - 1)]);
    }

    /// <summary>True for a full stop that ends a sentence: a blank or the end behind it, and in front no initial and no short form.</summary>
    private static bool EndsSentence(string head, int from, int at)
    {
        if (at + 1 < head.Length && head[at + 1] != ' ')
        {
            return false;
        }
        var start = Math.Max(from, head.LastIndexOf(' ', at) + 1);
        var word = head[start..at].ToUpperInvariant();
        return word.Length > 1
            && !word.Contains('.', StringComparison.Ordinal)
            && word
                is not (
                    "JR"
                    or "SR"
                    or "DR"
                    or "MR"
                    or "MS"
                    or "MRS"
                    or "AMB"
                    or "COUNS"
                    or "ST"
                    or "STE"
                    or "GEN"
                    or "COL"
                    or "DEP"
                    or "ACT"
                    or "ASST"
                    or "DEPT"
                    or "WM"
                    or "GEO"
                    or "CHAS"
                    or "THOS"
                    or "JAS"
                    or "ROBT"
                    or "LT"
                    or "CAPT"
                    or "CDR"
                    or "MAJ"
                    or "ADM"
                    or "BRIG"
                    or "SGT"
                    or "HON"
                    or "PROF"
                    or "POL"
                    or "ECON"
                    or "MIL"
                    or "ENV"
                    or "ADMIN"
                    or "EXEC"
                );
    }

    /// <summary>
    /// How many words from the front belong to the title: up to the last word of a position, the office behind <c>to</c>, <c>of</c> or
    /// <c>for</c> included, as long as a name is left.
    /// </summary>
    private static int TitleLength(string[] words)
    {
        var length = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (IsTitleWord(words, i))
            {
                length = i + 1;
            }
            else if (i > length + 3)
            {
                break;
            }
        }
        if (length == 0)
        {
            return 0;
        }
        // "Jane Doe Ambassador" has its title behind the name.
        if (length == words.Length && IsNameLike(words[0]) && IsTitleOnlyBehindName(words))
        {
            return 0;
        }
        if (length < words.Length && IsJoint(words[length]))
        {
            // "Ambassador to Northland John Q. Doe": the name is the last two words, and an initial or a particle between them.
            var name = words.Length - 2;
            while (name > length + 1 && IsInsideName(words[name]))
            {
                name--;
            }
            return IsSuffix(words[^1]) ? Math.Max(name - 1, length) : Math.Max(name, length);
        }
        return length;
    }

    /// <summary>True for a word of positions and their offices.</summary>
    public static bool IsPosition(string word) => IsTitleWord([word], 0);

    /// <summary>Two words of a name or more, and behind them nothing but words of a position.</summary>
    private static bool IsTitleOnlyBehindName(string[] words)
    {
        var from = 0;
        while (from < words.Length && !IsTitleWord(words, from))
        {
            from++;
        }
        for (var i = from; i < words.Length; i++)
        {
            if (!IsTitleWord(words, i))
            {
                return false;
            }
        }
        return from >= 2;
    }

    private static bool IsTitleWord(string[] words, int index)
    {
        var word = words[index].Replace('\u2019', '\'').Trim(':', '\'', '`', '(', ')', '"');
        if (IsPartOfInterim(words, index))
        {
            return true;
        }
        if (index > 0 && words[index] is "(A)")
        {
            return true;
        }
        // "JOHN Q. PUBLIC": what an initial leads to is a name.
        if (index > 1 && index == words.Length - 1 && words[index - 1] is [>= 'A' and <= 'Z', '.'])
        {
            return false;
        }
        if (word.EndsWith('.') && word.Length > 1 && TitleWords.Value.Contains(word[..^1]))
        {
            return true;
        }
        if (TitleWords.Value.Contains(word) || (word.Contains('/', StringComparison.Ordinal) && word.Length > 2))
        {
            return true;
        }
        // Compounds of positions: "Pol-Econ", "DepPolCouns".
        if (word.Contains('-', StringComparison.Ordinal) && TitleWords.Value.Contains(word[..word.IndexOf('-', StringComparison.Ordinal)]))
        {
            return true;
        }
        return word.EndsWith("COUNS", StringComparison.OrdinalIgnoreCase)
            || (word.Length > 4 && word.EndsWith("OFF", StringComparison.OrdinalIgnoreCase) && index == 0)
            || IsOfficeSymbol(words, index, word);
    }

    /// <summary><c>a. i.</c> and <c>d' Affaires</c>, parted by a blank.</summary>
    private static bool IsPartOfInterim(string[] words, int index) =>
        words[index].ToUpperInvariant() switch
        {
            "D'" => index + 1 < words.Length && words[index + 1].StartsWith("AFFAIR", StringComparison.OrdinalIgnoreCase),
            "A." => index + 1 < words.Length && words[index + 1].ToUpperInvariant() is "I." or "I",
            "I." => index > 0 && words[index - 1].ToUpperInvariant() is "A.",
            _ => false,
        };

    /// <summary>Capitals among mixed-case words are an office: <c>PRT</c>, <c>NEA</c>, <c>U.S.</c></summary>
    private static bool IsOfficeSymbol(string[] words, int index, string word)
    {
        if (index == words.Length - 1 || word.Length is < 2 or > 6 || word is "II" or "III" or "IV" or "JR" or "SR")
        {
            return false;
        }
        if (word is "U.S." or "US" or "DOD" or "DOS")
        {
            return true;
        }
        return (index == 0 || (word.Length > 2 && IsTitleWord(words, index - 1)))
            && word.All(char.IsAsciiLetterUpper)
            // "LeBLANC" is written in capitals.
            && words.Skip(index + 1).Any(other => other.TrimEnd('.') is [.., >= 'a' and <= 'z']);
    }

    /// <summary>True for a part that can be the name: no title word in it, and as many words as a name has.</summary>
    private static bool IsName(string[] words, List<string> parts, int index)
    {
        if (words.Length > MostNameWords + 3)
        {
            return parts.Count == 1;
        }
        // One word alone in front of other parts is an office: "EUR/RUS, Jane Doe"; a letter is no name.
        return words.Length > 1
            || index == parts.Count - 1
            || (words[0].Length > 1 && IsNameLike(words[0])) && !parts.Skip(index + 1).Any(HasTwoPlainWords);
    }

    private static bool HasTwoPlainWords(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && TitleLength(words) == 0 && words.All(IsNameLike);
    }

    /// <summary>Where words of a position follow a name without punctuation; the number of words where none do.</summary>
    private static int BehindName(string[] words)
    {
        for (var i = 2; i < words.Length; i++)
        {
            if (IsTitleWord(words, i) && !IsSuffix(words[i]))
            {
                return i;
            }
        }
        return words.Length;
    }

    private static void AddTitle(List<string> titles, string[] words)
    {
        if (words.Length > 0 && string.Join(' ', words).Trim(' ', '.', ':') is { Length: > 0 } title)
        {
            // "AMB." and "a.i." keep their full stops.
            titles.Add(
                words[^1].EndsWith('.') && (words[^1].Length <= 5 || words[^1].IndexOf('.') < words[^1].Length - 1) ? title + "." : title
            );
        }
    }

    private static bool IsJoint(string word) => word.ToUpperInvariant() is "TO" or "OF" or "FOR" or "IN" or "THE" or "AT" or "AND" or "&";

    private static bool IsInsideName(string word) =>
        (word.Length <= 2 && char.IsAsciiLetterUpper(word[0]))
        || word.ToUpperInvariant() is "VAN" or "VON" or "DE" or "DEL" or "DA" or "DI" or "LA" or "LE" or "BIN" or "AL";

    private static bool IsNameLike(string word) => word.Length > 0 && char.IsLetter(word[0]) && !IsJoint(word);

    private static bool IsSuffix(string part) => part.TrimEnd('.').ToUpperInvariant() is "JR" or "SR" or "II" or "III" or "IV";

    private static string? EndOfName(string name)
    {
        name = name.Trim(' ', ',', ';', ':', '"', '-');
        var isInitial = name.Length > 2 && name[^1] == '.' && (name[^3] is ' ' or '.' || IsSuffix(name[(name.LastIndexOf(' ') + 1)..]));
        name = isInitial ? name : name.TrimEnd('.');
        return name.Length == 0 ? null : name;
    }

    private static FrozenSet<string> Load() =>
        Csv.Rows(Csv.Embedded("titles.csv")).Skip(1).Select(row => row.Fields[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
