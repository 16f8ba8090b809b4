namespace Chancery.Office;

/// <summary>How the stations called are parted over the circuits (transmission.md 4.3): each stands in one copy, none twice.</summary>
/// <param name="Copies">Circuit and the indicators that lie behind it, in printed order.</param>
/// <param name="Local">Indicators that are ours.</param>
/// <param name="Held">Indicators that cannot go on.</param>
/// <param name="Hold">Why not, of the first of them; null where all can.</param>
public sealed record Segregation(
    ImmutableArray<(CircuitSettings Circuit, ImmutableArray<string> Called)> Copies,
    ImmutableArray<string> Local,
    ImmutableArray<string> Held,
    HoldReason? Hold
)
{
    /// <summary>Parts the stations called.</summary>
    public static Segregation Of(
        IEnumerable<string> called,
        RoutingTable table,
        Level level,
        string? arrivedBy,
        Func<string, bool> isClosed
    )
    {
        var copies = new List<(CircuitSettings Circuit, List<string> Called)>();
        List<string> local = [],
            held = [];
        HoldReason? hold = null;
        foreach (var indicator in called.Distinct(StringComparer.Ordinal))
        {
            var route = table.Find(indicator, level, arrivedBy, isClosed);
            if (route.IsOurs)
            {
                local.Add(indicator);
            }
            else if (route.Circuit is { } circuit)
            {
                var copy = copies.Find(other => other.Circuit.Name == circuit.Name);
                if (copy.Called is null)
                {
                    copies.Add(copy = (circuit, []));
                }
                copy.Called.Add(indicator);
            }
            else
            {
                held.Add(indicator);
                hold ??= route.Hold;
            }
        }
        return new Segregation([.. copies.Select(copy => (copy.Circuit, copy.Called.ToImmutableArray()))], [.. local], [.. held], hold);
    }
}
