using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Flags behind a reference (text.md 11).</summary>
internal static class ReferenceFlags
{
    private static readonly string[] Known = ["NOTAL", "PASEP", "AND PREVIOUS"];

    /// <summary>NOTAL with a letter lost, doubled or two changed over, as one of the words.</summary>
    private static bool HoldsSlip(ReadOnlySpan<char> words)
    {
        Span<char> sorted = stackalloc char[6];
        foreach (var range in words.SplitAny(' ', ',', ';', '(', ')'))
        {
            var word = words[range];
            if (
                word.Length is >= 4 and <= 6
                && word is not "NOTA"
                && word[0] is 'N' or 'A' or 'O'
                && word.ContainsAny('T', 'L')
                && word is not "TOTAL" and not "NATAL"
            )
            {
                word.CopyTo(sorted);
                sorted[..word.Length].Sort();
                if (sorted[..word.Length] is "ALNOT" || (word[0] == 'N' && EditDistance.Within(word, "NOTAL", 1) <= 1))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>The flags that stand in the words, each once.</summary>
    public static ImmutableArray<string> In(ReadOnlySpan<char> words)
    {
        ImmutableArray<string> flags = [];
        foreach (var flag in Known)
        {
            if (words.Contains(flag, StringComparison.OrdinalIgnoreCase))
            {
                flags = flags.Add(flag);
            }
        }
        return flags.IsEmpty && HoldsSlip(words) ? ["NOTAL"] : flags;
    }
}
