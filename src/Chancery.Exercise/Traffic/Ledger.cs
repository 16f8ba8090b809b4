namespace Chancery.Exercise.Traffic;

using World;

/// <summary>The running numbers of every station and channel. They are consecutive but for the gaps that are meant.</summary>
internal sealed class Ledger(Dice dice)
{
    private static readonly ImmutableArray<string> Designators = ["XRA", "XRB", "KLA", "YKN"];

    private readonly long[] numbers = new long[Stations.All.Length];
    private readonly int[] years = new int[Stations.All.Length];
    private readonly int[] continuity = new int[Stations.All.Length * Stations.All.Length];
    private readonly int[] channels = new int[Designators.Length];

    /// <summary>The next number of a station in a year; now and then one is left out.</summary>
    public long Next(Station station, int year)
    {
        if (years[station.Index] != year)
        {
            years[station.Index] = year;
            numbers[station.Index] = 0;
        }
        numbers[station.Index] += dice.PerMille(4) ? 2 : 1;
        return numbers[station.Index];
    }

    /// <summary>The next message continuity number between two stations, at least four digits.</summary>
    public string Continuity(Station from, Station to) =>
        (++continuity[(from.Index * Stations.All.Length) + to.Index]).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The next number of the channel on which a profile arrives: four digits in State form, else three.</summary>
    public ChannelNumber Channel(Profile profile, int whim)
    {
        var index = profile switch
        {
            Profile.State => whim % 2,
            Profile.Acp127 => 2,
            _ => 3,
        };
        var cycle = profile == Profile.State ? 9999 : 999;
        channels[index] = (channels[index] + (dice.PerMille(3) ? 2 : 1) - 1) % cycle + 1;
        var number = channels[index].ToString(profile == Profile.State ? "0000" : "000", CultureInfo.InvariantCulture);
        return new ChannelNumber(Designators[index], number);
    }
}
