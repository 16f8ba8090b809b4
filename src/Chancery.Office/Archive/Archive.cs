namespace Chancery.Office;

/// <summary>What desk, API and tool ask about filed messages; every answer is within the rights of the reader who asks.</summary>
public sealed class Archive(IMessageStore store, ISearchIndex index, MessageReader reader, TimeProvider clock)
{
    private const int SameNumber = 100;

    private const long CountNewUpTo = 1000;

    /// <summary>Texts of hits held at a time.</summary>
    private const int TextsAtATime = 20;

    /// <summary>Snippets show what a message says, not what is wrong with it or who is meant.</summary>
    private readonly MessageReader glance = new(reader.Options with { Checks = false, Directory = StationDirectory.Empty });

    /// <summary>Messages by acceptance, newest first, straight from the store: never lagging.</summary>
    /// <param name="asking">Who asks.</param>
    /// <param name="before">The <see cref="Page{T}.Next"/> of the page before, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="FormatException"><paramref name="before"/> is no word that was handed out (<see cref="SearchCursor.TryParse"/>).</exception>
    public Page<MessageRow> List(Reader asking, string? before, int limit)
    {
        var rows = store.List(ReadingRights.Scope(asking), Cursor(before)?.Id, limit + 1);
        var open = rows.Take(limit).Select(row => Shown(asking, row)).OfType<MessageRow>().ToList();
        return new Page<MessageRow>(open, rows.Count > limit ? new SearchCursor(0, 0, rows[limit - 1].Id).ToString() : null);
    }

    /// <summary>Finds.</summary>
    /// <exception cref="FormatException"><see cref="FindRequest.Before"/> is no word that was handed out.</exception>
    public FindAnswer Find(Reader asking, FindRequest request, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var cursor = Cursor(request.Before);
        var (through, lags) = IndexedThrough();
        var parse = SearchLanguage.Parse(request.Query, Today);
        if (parse.Query is not { } query)
        {
            return new FindAnswer
            {
                Mistake = parse.Mistake,
                IndexedThrough = through,
                Lags = lags,
                Took = clock.GetElapsedTime(started),
            };
        }
        var found = index.Find(query, ReadingRights.Scope(asking), request.Sort, cursor, request.Limit, request.Totals, cancellation);
        var snippets = request.Snippets ? new Snippets(query) : null;
        // Decided again when shown: the index may be older than a change of the message.
        var rows = store.Rows([.. found.Hits.Select(hit => hit.Id)]);
        return new FindAnswer
        {
            Rows = snippets is { IsWanted: true }
                ? WithSnippets(asking, rows, snippets)
                : [.. rows.Select(row => Shown(asking, row)).OfType<MessageRow>()],
            Next = found.More ? found.Hits[^1].Cursor.ToString() : null,
            Total = found.Total,
            IndexedThrough = through,
            Lags = lags,
            Took = clock.GetElapsedTime(started),
        };
    }

    /// <summary>
    /// The hits with what shows why they were found. One after the other: threads cost a page of fifty more than they save.
    /// </summary>
    private List<MessageRow> WithSnippets(Reader asking, IReadOnlyList<MessageRow> rows, Snippets snippets)
    {
        var shown = new List<MessageRow>(rows.Count);
        foreach (var some in rows.Chunk(TextsAtATime))
        {
            var decided = Array.ConvertAll(some, row => (Row: row, Reading: ReadingRights.Decide(asking, row)));
            var open = decided.Where(hit => hit.Reading == Reading.Full && !Viewing.NeedsReason(hit.Row)).Select(hit => hit.Row.Id);
            var texts = store.Texts([.. open]).ToDictionary(text => text.Id);
            foreach (var (row, reading) in decided)
            {
                if (texts.TryGetValue(row.Id, out var text))
                {
                    shown.Add(row with { Snippets = snippets.Of(text, glance) });
                }
                else if (reading == Reading.Full)
                {
                    // The text of a message that asks for a reason is shown to nobody who has not given one.
                    shown.Add(row);
                }
                else if (Opened(asking, row, store.Raw(row.Id), reader) is { } opened)
                {
                    shown.Add(Viewing.NeedsReason(opened.Row) ? opened.Row : opened.Row with { Snippets = snippets.Of(opened) });
                }
            }
        }
        return shown;
    }

    /// <summary>Counts what a query finds, by values and by months. A facet ignores its own filter, so that the other values can be chosen.</summary>
    public FacetAnswer Facets(Reader asking, string query, CancellationToken cancellation)
    {
        var parse = SearchLanguage.Parse(query, Today);
        if (parse.Query is not { } tree)
        {
            return new FacetAnswer { Mistake = parse.Mistake };
        }
        var scope = ReadingRights.Scope(asking);
        var answer = index.Facets(tree, scope, cancellation);
        var facets = answer.Facets;
        foreach (var kind in tree.Filters())
        {
            facets = facets.SetItem(kind, index.Facets(tree.Without(kind), scope, cancellation).Facets[kind]);
        }
        return answer with { Facets = facets };
    }

