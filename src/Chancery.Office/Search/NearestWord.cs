namespace Chancery.Office;

/// <summary>Finds what a mistyped word was meant to be.</summary>
public static class NearestWord
{
    /// <summary>The candidate with the fewest typing slips, where they are few for its length; else the first that begins so; else null.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="candidates">What can be typed; case does not count.</param>
    public static string? Of(string typed, IEnumerable<string> candidates)
    {
        string? best = null;
        var fewest = Math.Max(1, typed.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var slips = Slips(typed, candidate);
            if (slips < fewest || (best is null && typed.Length > 1 && candidate.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
            {
                (best, fewest) = (candidate, slips);
            }
        }
        return best;
    }

    /// <summary>Letters wrong, missing, too many, or two swapped.</summary>
    private static int Slips(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }
                var same = Same(a[i - 1], b[j - 1]);
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                }
                rows[i, j] = least;
            }
        }
        return rows[a.Length, b.Length];

        static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
    }
}
