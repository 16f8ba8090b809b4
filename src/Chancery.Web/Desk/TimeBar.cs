namespace Chancery.Web.Desk;

/// <summary>A bar of the histogram of hits.</summary>
/// <param name="Date">The month or year, as <c>date:</c> takes it.</param>
/// <param name="Count">How many hits fall into it.</param>
/// <param name="Height">Its height, 1 to 32.</param>
public sealed record TimeBar(string Date, long Count, int Height)
{
    private const int MostMonths = 48;
    private const int Tallest = 32;

    /// <summary>The bars of some months, oldest first: a bar a year where there are many.</summary>
    public static ImmutableArray<TimeBar> Of(ImmutableArray<KeyValuePair<string, long>> months)
    {
        var bars =
            months.Length <= MostMonths
                ? months
                :
                [
                    .. months
                        .GroupBy(month => month.Key[..4])
                        .Select(year => KeyValuePair.Create(year.Key, year.Sum(month => month.Value))),
                ];
        var highest = bars.Select(bar => bar.Value).DefaultIfEmpty(1).Max();
        return [.. bars.Select(bar => new TimeBar(bar.Key, bar.Value, Math.Max(1, (int)(bar.Value * Tallest / highest))))];
    }
}
