namespace Chancery.Office;

/// <summary>
/// When messages that are not on file were sent, told from the nearest numbers of their series that are (handling.md 9, RE-3). For the references of one message:
/// each series is looked up once.
/// </summary>
internal sealed class SeriesPlaces(Series series, Reader asking)
{
    private readonly Dictionary<(string Post, int Year), List<(long Number, MessageId Id)>> known = [];

    /// <summary>The dates of the numbers in front and behind; null where there is none.</summary>
    public (DateTime? After, DateTime? Before) Of(NumberKey key)
    {
        var (post, number) = Series.Parted(key.Bare);
        if (key.Year is not { } year || post.Length == 0)
        {
            return (null, null);
        }
        if (!known.TryGetValue((post, year), out var held))
        {
            held = [.. series.Numbers(asking, post, year).Select(one => (one.Number, one.Id)).OrderBy(one => one.Number)];
            known.Add((post, year), held);
        }
        var behind = held.FindIndex(one => one.Number > number);
        var front = held.FindLastIndex(one => one.Number < number);
        return (front < 0 ? null : series.DateOf(asking, held[front].Id), behind < 0 ? null : series.DateOf(asking, held[behind].Id));
    }
}
