namespace Chancery.Storage.Sqlite;

/// <content>
/// Which messages a later one has taken the place of, and for whom. The terms of it stand beside those of the earlier message, under the same row: FTS5 takes
/// a second text of a row, and gives it back, without a word about the first. So the row keeps its place among those of its minute, and a later message that
/// somebody may not see moves nothing for him.
/// </content>
public sealed partial class SqliteSearchIndex
{
    /// <summary>Notes what messages that were just added are to earlier ones, and others to them.</summary>
    private void Relate(IReadOnlyList<IndexedMessage> batch)
    {
        var changed = Answer(batch);
        foreach (var message in batch)
        {
            foreach (var earlier in message.Supersedes)
            {
                writer.Do(IndexSql.AddLater, earlier, message.Number, IndexTerms.Beside(TermPrefix.Later, message.Protection));
                changed.Add(earlier);
            }
        }
        PutBeside(changed);
    }

    /// <summary>Takes back what a message is to earlier ones.</summary>
    private void ForgetLater(long number)
    {
        var earlier = writer.All(IndexSql.EarlierOf, line => line.GetInt64(0), number);
        if (earlier.Count > 0)
        {
            writer.Do(IndexSql.ForgetLater, number);
            PutBeside(earlier);
        }
    }

    /// <summary>Brings what stands beside the rows of messages to what holds now; in ascending rows, which FTS5 keeps together.</summary>
    private void PutBeside(IReadOnlyCollection<long> numbers)
    {
        if (numbers.Count == 0)
        {
            return;
        }
        foreach (var (row, number) in numbers.Select(number => (Row: WholeRow(number), number)).OrderBy(pair => pair.Row))
        {
            if (row is not { } found)
            {
                continue;
            }
            var before = writer.One<string>(IndexSql.Beside, found) ?? "";
            var words = string.Join(
                ' ',
                writer
                    .All(IndexSql.LaterOf, line => line.GetString(0), number)
                    .SelectMany(one => one.Split(' '))
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            );
            if (words == before)
            {
                continue;
            }
            if (before.Length > 0)
            {
                writer.Do(IndexSql.TakeTerms, found, before);
            }
            if (words.Length > 0)
            {
                writer.Do(IndexSql.AddTerms, found, words);
            }
            writer.Do(IndexSql.SetBeside, found, words);
        }
    }

    /// <summary>The row of the whole message; null where it is not in the index. An extract tells of no other message.</summary>
    private long? WholeRow(long number)
    {
        var rows = writer.All(IndexSql.RowsOf, line => line.GetInt64(0), number);
        return rows.Count == 1
            ? rows[0]
            : rows.Where(row => writer.One<long>(IndexSql.IsWhole, TermsQuery.Quote(TermPrefix.Whole), row) == 1)
                .Select(row => (long?)row)
                .FirstOrDefault();
    }
}
