namespace Chancery.Storage.Sqlite;

/// <content>
/// Which messages that ask for something were answered, and for whom: one of those they are addressed to for action refers to them in a message that is no
/// older. Either may come first. What was found stands beside the row of the asking one, as with later copies.
/// </content>
public sealed partial class SqliteSearchIndex
{
    /// <summary>Between names in a row: in no folded name.</summary>
    private const char Between = ' ';

    /// <summary>Stands for a year that is not said.</summary>
    private const int AnyYear = -1;

    /// <summary>Notes what messages that were just added ask and answer; the numbers of those that were answered by it.</summary>
    private HashSet<long> Answer(IReadOnlyList<IndexedMessage> batch)
    {
        var answered = new HashSet<long>();
        foreach (var message in batch.Where(message => message.Asks is not null || message.Cites is not null))
        {
            var minute = message.Views[0].Minute;
            if (message.Asks is { Number: { } asked } asks)
            {
                writer
                    .Statement(IndexSql.AddAsked)
                    .Bind(1, asked.Bare)
                    .Bind(2, message.Number)
                    .Bind(3, asked.Year ?? AnyYear)
                    .Bind(4, minute)
                    .Bind(5, Joined(asks.Of))
                    .Run();
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
                    writer
                        .Statement(IndexSql.AddCited)
                        .Bind(1, number.Bare)
                        .Bind(2, message.Number)
                        .Bind(3, number.Year ?? AnyYear)
                        .Bind(4, minute)
                        .Bind(5, Joined(cites.Sender))
                        .Bind(6, words)
                        .Run();
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
        writer
            .Statement(IndexSql.CitedSince)
            .Bind(1, asked.Bare)
            .Bind(2, minute)
            .Bind(3, asked.Year ?? AnyYear)
            .All(line => (line.Long(0), line.Text(1).Split(Between), line.Text(2)));

    private List<(long Number, string[] Of)> Asking(NumberKey cited, long minute) =>
        writer
            .Statement(IndexSql.AskedUntil)
            .Bind(1, cited.Bare)
            .Bind(2, minute)
            .Bind(3, cited.Year ?? AnyYear)
            .All(line => (line.Long(0), line.Text(1).Split(Between)));

    private static string Joined(IEnumerable<string> names) => string.Join(Between, names);
}
