namespace Chancery.Office;

/// <summary>
/// Routing by the longest prefix of the routing indicator (transmission.md 4.3, R3 to R5). Of ways with the same prefix the order decides: first the rows
/// of <c>routes.csv</c> that are open at the time, then the settings.
/// </summary>
public sealed class RoutingTable
{
    /// <summary>Letters of a local section that may stand behind a station's indicator (transmission.md 4.2).</summary>
    private const int SectionLetters = 2;

    private readonly OfficeSettings settings;
    private readonly ImmutableArray<(string Prefix, Way Way, RouteRow? Row)> routes;

    /// <summary>The table of an office.</summary>
    public RoutingTable(OfficeSettings settings)
    {
        this.settings = settings;
        var ways = Way.All(settings);
        routes =
        [
            .. settings
                .Routes.Select(row => (row.Prefix, Way: ways.FirstOrDefault(way => way.Destination == row.Destination)!, (RouteRow?)row))
                .Where(route => route.Way is not null),
            .. ways.SelectMany(way => way.Routes.Select(prefix => (prefix, way, (RouteRow?)null))),
        ];
    }

    /// <summary>Where an indicator leads for a message of a level.</summary>
    /// <param name="indicator">The routing indicator.</param>
    /// <param name="level">The level of the message: it goes by no way that is not cleared for it (TX-512).</param>
    /// <param name="arrivedBy">The destination that is the circuit it came by: it never goes back there (R4); null where it came by none.</param>
    /// <param name="at">When: a route may have its hours.</param>
    /// <param name="isClosed">True for destinations that are closed.</param>
    public Route Find(string indicator, Level level, string? arrivedBy, DateTimeOffset at, Func<string, bool> isClosed)
    {
        if (IsOurs(indicator))
        {
            return new Route(null, IsOurs: true, null);
        }
        var uncleared = false;
        foreach (
            var (_, way, row) in routes
                .Where(route => indicator.StartsWith(route.Prefix, StringComparison.Ordinal))
                .OrderByDescending(route => route.Prefix.Length)
        )
        {
            if (way.Destination == arrivedBy || row?.IsOpen(at) == false || isClosed(way.Destination))
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

    /// <summary>
    /// True where an indicator is our own, with or without the letters of a local section. A route that begins with ours and goes further leads to a
    /// station behind us (R3).
    /// </summary>
    public bool IsOurs(string indicator) =>
        settings.RoutingIndicators.Any(own =>
            indicator == own
            || (
                indicator.StartsWith(own, StringComparison.Ordinal)
                && indicator.Length - own.Length <= SectionLetters
                && !routes.Any(route => route.Prefix.Length > own.Length && indicator.StartsWith(route.Prefix, StringComparison.Ordinal))
            )
        );
}
