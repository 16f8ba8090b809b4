namespace Chancery.Office;

/// <summary>
/// The numbers under which posts sent their messages, and what is missing of them (handling.md 9, RE-3 and RE-4). Everything is told from what the reader may
/// see: what is hidden from him is missing for him, as if it had never been filed.
/// </summary>
public sealed class Series(IMessageStore store, Archive archive, GapReasons reasons)
{
    /// <summary>The first year of numbers by post: two digits below these are of this century.</summary>
    private const int FirstYear = 60;

    /// <summary>The series of a post, or of all, of a year, or of all; by post, then year.</summary>
    /// <param name="asking">Who asks.</param>
    /// <param name="post">The post in any spelling; null for all.</param>
    /// <param name="year">Two digits or four; null for all.</param>
    public IReadOnlyList<NumberSeries> Of(Reader asking, string? post, int? year)
    {
        var series = new SortedDictionary<(string Post, int Year), Dictionary<long, MessageId>>();
        foreach (var (key, number, id) in Numbers(asking, post, year))
        {
            if (!series.TryGetValue(key, out var numbers))
            {
                series.Add(key, numbers = []);
            }
            numbers.TryAdd(number, id);
        }
        return [.. series.Select(one => Gaps(asking, one.Key.Post, one.Key.Year, one.Value))];
    }

    private NumberSeries Gaps(Reader asking, string post, int year, Dictionary<long, MessageId> held)
    {
        var numbers = held.Keys.Order().ToList();
        var gaps = ImmutableArray.CreateBuilder<NumberGap>();
        for (var i = 1; i < numbers.Count; i++)
        {
            var (front, behind) = (numbers[i - 1], numbers[i]);
            if (behind == front + 1)
            {
                continue;
            }
            var (after, before) = (DateOf(asking, held[front]), DateOf(asking, held[behind]));
            foreach (var (first, last, reason) in reasons.Cut(post, year, front + 1, behind - 1))
            {
                gaps.Add(new NumberGap(first, last, after, before, reason));
            }
        }
        return new NumberSeries(post, Century(year), numbers[0], numbers[^1], numbers.Count, gaps.ToImmutable());
    }

    /// <summary>Every number on file for the reader, the newest of several messages under one first.</summary>
    internal IEnumerable<((string Post, int Year) Series, long Number, MessageId Id)> Numbers(Reader asking, string? post, int? year)
    {
        var squeezed = post is null ? null : NumberKey.Post(post);
        foreach (var (key, id, isWhole) in store.Numbers(ReadingRights.Scope(asking), squeezed, year % 100))
        {
            var (own, number) = Parted(key.Bare);
            // The number of an extract is open only where its subject is.
            if (own.Length > 0 && (squeezed is null || own == squeezed) && (isWhole || archive.Row(asking, id) is { Mrn: not null }))
            {
                yield return ((own, key.Year!.Value), number, id);
            }
        }
    }

    internal DateTime DateOf(Reader asking, MessageId id) => archive.Row(asking, id) is { } row ? IndexTerms.DateOf(row) : default;

    private static int Century(int year) => year + (year < FirstYear ? 2000 : 1900);

    /// <summary>Post and number of <c>NORTHPORT412</c>; no post where there are no digits behind it.</summary>
    internal static (string Post, long Number) Parted(string bare)
    {
        var end = bare.AsSpan().TrimEnd("0123456789").Length;
        return long.TryParse(bare.AsSpan(end), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (bare[..end], number)
            : ("", 0);
    }
}
