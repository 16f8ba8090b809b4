namespace Chancery.Office;

/// <summary>Routing by the longest prefix of the routing indicator (transmission.md 4.3, R3 to R5); the order of the settings is that of the alternates.</summary>
public sealed class RoutingTable(OfficeSettings settings)
{
    /// <summary>Letters of a local section that may stand behind a station's indicator (transmission.md 4.2).</summary>
    private const int SectionLetters = 2;

    private readonly ImmutableArray<Way> ways = Way.All(settings);

    /// <summary>Where an indicator leads for a message of a level.</summary>
    /// <param name="indicator">The routing indicator.</param>
    /// <param name="level">The level of the message: it goes by no way that is not cleared for it (TX-512).</param>
    /// <param name="arrivedBy">The destination that is the circuit it came by: it never goes back there (R4); null where it came by none.</param>
    /// <param name="isClosed">True for destinations that are closed.</param>
    public Route Find(string indicator, Level level, string? arrivedBy, Func<string, bool> isClosed)
    {
        if (IsOurs(indicator))
        {
            return new Route(null, IsOurs: true, null);
        }
        var uncleared = false;
        foreach (var way in Behind(indicator))
        {
            if (way.Destination == arrivedBy || isClosed(way.Destination))
            {
                continue;
            }
            if (level.Rank() <= way.Level.Rank())
            {
                return new Route(way, IsOurs: false, null);
            }
            uncleared = true;
        }
        if (settings.RoutingIndicators.IsEmpty && !uncleared)
        {
            // An office that has not said which indicators are its own takes what leads nowhere else.
            return new Route(null, IsOurs: true, null);
        }
        return new Route(
            null,
            IsOurs: false,
            uncleared
                ? new HoldReason("TX-512", $"Nothing that leads to {indicator} is approved for {level.Name()}.")
                : new HoldReason("R5", $"No route leads to {indicator}.")
        );
    }

    private bool IsOurs(string indicator) =>
        settings.RoutingIndicators.Any(own =>
            indicator.StartsWith(own, StringComparison.Ordinal) && indicator.Length - own.Length <= SectionLetters
        );

    private IEnumerable<Way> Behind(string indicator) =>
        ways.SelectMany(way => way.Routes.Select(prefix => (way, prefix)))
            .Where(route => indicator.StartsWith(route.prefix, StringComparison.Ordinal))
            .OrderByDescending(route => route.prefix.Length)
            .Select(route => route.way);
}
