using Microsoft.Data.Sqlite;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>
/// What an office itself has written about a circuit that it sends by: each message with its precedence, since when it waited, and when it was first given
/// a channel number. Read from the store's file after the office has ended.
/// </summary>
internal sealed class QueueRecord
{
    private readonly List<Sent> all = [];

    public QueueRecord(string store, string circuit)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(store, "chancery.db")};Mode=ReadOnly");
        file.Open();
        using var rows = file.CreateCommand();
        rows.CommandText = """
            SELECT min(d.id), d.precedence, d.since, n.at, min(n.cycle * 10000 + n.number) AS first, count(DISTINCT n.cycle * 10000 + n.number) FROM numbers n
            JOIN deliveries d ON d.message = n.message AND d.destination = 'circuit ' || n.channel
            WHERE n.channel = $circuit AND n.out = 1 GROUP BY n.message ORDER BY first
            """;
        rows.Parameters.AddWithValue("$circuit", circuit);
        using var line = rows.ExecuteReader();
        while (line.Read())
        {
            all.Add(new Sent(line.GetInt64(0), line.GetInt32(1), line.GetInt64(2), line.GetInt64(3)));
            Renumbered += line.GetInt32(5) > 1 ? 1 : 0;
        }
        Straighten();
    }

    public int Count => all.Count;

    /// <summary>Messages that were given more than one channel number.</summary>
    public int Renumbered { get; }

    /// <summary>Messages that left although something higher waited already, which left later.</summary>
    public int Overtaken
    {
        get
        {
            var overtaken = 0;
            var waitedSince = new SortedDictionary<int, long>();
            foreach (var sent in Enumerable.Reverse(all))
            {
                overtaken += waitedSince.Any(later => later.Key > sent.Precedence && later.Value < sent.At) ? 1 : 0;
                waitedSince[sent.Precedence] = Math.Min(sent.Since, waitedSince.GetValueOrDefault(sent.Precedence, long.MaxValue));
            }
            return overtaken;
        }
    }

    /// <summary>Messages that left behind one of their own precedence that was accepted later.</summary>
    public int OutOfOrder
    {
        get
        {
            var last = new Dictionary<int, long>();
            var late = 0;
            foreach (var sent in all)
            {
                late += last.GetValueOrDefault(sent.Precedence) > sent.Id ? 1 : 0;
                last[sent.Precedence] = Math.Max(sent.Id, last.GetValueOrDefault(sent.Precedence));
            }
            return late;
        }
    }

    /// <summary>
    /// Where the clock was set back while a commit was under way, what was written then bears too early a time: no time is before that of what was written
    /// earlier.
    /// </summary>
    private void Straighten()
    {
        var since = new Dictionary<long, long>();
        var latest = 0L;
        foreach (var sent in all.OrderBy(sent => sent.Id))
        {
            since[sent.Id] = latest = Math.Max(latest, sent.Since);
        }
        latest = 0;
        for (var i = 0; i < all.Count; i++)
        {
            latest = Math.Max(latest, all[i].At);
            all[i] = all[i] with { Since = since[all[i].Id], At = latest };
        }
    }

    private sealed record Sent(long Id, int Precedence, long Since, long At);
}
