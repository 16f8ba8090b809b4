using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Storage.Sqlite;

public sealed partial class SqliteSearchIndex
{
    private const int CountLimit = 10_000;
    private const int ScoredWords = 8;

    /// <inheritdoc />
    public IndexAnswer Find(
        SearchQuery query,
        ReadingScope scope,
        SearchSort sort,
        SearchCursor? before,
        int limit,
        bool totals,
        CancellationToken cancellation
    ) => Ask(session => Find(session, query, TermsQuery.Of(query, scope, protections), sort, before, limit, totals), cancellation);

    private T Ask<T>(Func<Session, T> work, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                try
                {
                    return readers.Use(session =>
                    {
                        using var stop = cancellation.Register(() => raw.sqlite3_interrupt(session.Connection.Handle));
                        return work(session);
                    });
                }
                catch (ObjectDisposedException) when (!ended)
                {
                    // It is being made anew: wait for the new file.
                    lock (writing) { }
                }
            }
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("The search was stopped.", fault, cancellation);
        }
        catch (SqliteException fault)
        {
            throw Faults.Tell(fault, file);
        }
    }

    private IndexAnswer Find(
        Session session,
        SearchQuery query,
        TermsQuery terms,
        SearchSort sort,
        SearchCursor? before,
        int limit,
        bool totals
    )
    {
        var (first, last) = terms.Rows;
        var hits = sort switch
        {
            SearchSort.Filed => ByFiling(session, terms.Match, first, last, before, limit + 1),
            SearchSort.Relevance => ByRelevance(session, query, terms, first, last, before, limit + 1),
            _ => ByDate(session, terms.Match, first, last, before, limit + 1),
        };
        var more = hits.Count > limit;
        if (more)
        {
            hits.RemoveAt(limit);
        }
        if (!totals || (before is null && !more))
        {
            return new IndexAnswer(hits, more, new Total(hits.Count, before is null && !more));
        }
        var count = session.One<long>(IndexSql.Count, terms.Match, first, last, CountLimit + 1);
        return new IndexAnswer(hits, more, new Total(Math.Min(count, CountLimit), count <= CountLimit));
    }

    /// <summary>Newest first, within a minute by acceptance: the order of the rows, but for the minutes where messages were added again.</summary>
    private List<IndexHit> ByDate(Session session, string match, long first, long last, SearchCursor? before, int limit)
    {
        var unordered = displaced;
        var hits = new List<IndexHit>();
        var from = Math.Max(first, Bound(session, before));
        if (before is { } cursor && unordered.Contains(cursor.Minute))
        {
            hits.AddRange(OfMinute(cursor.Minute).Where(hit => hit.Id.CompareTo(cursor.Id) < 0));
            from = Math.Max(first, IndexRow.Span(cursor.Minute).Last + 1);
        }
        if (hits.Count < limit)
        {
            hits.AddRange(Rows(from, last, limit - hits.Count));
        }
        if (hits.Count == limit && unordered.Contains(hits[^1].Cursor.Minute) && hits[^1].Cursor.Minute != before?.Minute)
        {
            // The page ends inside: which of the minute's messages are on it is known when all of them are.
            var minute = hits[^1].Cursor.Minute;
            hits.RemoveAll(hit => hit.Cursor.Minute == minute);
            hits.AddRange(OfMinute(minute));
        }
        if (hits.Exists(hit => unordered.Contains(hit.Cursor.Minute)))
        {
            hits = [.. hits.OrderByDescending(hit => hit.Cursor.Minute).ThenByDescending(hit => hit.Id)];
        }
        return hits.Count > limit ? hits[..limit] : hits;

        List<IndexHit> Rows(long from, long to, int most) =>
            session.All(IndexSql.ByDate, line => Hit(line, key: IndexRow.Minute(line.GetInt64(0))), match, from, to, most);

        List<IndexHit> OfMinute(long minute)
        {
            var (start, end) = IndexRow.Span(minute);
            return Rows(Math.Max(first, start), Math.Min(last, end), int.MaxValue);
        }
    }

    private static List<IndexHit> ByFiling(Session session, string match, long first, long last, SearchCursor? before, int limit)
    {
        var end = before?.Id.ToBytes() ?? [.. Enumerable.Repeat((byte)0xFF, MessageId.Size)];
        return session.All(IndexSql.ByFiling, line => Hit(line, key: 0), match, first, last, limit, end);
    }

    /// <summary>
    /// Our own score, from the hit alone: each word in the subject counts four, all words near each other two. Among the newest hits only, so that it
    /// costs the same however many there are; how frequent a word is elsewhere does not count, for it would tell of messages one may not see.
    /// </summary>
    private List<IndexHit> ByRelevance(
        Session session,
        SearchQuery query,
        TermsQuery terms,
        long first,
        long last,
        SearchCursor? before,
        int limit
    )
    {
        var newest = session.All(IndexSql.Rows, line => line.GetInt64(0), terms.Match, first, last, CountLimit);
        if (newest.Count == 0)
        {
            return [];
        }
        var oldest = newest[^1];
        var scores = newest.ToDictionary(row => row, _ => 0L);
        var words = query.Wanted().Where(word => word.Length > 1).Distinct(StringComparer.Ordinal).Take(ScoredWords).ToList();
        foreach (var word in words)
        {
            Raise(TermsQuery.Quote(TermPrefix.Of(SearchField.Subject) + word), by: 4);
        }
        if (words.Count > 1)
        {
            Raise($"NEAR({string.Join(' ', words.Select(TermsQuery.Quote))}, 8)", by: 2);
        }
        var unordered = displaced;
        var bound = Bound(session, before);
        return scores
            .Where(pair => before is not { } cursor || pair.Value < cursor.Key || (pair.Value == cursor.Key && IsBehind(cursor, pair.Key)))
            .OrderByDescending(pair => pair.Value)
            .ThenByDescending(pair => IndexRow.Minute(pair.Key))
            .ThenByDescending(pair => unordered.Contains(IndexRow.Minute(pair.Key)) ? IdOf(pair.Key) : default)
            .ThenBy(pair => pair.Key)
            .Take(limit)
            .Select(pair => Hit(pair.Key, IdOf(pair.Key), pair.Value))
            .ToList();

        MessageId IdOf(long row) => MessageId.FromBytes(session.One<byte[]>(IndexSql.IdOf, row));

        bool IsBehind(SearchCursor cursor, long row) =>
            unordered.Contains(cursor.Minute) && IndexRow.Minute(row) == cursor.Minute ? IdOf(row).CompareTo(cursor.Id) < 0 : row >= bound;

        void Raise(string expression, long by)
        {
            foreach (var row in session.All(IndexSql.Rows, line => line.GetInt64(0), terms.And(expression), first, oldest, CountLimit))
            {
                if (scores.ContainsKey(row))
                {
                    scores[row] += by;
                }
            }
        }
    }

    /// <summary>The first row that comes behind a cursor: found by comparing with it, never by looking for its message.</summary>
    private static long Bound(Session session, SearchCursor? before)
    {
        if (before is not { } cursor || cursor.Minute < 0 || cursor.Minute > DateTime.MaxValue.Ticks / TimeSpan.TicksPerMinute)
        {
            return 0;
        }
        var (first, last) = IndexRow.Span(cursor.Minute);
        return session.Command(IndexSql.FirstBehind, first, last, cursor.Id.ToBytes()).ExecuteScalar() is long row ? row : last + 1;
    }

    private static IndexHit Hit(SqliteDataReader line, long key) =>
        Hit(line.GetInt64(0), MessageId.FromBytes(line.GetFieldValue<byte[]>(1)), key);

    private static IndexHit Hit(long row, MessageId id, long key) => new(id, new SearchCursor(key, IndexRow.Minute(row), id));
}
