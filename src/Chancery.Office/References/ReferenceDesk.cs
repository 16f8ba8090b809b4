namespace Chancery.Office;

/// <summary>Follows references both ways. A reference to what the reader may not see reads as one to what is not on file.</summary>
public sealed class ReferenceDesk(Archive archive, Series series)
{
    /// <summary>So many messages are listed that refer to one.</summary>
    public const int MostCiting = 200;

    /// <summary>So many references are followed.</summary>
    private const int MostFollowed = 100;

    /// <summary>The references of a message that was opened for the reader.</summary>
    public MessageReferences Of(Reader asking, OpenedMessage opened, CancellationToken cancellation)
    {
        var number = opened.Row.Mrn?.Canonical;
        var copies = number is null ? [] : archive.OpenByNumber(asking, number).Where(row => row.Id != opened.Row.Id).ToList();
        var citing = number is null ? null : archive.Find(asking, Citing(number), cancellation);
        var places = new SeriesPlaces(series, asking);
        return new MessageReferences(
            Citation.Of(opened.Row),
            number,
            copies,
            [.. opened.Message.References.Select((reference, index) => Cited(asking, reference, index < MostFollowed ? places : null))],
            [.. citing?.Rows.Where(row => row.Id != opened.Row.Id) ?? []],
            citing?.Next is not null
        );
    }

    private static FindRequest Citing(string number) => new($"cites:\"{number}\"", Limit: MostCiting) { Snippets = false, Totals = false };

    private CitedMessage Cited(Reader asking, MessageReference reference, SeriesPlaces? places)
    {
        if (places is null || reference.Mrn is not { } mrn)
        {
            return new CitedMessage(reference, [], null, null);
        }
        var onFile = archive.OpenByNumber(asking, mrn.Canonical);
        var (after, before) = onFile.Count > 0 ? (null, null) : places.Of(NumberKey.Of(mrn));
        return new CitedMessage(reference, onFile, after, before);
    }
}