    /// <summary>The newest message that the reader may see; an id before all others where there is none.</summary>
    public MessageId NewestOf(Reader asking) => store.List(ReadingRights.Scope(asking), null, 1) is [var row] ? row.Id : default;

    /// <summary>How many messages a query finds that were accepted after another, counted to a thousand; 0 where the query has a mistake.</summary>
    public long CountNew(Reader asking, string query, MessageId after) =>
        SearchLanguage.Parse(query, Today).Query is { } tree ? index.Count(tree, ReadingRights.Scope(asking), after, CountNewUpTo) : 0;

    /// <summary>Marks the words that a query asks for in lines of text.</summary>
    public HitMarks Hits(string query) => new(SearchLanguage.Parse(query, Today).Query);

    /// <summary>How the last word of a query may go on, each value counted within the rights of the reader.</summary>
    public IReadOnlyList<Completion> Complete(Reader asking, string query) =>
        new Completions(index, ReadingRights.Scope(asking), Today).Of(query);

    /// <summary>Opens a message; null where there is none or the reader may not see it: the same answer.</summary>
    public OpenedMessage? Open(Reader asking, MessageId id) => store.Row(id) is { } row ? Opened(asking, row, store.Raw(id), reader) : null;

    /// <summary>What a message came in, such as a whole mail; null where it came by itself or the reader may not see it.</summary>
    public ReadOnlyMemory<byte>? Received(Reader asking, MessageId id) => Row(asking, id) is null ? null : store.Received(id);

    /// <summary>The row of a message; null where there is none or the reader may not see it.</summary>
    public MessageRow? Row(Reader asking, MessageId id) => store.Row(id) is { } row ? Shown(asking, row) : null;

    /// <summary>Messages by their number in any spelling: <c>northport 412</c>, <c>26 NORTHPORT 412</c>, <c>26NORTHPORT412</c>.</summary>
    public IReadOnlyList<MessageRow> OpenByNumber(Reader asking, string number) =>
        NumberKey.TryParse(number, out var key)
            ?
            [
                .. store
                    .ByNumber(ReadingRights.Scope(asking), key, SameNumber)
                    .Select(row => Shown(asking, row))
                    .OfType<MessageRow>()
                    // The number of an extract is open only where its subject is.
                    .Where(row => row.Mrn is not null),
            ]
            : [];

    /// <summary>What the journal holds about a message; empty where the reader may not see all of it.</summary>
    public IReadOnlyList<JournalEntry> History(Reader asking, MessageId id) =>
        Row(asking, id) is { IsExtract: false } ? store.History(id) : [];

    /// <summary>How many messages the reader may see; counting stops at <paramref name="atMost"/>.</summary>
    public Total Count(Reader asking, long atMost)
    {
        var count = store.Count(ReadingRights.Scope(asking), atMost + 1);
        return new Total(Math.Min(count, atMost), count <= atMost);
    }

    /// <summary>Counts of what the reader may see.</summary>
    public ArchiveStats Stats(Reader asking) => store.Stats(ReadingRights.Scope(asking));

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>A row as the reader may see it: whole, of an extract, or not at all.</summary>
    private MessageRow? Shown(Reader asking, MessageRow row) =>
        ReadingRights.Decide(asking, row) switch
        {
            Reading.Full => row,
            Reading.Portions => store.Raw(row.Id) is { } raw ? Extract.Of(row, reader.Read(raw), asking)?.Row : null,
            _ => null,
        };

    /// <summary>A message as the reader may see it.</summary>
    private static OpenedMessage? Opened(Reader asking, MessageRow row, ReadOnlyMemory<byte>? bytes, MessageReader by)
    {
        var reading = ReadingRights.Decide(asking, row);
        if (reading == Reading.None || bytes is not { } raw)
        {
            return null;
        }
        if (raw.IsEmpty)
        {
            // Destroyed: the stub is all there is.
            return new OpenedMessage(row, new Message(), raw);
        }
        var message = by.Read(raw);
        return reading == Reading.Full ? new OpenedMessage(row, message, raw)
            : Extract.Of(row, message, asking) is { } extract
                ? new OpenedMessage(extract.Row, extract.Message, ReadOnlyMemory<byte>.Empty) { Withheld = extract.Withheld }
            : null;
    }

    /// <summary>How far the index has got, asked before the search: what is in it then is in the answer.</summary>
    private (DateTimeOffset Through, bool Lags) IndexedThrough()
    {
        var watermark = index.Watermark;
        return watermark >= store.LastNumber ? (clock.GetUtcNow(), false) : (store.FiledAt(watermark) ?? DateTimeOffset.UnixEpoch, true);
    }

    private static SearchCursor? Cursor(string? word) =>
        word is null ? null
        : SearchCursor.TryParse(word, out var cursor) ? cursor
        : throw new FormatException("The word for the next page is none that was handed out: begin again without it.");
}
