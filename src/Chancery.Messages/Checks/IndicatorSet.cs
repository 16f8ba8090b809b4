namespace Chancery.Messages.Checks;

/// <summary>Routing indicators that others are looked for in. Few are compared one by one, which costs less than a set of them.</summary>
internal readonly struct IndicatorSet
{
    private const int Few = 16;

    private readonly ImmutableArray<string> few;
    private readonly ImmutableArray<Addressee> action;
    private readonly ImmutableArray<Addressee> info;
    private readonly HashSet<string>? many;

    /// <summary>Called stations.</summary>
    public IndicatorSet(ImmutableArray<string> called)
    {
        (few, action, info) = (called, [], []);
        many = called.Length > Few ? new HashSet<string>(called, StringComparer.Ordinal) : null;
    }

    /// <summary>What stands in front of addressees.</summary>
    public IndicatorSet(ImmutableArray<Addressee> action, ImmutableArray<Addressee> info)
    {
        (few, this.action, this.info) = ([], action, info);
        many = null;
        if (action.Length + info.Length > Few)
        {
            many = new HashSet<string>(StringComparer.Ordinal);
            foreach (var addressee in action.Concat(info))
            {
                many.Add(addressee.RoutingIndicator ?? "");
            }
        }
    }

    /// <summary>True where the indicator is among them.</summary>
    public bool Contains(string indicator) =>
        many?.Contains(indicator) ?? (few.Contains(indicator, StringComparer.Ordinal) || Has(action, indicator) || Has(info, indicator));

    private static bool Has(ImmutableArray<Addressee> addressees, string indicator)
    {
        foreach (var addressee in addressees)
        {
            if (addressee.RoutingIndicator == indicator)
            {
                return true;
            }
        }
        return false;
    }
}
