namespace Chancery.Office;

/// <summary>Routing by the longest prefix of the routing indicator (transmission.md 4.3, R3 to R5); the order of the settings is that of the alternates.</summary>
public sealed class RoutingTable(OfficeSettings settings)
{
    /// <summary>Letters of a local section that may stand behind a station's indicator (transmission.md 4.2).</summary>
    private const int SectionLetters = 2;

    /// <summary>Where an indicator leads for a message of a level.</summary>
    /// <param name="indicator">The routing indicator.</param>
    /// <param name="level">The level of the message: it goes by no circuit that is not cleared for it (TX-512).</param>
    /// <param name="arrivedBy">The circuit it came by: it never goes back there (R4); null where it came by none.</param>
    /// <param name="isClosed">True for circuits that are closed.</param>
    public Route Find(string indicator, Level level, string? arrivedBy, Func<string, bool> isClosed)
    {
        if (IsOurs(indicator))
        {
            return new Route(null, IsOurs: true, null);
        }
        var uncleared = false;
        foreach (var circuit in Behind(indicator))
        {
            if (circuit.Name == arrivedBy || isClosed(circuit.Name))
            {
                continue;
            }
            if (level.Rank() <= circuit.Level.Rank())
            {
                return new Route(circuit, IsOurs: false, null);
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
                ? new HoldReason("TX-512", $"No circuit towards {indicator} is approved for {level.Name()}.")
                : new HoldReason("R5", $"No route leads to {indicator}.")
        );
    }

    private bool IsOurs(string indicator) =>
        settings.RoutingIndicators.Any(own =>
            indicator.StartsWith(own, StringComparison.Ordinal) && indicator.Length - own.Length <= SectionLetters
        );

    private IEnumerable<CircuitSettings> Behind(string indicator) =>
        settings
            .Circuits.SelectMany(circuit => circuit.Routes.Select(prefix => (circuit, prefix)))
            .Where(route => indicator.StartsWith(route.prefix, StringComparison.Ordinal))
            .OrderByDescending(route => route.prefix.Length)
            .Select(route => route.circuit);
}
