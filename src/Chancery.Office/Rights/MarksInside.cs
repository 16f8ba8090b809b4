namespace Chancery.Office;

/// <summary>
/// Levels that a portion's words name besides its own mark: inserted messages, quoted texts and sub-paragraphs bring their own (RD-12). Whatever
/// looks like a level counts, so a word that only speaks of one closes a portion rather than opening it.
/// </summary>
internal static class MarksInside
{
    private const int LongestMark = 48;

    private static readonly ImmutableArray<(string Word, int Rank)> Spoken =
    [
        ("TOPSECRET", Level.TopSecret.Rank()),
        ("SECRET", Level.Secret.Rank()),
        ("CONFIDENTIAL", Level.Confidential.Rank()),
        ("NOFORN", ReadingRights.HighestRank),
        ("RELTO", ReadingRights.HighestRank),
        ("NODIS", ReadingRights.HighestRank),
        ("EXDIS", ReadingRights.HighestRank),
        ("LIMDIS", ReadingRights.HighestRank),
        ("STADIS", ReadingRights.HighestRank),
        ("SPECAT", ReadingRights.HighestRank),
    ];

    /// <summary>The highest rank that the words name; 0 for none. Caveats and captions inside close the portion to all below the top.</summary>
    public static int Rank(string text)
    {
        var rank = Math.Max(SpokenRank(text), BracketedRank(text));
        return rank;
    }

    /// <summary>Level words, letter-spaced ones too: blanks do not count.</summary>
    private static int SpokenRank(string text)
    {
        var letters = string.Concat(text.Where(char.IsAsciiLetter)).ToUpperInvariant();
        var rank = 0;
        foreach (var (word, of) in Spoken)
        {
            if (of > rank && letters.Contains(word, StringComparison.Ordinal))
            {
                rank = of;
            }
        }
        return rank;
    }

    private static int BracketedRank(string text)
    {
        var rank = 0;
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.AsSpan(open + 1, Math.Min(LongestMark, text.Length - open - 1)).IndexOf(')');
            if (close < 0)
            {
                continue;
            }
            var words = text.Substring(open + 1, close).Split(['/', '-', ',', '\\', ' '], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || !Levels.TryParse(words[0], out var level))
            {
                continue;
            }
            // (S) and (S/NF): with more than a level it is closed to all below the top, for what else it asks is not looked into.
            rank = Math.Max(
                rank,
                words.Length == 1 ? level.Rank()
                    : words[1..].All(word => Levels.TryParse(word, out _)) ? words.Max(Rank1)
                    : ReadingRights.HighestRank
            );
        }
        return rank;
    }

    private static int Rank1(string word) => Levels.TryParse(word, out var level) ? level.Rank() : 0;
}
