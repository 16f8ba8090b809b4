namespace Chancery.Messages.Text;

/// <summary>Reads reasons for classification: <c>1.4 (b) and (d)</c>, <c>1.4(B/D)</c>, <c>1.5 b, c, and d</c> (text.md CB-3).</summary>
internal static class ReasonWords
{
    /// <summary>The reasons, none twice; <paramref name="start"/> is where the first section stands, or the text's end.</summary>
    public static ImmutableArray<ClassificationReason> Read(string text, out int start)
    {
        start = text.Length;
        var found = ImmutableArray.CreateBuilder<ClassificationReason>();
        var named = text.IndexOf("REASON", StringComparison.OrdinalIgnoreCase);
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (SectionLength(text, at, named >= 0 && named < at) is not (var length and > 0))
            {
                continue;
            }
            start = Math.Min(start, at);
            var section = $"1.{text[at + length - 1]}";
            var before = found.Count;
            var end = Letters(text, at + length, section, found);
            if (before == 0 && found is [{ Letter: null }] && named >= 0 && named < at && InFront(text, named, at, section, found))
            {
                start = named;
            }
            at = end - 1;
        }
        return found.ToImmutable();
    }

    /// <summary><c>reasons b and d of section 1.4</c>: the letters stand in front of their section.</summary>
    private static bool InFront(string text, int named, int section, string name, ImmutableArray<ClassificationReason>.Builder found)
    {
        var at = text.IndexOf(' ', named);
        if (at < 0 || at > section)
        {
            return false;
        }
        var letters = ImmutableArray.CreateBuilder<ClassificationReason>();
        var end = Letters(text, at, name, letters);
        if (letters[0].Letter is null || string.Compare(text, end, "OF ", 0, 3, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }
        found.Clear();
        found.AddRange(letters);
        return true;
    }

    /// <summary>
    /// The length of <c>1.4</c>, <c>1. 4</c> or <c>1,4</c>, and behind the word reasons of <c>14 (</c> too; 0 where there is none.
    /// </summary>
    private static int SectionLength(string text, int at, bool isNamed)
    {
        var isFigure = text[at] == '1' || (isNamed && text[at] is 'I' or 'l' && text[at + 1] == '.');
        if (!isFigure || (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/')))
        {
            return 0;
        }
        var next = at + 1;
        var hasStop = text[next] is '.' or ',';
        next += hasStop ? 1 : 0;
        next += hasStop && next < text.Length && text[next] == ' ' ? 1 : 0;
        if (next >= text.Length || text[next] is not (>= '3' and <= '8') || (next + 1 < text.Length && char.IsAsciiDigit(text[next + 1])))
        {
            return 0;
        }
        var isPlain = hasStop && next == at + 2 && text[at + 1] == '.';
        return isPlain || (isNamed && IsLetterBehind(text, next + 1)) ? next + 1 - at : 0;
    }

    private static bool IsLetterBehind(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '(')
        {
            at++;
        }
        return at < text.Length
            && char.ToLowerInvariant(text[at]) is >= 'a' and <= 'h'
            && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]));
    }

    private static int Letters(string text, int at, string section, ImmutableArray<ClassificationReason>.Builder found)
    {
        var before = found.Count;
        var afterSeparator = true;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '-' && RangeEnd(text, at) is { } last && found.Count > before)
            {
                for (var letter = (char)(found[^1].Letter![0] + 1); letter <= last; letter++)
                {
                    Add(new ClassificationReason(section, letter.ToString()), found);
                }
                afterSeparator = false;
                at += 2;
            }
            else if (c == ':' && found.Count == before)
            {
                afterSeparator = true;
                at++;
            }
            else if (c is ' ' or '(' or ')' or '{' or '}' or '[' or ']' or '/' or ',' or '.' or '&' or '-' or ';')
            {
                afterSeparator = true;
                at++;
            }
            else if (afterSeparator && string.Compare(text, at, "AND", 0, 3, StringComparison.OrdinalIgnoreCase) == 0)
            {
                at += 3;
            }
            else if (afterSeparator && found.Count > before && DamagedAnd(text, at) is var joint and > 0)
            {
                at += joint;
            }
            else if (afterSeparator && found.Count == before && NounLength(text.AsSpan(at)) is var noun and > 0)
            {
                at += noun;
            }
            else if (
                afterSeparator
                && char.ToLowerInvariant(c) is >= 'a' and <= 'h'
                && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]))
                && !IsOrder(text.AsSpan(at))
            )
            {
                Add(new ClassificationReason(section, char.ToLowerInvariant(c).ToString()), found);
                afterSeparator = false;
                at++;
            }
            else if (afterSeparator && at > 0 && text[at - 1] == '(' && GluedLetters(text, at) is var glued and > 0)
            {
                for (var i = at; i < at + glued; i++)
                {
                    Add(new ClassificationReason(section, char.ToLowerInvariant(text[i]).ToString()), found);
                }
                at += glued;
            }
            else
            {
                break;
            }
        }
        if (found.Count == before && !found.Any(reason => reason.Section == section))
        {
            Add(new ClassificationReason(section, null), found);
        }
        return at;
    }

    /// <summary><c>E.O. 12958</c> behind the letters is none.</summary>
    private static bool IsOrder(ReadOnlySpan<char> text) =>
        text.StartsWith("E.O", StringComparison.OrdinalIgnoreCase) || text.StartsWith("E. O", StringComparison.OrdinalIgnoreCase);

    /// <summary><c>(b) arid (d)</c>: the length of a short word between two letters in brackets, or 0.</summary>
    private static int DamagedAnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }
        return
            end - at is >= 2 and <= 5
            && end + 3 < text.Length
            && text[end] == ' '
            && text[end + 1] == '('
            && char.ToLowerInvariant(text[end + 2]) is >= 'a' and <= 'h'
            && text[end + 3] == ')'
            ? end - at
            : 0;
    }

    /// <summary><c>1.4 Paragraphs (b) and (d)</c>: the length of the noun between section and letters, or 0.</summary>
    private static int NounLength(ReadOnlySpan<char> text)
    {
        foreach (
            var noun in (ReadOnlySpan<string>)
                ["SUBPARAGRAPHS", "SUBPARAGRAPH", "PARAGRAPHS", "PARAGRAPH", "PARAS", "PARA", "SUBSECTIONS", "SECTIONS", "SECTION"]
        )
        {
            if (text.StartsWith(noun, StringComparison.OrdinalIgnoreCase))
            {
                return noun.Length;
            }
        }
        return 0;
    }

    /// <summary><c>b-d</c>: the letter behind the hyphen; null where the hyphen only parts.</summary>
    private static char? RangeEnd(string text, int hyphen) =>
        hyphen > 0
        && hyphen + 1 < text.Length
        && char.IsAsciiLetter(text[hyphen - 1])
        && char.ToLowerInvariant(text[hyphen + 1]) is >= 'a' and <= 'h' and var last
        && (hyphen + 2 == text.Length || !char.IsAsciiLetterOrDigit(text[hyphen + 2]))
            ? last
            : null;

    /// <summary>How many letters stand glued and in order in a bracket, as in <c>(bd)</c>; 0 where it is a word.</summary>
    private static int GluedLetters(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.ToLowerInvariant(text[end]) is >= 'a' and <= 'h')
        {
            if (end > at && char.ToLowerInvariant(text[end]) <= char.ToLowerInvariant(text[end - 1]))
            {
                return 0;
            }
            end++;
        }
        return end < text.Length && text[end] == ')' ? end - at : 0;
    }

    private static void Add(ClassificationReason reason, ImmutableArray<ClassificationReason>.Builder found)
    {
        if (!found.Contains(reason))
        {
            found.Add(reason);
        }
    }
}
