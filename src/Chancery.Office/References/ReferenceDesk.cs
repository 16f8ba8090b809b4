namespace Chancery.Office;

/// <summary>Follows references both ways. A reference to what the reader may not see reads as one to what is not on file.</summary>
public sealed class ReferenceDesk(Archive archive, Series series)
{
    /// <summary>In front of a number: what the messages under it refer to (handling.md 9, RE-2).</summary>
    public const string RefTel = "reftel of ";

    /// <summary>So many messages are listed that refer to one by its number.</summary>
    public const int MostCiting = 200;

    /// <summary>So many that refer to one by its date-time group: each is opened, for the words of the query may stand for another message.</summary>
    private const int MostCitingByDate = 50;

    /// <summary>So many references are followed.</summary>
    private const int MostFollowed = 100;

    /// <summary>The references of a message that was opened for the reader.</summary>
    public MessageReferences Of(Reader asking, OpenedMessage opened, CancellationToken cancellation)
    {
        var row = opened.Row;
        var number = row.Mrn?.Canonical;
        var copies = number is null ? [] : archive.OpenByNumber(asking, number).Where(copy => copy.Id != row.Id).ToList();
        var places = new SeriesPlaces(series, asking);
        var (citedBy, more) = number is null ? CitedByDate(asking, row, cancellation) : CitedBy(asking, row, number, cancellation);
        return new MessageReferences(
            Citation.Of(row),
            number,
            copies,
            [
                .. opened.Message.References.Select(
                    (reference, index) =>
                        index < MostFollowed
                            ? Cited(asking, reference, places, cancellation)
                            : new CitedMessage(reference, [], false, null, null)
                ),
            ],
            citedBy,
            more
        );
    }

    /// <summary>True where a number has <see cref="RefTel"/> in front.</summary>
    public static bool IsRefTel(string number) => number.TrimStart().StartsWith(RefTel, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Messages by their number in any spelling (<see cref="Archive.OpenByNumber"/>); with <see cref="RefTel"/> in front those that they refer to. What is shown
    /// only for a reason tells of none.
    /// </summary>
    public IReadOnlyList<MessageRow> ByNumber(Reader asking, string number, CancellationToken cancellation) =>
        !IsRefTel(number)
            ? archive.OpenByNumber(asking, number)
            :
            [
                .. archive
                    .OpenByNumber(asking, number.TrimStart()[RefTel.Length..])
                    .Where(row => asking.IsOwner || !Viewing.NeedsReason(row))
                    .Select(row => archive.Open(asking, row.Id))
                    .OfType<OpenedMessage>()
                    .SelectMany(opened => Of(asking, opened, cancellation).Cites)
                    .SelectMany(cited => cited.OnFile)
                    .DistinctBy(row => row.Id),
            ];

    private (List<MessageRow> Rows, bool More) CitedBy(Reader asking, MessageRow row, string number, CancellationToken cancellation)
    {
        var found = archive.Find(asking, Request($"cites:\"{number}\"", MostCiting), cancellation);
        return ([.. found.Rows.Where(citing => citing.Id != row.Id)], found.Next is not null);
    }

    private (List<MessageRow> Rows, bool More) CitedByDate(Reader asking, MessageRow row, CancellationToken cancellation)
    {
        if (row is not { Dtg: { } dtg, From: { } from })
        {
            return ([], false);
        }
        var found = archive.Find(
            asking,
            Request($"cites:{Quoted(dtg.Raw)} OR cites:{Quoted(IndexTerms.Term(dtg.Raw))}", MostCitingByDate),
            cancellation
        );
        return (
            [
                .. found.Rows.Where(citing =>
                    citing.Id != row.Id
                    && archive.Open(asking, citing.Id) is { } opened
                    && opened.Message.References.Any(reference => IsSame(reference.Dtg, dtg) && IsSame(reference.Originator, from.Name))
                ),
            ],
            found.Next is not null
        );
    }

    private CitedMessage Cited(Reader asking, MessageReference reference, SeriesPlaces places, CancellationToken cancellation)
    {
        if (reference.Mrn is { } mrn)
        {
            var numbered = archive.OpenByNumber(asking, mrn.Canonical);
            var (after, before) = numbered.Count > 0 ? (null, null) : places.Of(NumberKey.Of(mrn));
            return new CitedMessage(reference, numbered, IsLookedFor: true, after, before);
        }
        if (reference is not { Dtg: { } dtg, Originator: { } originator })
        {
            return new CitedMessage(reference, [], IsLookedFor: false, null, null);
        }
        var dated = archive.Find(asking, Request($"dtg:{Quoted(dtg.Raw)} from:{Quoted(originator)}", MostCitingByDate), cancellation);
        return new CitedMessage(
            reference,
            [.. dated.Rows.Where(row => IsSame(row.Dtg, dtg) && IsSame(row.From?.Name, originator))],
            IsLookedFor: true,
            null,
            null
        );
    }

    private static FindRequest Request(string query, int most) => new(query, Limit: most) { Snippets = false, Totals = false };

    private static string Quoted(string words) => $"\"{words.Replace("\"", "", StringComparison.Ordinal)}\"";

    private static bool IsSame(DateTimeGroup? one, DateTimeGroup other) =>
        one is not null && (one.Utc == other.Utc || IndexTerms.Term(one.Raw) == IndexTerms.Term(other.Raw));

    private static bool IsSame(string? one, string other) => one is not null && IndexTerms.Term(one) == IndexTerms.Term(other);
}
