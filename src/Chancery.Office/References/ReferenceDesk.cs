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
            [.. opened.Message.References.Select((reference, index) => Cited(asking, reference, index, places, cancellation))],
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
                    .SelectMany(opened => opened.Message.References.Take(MostFollowed))
                    .SelectMany(reference => OnFile(asking, reference, cancellation) ?? [])
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

    /// <summary>For each reference of a message the newest on file for the reader, else null: what a list or a pane needs.</summary>
    public ImmutableArray<MessageId?> Links(Reader asking, Message message, CancellationToken cancellation) =>
        [
            .. message.References.Select(
                (reference, index) =>
                    index < MostFollowed && OnFile(asking, reference, cancellation) is [var cited, ..] ? cited.Id : (MessageId?)null
            ),
        ];

    private CitedMessage Cited(Reader asking, MessageReference reference, int index, SeriesPlaces places, CancellationToken cancellation)
    {
        var onFile = index < MostFollowed ? OnFile(asking, reference, cancellation) : null;
        var (after, before) = onFile is [] && reference.Mrn is { } mrn ? places.Of(NumberKey.Of(mrn)) : (null, null);
        return new CitedMessage(reference, onFile ?? [], IsLookedFor: onFile is not null, after, before);
    }

    /// <summary>What is on file for a reference, newest first; null where it names nothing by which a message can be looked for.</summary>
    private IReadOnlyList<MessageRow>? OnFile(Reader asking, MessageReference reference, CancellationToken cancellation)
    {
        if (reference.Mrn is { } mrn)
        {
            return archive.OpenByNumber(asking, mrn.Canonical);
        }
        if (reference is not { Dtg: { } dtg, Originator: { } originator })
        {
            return null;
        }
        var dated = archive.Find(asking, Request($"dtg:{Quoted(dtg.Raw)} from:{Quoted(originator)}", MostCitingByDate), cancellation);
        return [.. dated.Rows.Where(row => IsSame(row.Dtg, dtg) && IsSame(row.From?.Name, originator))];
    }

    private static FindRequest Request(string query, int most) => new(query, Limit: most) { Snippets = false, Totals = false };

    private static string Quoted(string words) => $"\"{words.Replace("\"", "", StringComparison.Ordinal)}\"";

    private static bool IsSame(DateTimeGroup? one, DateTimeGroup other) =>
        one is not null && (one.Utc == other.Utc || IndexTerms.Term(one.Raw) == IndexTerms.Term(other.Raw));

    private static bool IsSame(string? one, string other) => one is not null && IndexTerms.Term(one) == IndexTerms.Term(other);
}
