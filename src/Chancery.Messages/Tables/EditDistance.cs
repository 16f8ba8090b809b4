using System.Numerics;

namespace Chancery.Messages.Tables;

/// <summary>How many letters must be put in, left out or changed to turn one word into another.</summary>
internal static class EditDistance
{
    private const int Longest = 64;

    /// <summary>Which letters a word holds, one bit each.</summary>
    public static uint Letters(ReadOnlySpan<char> word)
    {
        var letters = 0u;
        foreach (var c in word)
        {
            letters |= 1u << (c & 31);
        }
        return letters;
    }

    /// <summary>
    /// False where the letters alone tell that two words are further apart than <paramref name="limit"/>: every letter that only one of them holds
    /// takes a step of its own. It spares the whole comparison of nearly all words of a list.
    /// </summary>
    public static bool MayBeWithin(uint letters, uint others, int limit) =>
        BitOperations.PopCount(letters & ~others) <= limit && BitOperations.PopCount(others & ~letters) <= limit;

    /// <summary>True where two neighbours of one word have changed places in the other.</summary>
    public static bool IsSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var at = a.CommonPrefixLength(b);
        return a.Length == b.Length
            && at + 1 < a.Length
            && a[at] == b[at + 1]
            && a[at + 1] == b[at]
            && a[(at + 2)..].SequenceEqual(b[(at + 2)..]);
    }

    /// <summary>The distance where it is at most <paramref name="limit"/>, else a number above it. Longer words than 64 letters are never near.</summary>
    public static int Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (
            Math.Abs(a.Length - b.Length) > limit
            || a.Length > Longest
            || b.Length > Longest
            || !MayBeWithin(Letters(a), Letters(b), limit)
        )
        {
            return limit + 1;
        }
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > limit)
            {
                return limit + 1;
            }
        }
        return row[b.Length];
    }
}
