using System.Globalization;

namespace Chancery.Storage.Sqlite;

public sealed partial class SqliteSearchIndex
{
    private const int ShownOfAKind = 50;

    /// <inheritdoc />
    public FacetAnswer Facets(SearchQuery query, ReadingScope scope, CancellationToken cancellation) =>
        Ask(session => Facets(session, TermsQuery.Of(query, scope, protections)), cancellation);

    /// <inheritdoc />
    public long Count(SearchQuery query, ReadingScope scope, MessageId? after, long atMost)
    {
        var terms = TermsQuery.Of(query, scope, protections);
        var (first, last) = terms.Rows;
        return Ask(
            session =>
                after is { } id
                    ? session.One<long>(IndexSql.CountAfter, terms.Match, first, last, atMost, id.ToBytes())
                    : session.One<long>(IndexSql.Count, terms.Match, first, last, atMost),
            CancellationToken.None
        );
    }

    /// <inheritdoc />
    public IEnumerable<string> Candidates(FacetKind kind)
    {
        var found = new List<string>();
        foreach (var (known, value) in facets.Known)
        {
            if (known == kind)
            {
                found.Add(value);
            }
        }
        return found;
    }

    private FacetAnswer Facets(Session session, TermsQuery terms)
    {
        var (first, last) = terms.Rows;
        var minutes = new List<long>();
        var counts = new long[facets.Known.Length];
        var more = false;
        var row = session.Statement(IndexSql.Facets).Bind(1, terms.Match).Bind(2, first).Bind(3, last).Bind(4, CountLimit + 1);
        while (row.Step())
        {
            if (minutes.Count == CountLimit)
            {
                more = true;
                row.Reset();
                break;
            }
            minutes.Add(IndexRow.Minute(row.Long(0)));
            FacetBook.Count(row.Blob(1), ref counts);
        }
        // Asked after the rows: whatever number is in them is known.
        return new FacetAnswer
        {
            Total = new Total(minutes.Count, !more),
            Facets = ByKind(facets.Known, counts),
            Months = Months(minutes),
        };
    }

    private static ImmutableSortedDictionary<FacetKind, ImmutableArray<FacetCount>> ByKind(
        ReadOnlySpan<(FacetKind Kind, string Value)> known,
        long[] counts
    )
    {
        var found = new List<(FacetKind Kind, FacetCount Count)>();
        for (var i = 0; i < Math.Min(counts.Length, known.Length); i++)
        {
            if (counts[i] > 0)
            {
                var (kind, value) = known[i];
                found.Add((kind, new FacetCount(value, kind == FacetKind.Tag ? TagNames.Find(value) : null, counts[i])));
            }
        }
        return FacetFields.All.ToImmutableSortedDictionary(
            kind => kind,
            kind =>
                found
                    .Where(pair => pair.Kind == kind)
                    .Select(pair => pair.Count)
                    .OrderByDescending(count => count.Count)
                    .ThenBy(count => count.Value, StringComparer.Ordinal)
                    .Take(ShownOfAKind)
                    .ToImmutableArray()
        );
    }

    private static ImmutableArray<KeyValuePair<string, long>> Months(IEnumerable<long> minutes) =>
        [
            .. minutes
                .Select(minute => new DateTime(minute * TimeSpan.TicksPerMinute))
                .CountBy(date => (date.Year * 12) + date.Month - 1)
                .OrderBy(pair => pair.Key)
                .Select(pair =>
                    KeyValuePair.Create(
                        string.Create(CultureInfo.InvariantCulture, $"{pair.Key / 12:0000}-{(pair.Key % 12) + 1:00}"),
                        (long)pair.Value
                    )
                ),
        ];
}
