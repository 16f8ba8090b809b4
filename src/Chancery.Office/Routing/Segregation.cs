namespace Chancery.Office;

/// <summary>How the stations called are parted over the ways out (transmission.md 4.3): each stands in one copy, none twice.</summary>
/// <param name="Copies">Way out and the indicators that lie behind it, in printed order.</param>
/// <param name="Local">Indicators that are ours.</param>
/// <param name="Held">Indicators that cannot go on.</param>
/// <param name="Hold">Why not, of the first of them; null where all can.</param>
public sealed record Segregation(
    ImmutableArray<(Way Way, ImmutableArray<string> Called)> Copies,
    ImmutableArray<string> Local,
    ImmutableArray<string> Held,
    HoldReason? Hold
)
{
    /// <summary>Parts the stations called.</summary>
    /// <param name="called">The stations.</param>
    /// <param name="find">Where one leads.</param>
    public static Segregation Of(IEnumerable<string> called, Func<string, Route> find)
    {
        var copies = new List<(Way Way, List<string> Called)>();
        List<string> local = [],
            held = [];
        HoldReason? hold = null;
        foreach (var indicator in called.Distinct(StringComparer.Ordinal))
        {
            var route = find(indicator);
            if (route.IsOurs)
            {
                local.Add(indicator);
            }
            else if (route.Way is { } way)
            {
                var copy = copies.Find(other => other.Way.Destination == way.Destination);
                if (copy.Called is null)
                {
                    copies.Add(copy = (way, []));
                }
                copy.Called.Add(indicator);
            }
            else
            {
                held.Add(indicator);
                hold ??= route.Hold;
            }
        }
        return new Segregation([.. copies.Select(copy => (copy.Way, copy.Called.ToImmutableArray()))], [.. local], [.. held], hold);
    }
}
