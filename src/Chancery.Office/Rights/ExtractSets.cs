namespace Chancery.Office;

/// <summary>Which sets of portions of a message somebody may see without seeing all of it.</summary>
internal static class ExtractSets
{
    /// <summary>Beyond so many different caveats only who satisfies none and who satisfies all are thought of.</summary>
    private const int MostCaveats = 5;

    /// <summary>The sets, one bit for each of <see cref="Protection.Portions"/>, ascending; never the empty one.</summary>
    public static IEnumerable<int> Of(Protection protection)
    {
        var caveats = protection.Caveats.Union(protection.Portions.SelectMany(portion => portion.Caveats), StringComparer.Ordinal).ToList();
        var all = caveats.Count <= MostCaveats ? (1 << caveats.Count) - 1 : 1;
        var sets = new SortedSet<int>();
        for (var rank = 0; rank <= ReadingRights.HighestRank; rank++)
        {
            for (var satisfied = 0; satisfied <= all; satisfied++)
            {
                var seesAll = rank >= protection.Rank && satisfied == all;
                var open = seesAll ? 0 : Open(protection, rank, caveat => IsIn(satisfied, caveats, caveat));
                if (open != 0)
                {
                    sets.Add(open);
                }
            }
        }
        return sets;
    }

    private static bool IsIn(int satisfied, List<string> caveats, string caveat) =>
        (satisfied & (caveats.Count <= MostCaveats ? 1 << caveats.IndexOf(caveat) : 1)) != 0;

    private static int Open(Protection protection, int rank, Func<string, bool> satisfies)
    {
        var open = 0;
        for (var i = 0; i < protection.Portions.Length; i++)
        {
            var need = protection.Portions[i];
            open |= need.Rank <= rank && need.Caveats.All(satisfies) ? 1 << i : 0;
        }
        return open;
    }
}
