namespace Chancery.Office;

/// <summary>What desk, API and tool ask about filed messages; every answer is within the rights of the reader who asks.</summary>
public sealed class Archive(IMessageStore store, ISearchIndex index, MessageReader reader, TimeProvider clock)
{
    private const int SameNumber = 100;

    /// <summary>Messages by acceptance, newest first, straight from the store: never lagging.</summary>
    /// <param name="asking">Who asks.</param>
    /// <param name="before">The <see cref="Page{T}.Next"/> of the page before, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="FormatException"><paramref name="before"/> is no word that was handed out (<see cref="SearchCursor.TryParse"/>).</exception>
    public Page<MessageRow> List(Reader asking, string? before, int limit)
    {
        var rows = store.List(ReadingRights.Scope(asking), Cursor(before)?.Id, limit + 1);
        var open = rows.Take(limit).Where(row => ReadingRights.Decide(asking, row) == Reading.Full).ToList();
        return new Page<MessageRow>(open, rows.Count > limit ? new SearchCursor(0, 0, rows[limit - 1].Id).ToString() : null);
    }

    /// <summary>Finds.</summary>
    /// <exception cref="FormatException"><see cref="FindRequest.Before"/> is no word that was handed out.</exception>
    public FindAnswer Find(Reader asking, FindRequest request, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var cursor = Cursor(request.Before);
        var (through, lags) = IndexedThrough();
        var parse = SearchLanguage.Parse(request.Query, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
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
        var found = index.Find(query, ReadingRights.Scope(asking), request.Sort, cursor, request.Limit, cancellation);
        var snippets = request.Snippets ? new Snippets(query, reader) : null;
        var rows = new List<MessageRow>(found.Hits.Count);
        foreach (var hit in found.Hits)
        {
            // Decided again when shown: the index may be older than a change of the message.
            if (store.Row(hit.Id) is { } row && ReadingRights.Decide(asking, row) == Reading.Full)
            {
                rows.Add(snippets is not null && store.Raw(hit.Id) is { } raw ? row with { Snippets = snippets.Of(raw) } : row);
            }
        }
        return new FindAnswer
        {
            Rows = rows,
            Next = found.More ? found.Hits[^1].Cursor.ToString() : null,
            Total = found.Total,
            IndexedThrough = through,
            Lags = lags,
            Took = clock.GetElapsedTime(started),
        };
    }

    /// <summary>Opens a message; null where there is none or the reader may not see it: the same answer.</summary>
    public OpenedMessage? Open(Reader asking, MessageId id) =>
        Row(asking, id) is { } row && store.Raw(id) is { } raw ? new OpenedMessage(row, reader.Read(raw), raw) : null;

    /// <summary>What a message came in, such as a whole mail; null where it came by itself or the reader may not see it.</summary>
    public ReadOnlyMemory<byte>? Received(Reader asking, MessageId id) => Row(asking, id) is null ? null : store.Received(id);

    /// <summary>The row of a message; null where there is none or the reader may not see it.</summary>
    public MessageRow? Row(Reader asking, MessageId id) =>
        store.Row(id) is { } row && ReadingRights.Decide(asking, row) == Reading.Full ? row : null;

    /// <summary>Messages by their number in any spelling: <c>northport 412</c>, <c>26 NORTHPORT 412</c>, <c>26NORTHPORT412</c>.</summary>
    public IReadOnlyList<MessageRow> OpenByNumber(Reader asking, string number) =>
        NumberKey.TryParse(number, out var key)
            ?
            [
                .. store
                    .ByNumber(ReadingRights.Scope(asking), key, SameNumber)
                    .Where(row => ReadingRights.Decide(asking, row) == Reading.Full),
            ]
            : [];

    /// <summary>What the journal holds about a message; empty where the reader may not see it.</summary>
    public IReadOnlyList<JournalEntry> History(Reader asking, MessageId id) => Row(asking, id) is null ? [] : store.History(id);

    /// <summary>How many messages the reader may see; counting stops at <paramref name="atMost"/>.</summary>
    public Total Count(Reader asking, long atMost)
    {
        var count = store.Count(ReadingRights.Scope(asking), atMost + 1);
        return new Total(Math.Min(count, atMost), count <= atMost);
    }

    /// <summary>Counts of what the reader may see.</summary>
    public ArchiveStats Stats(Reader asking) => store.Stats(ReadingRights.Scope(asking));

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
