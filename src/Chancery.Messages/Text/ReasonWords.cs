namespace Chancery.Messages.Text;

/// <summary>Reads reasons for classification: <c>1.4 (b) and (d)</c>, <c>1.4(B/D)</c>, <c>1.5 b, c, and d</c> (text.md CB-3).</summary>
internal static class ReasonWords
{
    /// <summary>The reasons, none twice; <paramref name="start"/> is where the first section stands, or the text's end.</summary>
    public static ImmutableArray<ClassificationReason> Read(string text, out int start)
    {
        start = text.Length;
        var found = ImmutableArray.CreateBuilder<ClassificationReason>();
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (!IsSection(text, at))
            {
                continue;
            }
            start = Math.Min(start, at);
            var section = text.Substring(at, 3);
            at = Letters(text, at + 3, section, found) - 1;
        }
        return found.ToImmutable();
    }

    private static bool IsSection(string text, int at) =>
        text[at] == '1'
        && text[at + 1] == '.'
        && text[at + 2] is >= '3' and <= '8'
        && (at == 0 || !(char.IsAsciiDigit(text[at - 1]) || text[at - 1] == '.'))
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static int Letters(string text, int at, string section, ImmutableArray<ClassificationReason>.Builder found)
    {
        var before = found.Count;
        var afterSeparator = true;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ' ' or '(' or ')' or '/' or ',' or '.' or '&' or '-' or ';')
            {
                afterSeparator = true;
                at++;
            }
            else if (afterSeparator && string.Compare(text, at, "AND", 0, 3, StringComparison.OrdinalIgnoreCase) == 0)
            {
                at += 3;
            }
            else if (
                afterSeparator
                && char.ToLowerInvariant(c) is >= 'a' and <= 'h'
                && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]))
            )
            {
                Add(new ClassificationReason(section, char.ToLowerInvariant(c).ToString()), found);
                afterSeparator = false;
                at++;
            }
            else
            {
                break;
            }
        }
        if (found.Count == before)
        {
            Add(new ClassificationReason(section, null), found);
        }
        return at;
    }

    private static void Add(ClassificationReason reason, ImmutableArray<ClassificationReason>.Builder found)
    {
        if (!found.Contains(reason))
        {
            found.Add(reason);
        }
    }
}
