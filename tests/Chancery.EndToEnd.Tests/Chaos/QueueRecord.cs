using Microsoft.Data.Sqlite;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>
/// What an office itself has written about a circuit that it sends by, in the order of the channel numbers: which message was given each, and what was queued
/// until then. It goes by the order in which things were written and not by the clock, which is set back meanwhile.
/// </summary>
internal sealed class QueueRecord(IReadOnlyList<QueueRecord.Sent> all)
{
    public int Count => all.Count;

    /// <summary>Messages that were given more than one channel number.</summary>
    public int Renumbered => all.Count(sent => sent.Numbers > 1);

    /// <summary>Messages that left although something higher was queued already, which left later.</summary>
    public int Overtaken
    {
        get
        {
            var overtaken = 0;
            var earliestOfThoseBehind = new SortedDictionary<int, long>();
            foreach (var sent in all.Reverse())
            {
                overtaken += earliestOfThoseBehind.Any(later => later.Key > sent.Precedence && later.Value <= sent.QueuedThen) ? 1 : 0;
                earliestOfThoseBehind[sent.Precedence] = Math.Min(
                    sent.Place,
                    earliestOfThoseBehind.GetValueOrDefault(sent.Precedence, long.MaxValue)
                );
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
                late += last.GetValueOrDefault(sent.Precedence) > sent.Place ? 1 : 0;
                last[sent.Precedence] = Math.Max(sent.Place, last.GetValueOrDefault(sent.Precedence));
            }
            return late;
        }
    }

    /// <summary>Read from the store's file after the office has ended.</summary>
    public static QueueRecord Of(string store, string circuit)
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(store, "chancery.db")};Mode=ReadOnly");
        file.Open();
        using var rows = file.CreateCommand();
        rows.CommandText = """
            SELECT min(d.id), d.precedence, n.queued, n.first, n.numbers FROM (
              SELECT message, queued, min(cycle * 10000 + number) AS first, count(*) AS numbers FROM numbers
              WHERE channel = $circuit AND out = 1 AND message IS NOT NULL GROUP BY message
            ) n JOIN deliveries d ON d.message = n.message AND d.destination = 'circuit ' || $circuit GROUP BY n.message ORDER BY n.first
            """;
        rows.Parameters.AddWithValue("$circuit", circuit);
        using var line = rows.ExecuteReader();
        var all = new List<Sent>();
        while (line.Read())
        {
            all.Add(new Sent(line.GetInt64(0), line.GetInt32(1), line.GetInt64(2), line.GetInt32(4)));
        }
        return new QueueRecord(all);
    }

    /// <summary>One message that left, in its place among those that left.</summary>
    /// <param name="Place">Its place in the queue, which counts up as messages are accepted.</param>
    /// <param name="Precedence">Higher goes first.</param>
    /// <param name="QueuedThen">The last place that was taken when it was given its first number.</param>
    /// <param name="Numbers">How many it was given.</param>
    public sealed record Sent(long Place, int Precedence, long QueuedThen, int Numbers = 1);
}
