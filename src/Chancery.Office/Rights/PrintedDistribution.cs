namespace Chancery.Office;

/// <summary>To whom a message says itself that it goes: offices behind addressees, on passing lines and in the distribution of released telegrams.</summary>
internal static class PrintedDistribution
{
    private const int Most = 64;

    public static ImmutableArray<string> Of(Message message)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var addressee in message.Action.Concat(message.Info))
        {
            Add(found, addressee.Offices);
        }
        foreach (var line in message.Passing)
        {
            Add(found, line.Offices.Where(office => !office.EndsWith(" ONLY", StringComparison.OrdinalIgnoreCase)));
        }
        if (message.Distribution is { } printed)
        {
            Add(found, printed.Action.Concat(printed.Info).Select(copies => copies.Office));
        }
        return [.. found];
    }

    /// <summary>An office's name in one spelling.</summary>
    public static string Normal(string office) => RestrictiveCaptions.Normal(office.Trim().Trim('/'));

    private static void Add(SortedSet<string> found, IEnumerable<string> offices)
    {
        foreach (var office in offices)
        {
            // An @ in front would name a person: no message can do that by itself.
            if (found.Count < Most && Normal(office).TrimStart('@') is { Length: > 0 } name)
            {
                found.Add(name);
            }
        }
    }
}
