namespace Chancery.Storage.Sqlite;

/// <content>
/// Which messages that ask for something were answered, and for whom: one of those they are addressed to for action refers to them in a message that is no
/// older. Either may come first. What was found stands beside the row of the asking one, as with later copies.
/// </content>
public sealed partial class SqliteSearchIndex
{
    /// <summary>Between names in a row: in no folded name.</summary>
    private const char Between = ' ';

    /// <summary>Notes what messages that were just added ask and answer; the numbers of those that were answered by it.</summary>
    private HashSet<long> Answer(IReadOnlyList<IndexedMessage> batch)
    {
        var answered = new HashSet<long>();
        foreach (var message in batch.Where(message => message.Asks is not null || message.Cites is not null))
        {
            var minute = message.Views[0].Minute;
            if (message.Asks is { Number: { } asked } asks)
            {
                writer.Do(IndexSql.AddAsked, asked.Bare, message.Number, asked.Year, minute, Joined(asks.Of));
                foreach (var (citing, sender, words) in Citing(asked, minute))
                {
                    NoteAnswer(message.Number, asks.Of, citing, sender, words);
                }
            }
            if (message.Cites is { } cites)
            {
                var words = IndexTerms.Beside(TermPrefix.Answered, message.Protection);
                foreach (var number in cites.Numbers)
                {
                    writer.Do(IndexSql.AddCited, number.Bare, message.Number, number.Year, minute, Joined(cites.Sender), words);
                    foreach (var (asking, of) in Asking(number, minute))
                    {
                        NoteAnswer(asking, of, message.Number, cites.Sender, words);
                    }
                }
            }
        }
        return answered;

        void NoteAnswer(long asking, IEnumerable<string> of, long by, IEnumerable<string> sender, string words)
        {
            if (asking != by && of.Intersect(sender, StringComparer.Ordinal).Any())
            {
                writer.Do(IndexSql.AddLater, asking, by, words);
                answered.Add(asking);
            }
        }
    }

    /// <summary>Takes back what a message asks and refers to; what it answers goes with <see cref="ForgetLater"/>.</summary>
    private void ForgetAsked(long number)
    {
        writer.Do(IndexSql.ForgetAsked, number);
        writer.Do(IndexSql.ForgetCited, number);
    }

    private List<(long Number, string[] Sender, string Words)> Citing(NumberKey asked, long minute) =>
        writer.All(
            IndexSql.CitedSince,
            line => (line.GetInt64(0), line.GetString(1).Split(Between), line.GetString(2)),
            asked.Bare,
            minute,
            asked.Year
        );

    private List<(long Number, string[] Of)> Asking(NumberKey cited, long minute) =>
        writer.All(IndexSql.AskedUntil, line => (line.GetInt64(0), line.GetString(1).Split(Between)), cited.Bare, minute, cited.Year);

    private static string Joined(IEnumerable<string> names) => string.Join(Between, names);
}
