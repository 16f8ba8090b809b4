namespace Chancery.Exercise.World;

/// <summary>The stations of the invented service. Fixed: they are the same in every exercise.</summary>
internal static class Stations
{
    private static readonly ImmutableArray<string> LegationNames =
    [
        "NORTHPORT",
        "EASTPORT",
        "WESTPORT",
        "SOUTHMARCH",
        "KINGSHAVEN",
        "GREYRIDGE",
        "LAKEHEAD",
        "EASTFORD",
        "STONEBRIDGE",
        "OAKMERE",
        "THORNBAY",
        "MARSHGATE",
        "HIGHCLIFF",
        "FERNVALE",
        "IRONMOUTH",
        "REDWATER",
        "COLDHARBOUR",
        "WINTERSEA",
        "LONGSTRAND",
        "DUNMERE",
        "SALTFLEET",
        "RAVENSHOLM",
        "BRACKENFELL",
        "TIDEWELL",
        "HOLLOWDEN",
        "BELLHAVEN",
        "ELDERTON",
        "PORT ELLWOOD",
        "NEW MARRICK",
        "GOLDEN REACH",
    ];

    private static readonly ImmutableArray<string> Regions = ["3A", "3D", "3L", "6D", "2P", "1W", "4R", "5A"];

    /// <summary>Every station, in the order of the directory file.</summary>
    public static ImmutableArray<Station> All { get; } = Build();

    /// <summary>Legations.</summary>
    public static ImmutableArray<Station> Posts { get; } = Of(StationKind.Legation);

    /// <summary>Field commands.</summary>
    public static ImmutableArray<Station> Commands { get; } = Of(StationKind.Command);

    /// <summary>Naval commands.</summary>
    public static ImmutableArray<Station> Fleets { get; } = Of(StationKind.Fleet);

    /// <summary>Harbour offices.</summary>
    public static ImmutableArray<Station> Harbours { get; } = Of(StationKind.Harbour);

    /// <summary>Collectives of legations.</summary>
    public static ImmutableArray<Station> Collectives { get; } = Of(StationKind.Collective);

    /// <summary>The foreign ministry: the capital's telegraph name.</summary>
    public static Station Capital { get; } = Of(StationKind.Ministry)[0];

    /// <summary>The other ministries.</summary>
    public static ImmutableArray<Station> Ministries { get; } = [.. Of(StationKind.Ministry).Skip(1)];

    /// <summary>The logistics command, which ships equipment.</summary>
    public static Station Logistics { get; } = Of(StationKind.Command)[0];

    private static ImmutableArray<Station> Of(StationKind kind) => [.. All.Where(s => s.Kind == kind)];

    private static ImmutableArray<Station> Build()
    {
        var all = ImmutableArray.CreateBuilder<Station>();
        void Add(Station station) => all.Add(station with { Index = all.Count });

        Add(new Station("HOMECITY", "MINFOR HOMECITY", "RVEHC", StationKind.Ministry));
        Add(new Station("MINDEF", "MINDEF HOMECITY", "RVEHD", StationKind.Ministry));
        Add(new Station("MINTRADE", "MINTRADE HOMECITY", "RVEHT", StationKind.Ministry));
        Add(new Station("MININT", "MININT HOMECITY", "RVEHI", StationKind.Ministry));
        for (var i = 0; i < LegationNames.Length; i++)
        {
            var letters = $"{(char)('A' + i / 8)}{(char)('A' + i % 8 * 3)}";
            Add(
                new Station(LegationNames[i], "LEGATION " + LegationNames[i], "RVEH" + letters, StationKind.Legation)
                {
                    Region = Regions[i % 8],
                }
            );
        }
        Add(new Station("LOGCOM", "LOGCOM LAKEHEAD", "RVLCLH", StationKind.Command));
        Add(new Station("LANDCOM", "LANDCOM GREYRIDGE", "RVLCGR", StationKind.Command));
        Add(new Station("SIGCOM", "SIGCOM OAKMERE", "RVLCOM", StationKind.Command));
        Add(new Station("BORDERCOM", "BORDERCOM SOUTHMARCH", "RVLCSM", StationKind.Command));
        Add(new Station("FLEETCOM", "FLEETCOM KINGSHAVEN", "RVNKHAA", StationKind.Fleet));
        Add(new Station("COMNORTHSEA", "COMNORTHSEA", "RVNNSAA", StationKind.Fleet));
        Add(new Station("COMSOUTHSEA", "COMSOUTHSEA", "RVNSSAA", StationKind.Fleet));
        Add(new Station("NAVSTA WESTPORT", "NAVSTA WESTPORT", "RVNWPAA", StationKind.Fleet));
        Add(new Station("NLS GREY HERON", "NLS GREY HERON", "RVNGHAA", StationKind.Fleet));
        Add(new Station("NLS IRON ANVIL", "NLS IRON ANVIL", "RVNIAAA", StationKind.Fleet));
        Add(new Station("HARBOUR BOARD NORTHPORT", "HARBOUR BOARD NORTHPORT", "RVHBN", StationKind.Harbour));
        Add(new Station("HARBOUR BOARD EASTPORT", "HARBOUR BOARD EASTPORT", "RVHBE", StationKind.Harbour));
        Add(new Station("PILOT OFFICE WESTPORT", "PILOT OFFICE WESTPORT", "RVHPW", StationKind.Harbour));
        Add(new Station("LIGHT SERVICE IRONMOUTH", "LIGHT SERVICE IRONMOUTH", "RVHLI", StationKind.Harbour));
        AddCollective("EASTERN COLLECTIVE", "RVEHZE", 0);
        AddCollective("COASTAL COLLECTIVE", "RVEHZC", 1);
        AddCollective("MOUNTAIN COLLECTIVE", "RVEHZM", 2);
        return all.ToImmutable();

        void AddCollective(string name, string indicator, int first) =>
            Add(
                new Station(name, name, indicator, StationKind.Collective)
                {
                    Members = [.. LegationNames.Where((_, i) => i % 3 == first).Select(n => "LEGATION " + n)],
                }
            );
    }
}
