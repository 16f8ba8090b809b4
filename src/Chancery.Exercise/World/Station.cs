namespace Chancery.Exercise.World;

/// <summary>A station of the invented service.</summary>
/// <param name="Name">Telegraph name, as the classification line prints it.</param>
/// <param name="Plad">Plain-language address.</param>
/// <param name="RoutingIndicator">Its routing indicator; nation letter V, which is nobody's.</param>
/// <param name="Kind">What it is.</param>
internal sealed record Station(string Name, string Plad, string RoutingIndicator, StationKind Kind)
{
    /// <summary>Place in <see cref="Stations.All"/>.</summary>
    public int Index { get; init; }

    /// <summary>Region TAG of the post, or empty.</summary>
    public string Region { get; init; } = "";

    /// <summary>For a collective: its members' plain-language addresses.</summary>
    public ImmutableArray<string> Members { get; init; } = [];
}
