namespace Chancery.Office;

/// <summary>What desk, API and tool ask about filed messages; every answer is within the rights of the reader who asks.</summary>
public sealed class Archive(IMessageStore store, ISearchIndex index, MessageReader reader, TimeProvider clock)
{
    /// <summary>Messages by acceptance, newest first, straight from the store: never lagging.</summary>
    /// <param name="asking">Who asks.</param>
    /// <param name="before">The <see cref="Page{T}.Next"/> of the page before, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <exception cref="FormatException"><paramref name="before"/> is no word that was handed out (<see cref="SearchCursor.TryParse"/>).</exception>
    public Page<MessageRow> List(Reader asking, string? before, int limit) => throw new InvalidOperationException();

    /// <summary>Finds.</summary>
    /// <exception cref="FormatException"><see cref="FindRequest.Before"/> is no word that was handed out.</exception>
    public FindAnswer Find(Reader asking, FindRequest request, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>Opens a message; null where there is none or the reader may not see it: the same answer.</summary>
    public OpenedMessage? Open(Reader asking, MessageId id) => throw new InvalidOperationException();

    /// <summary>The row of a message; null where there is none or the reader may not see it.</summary>
    public MessageRow? Row(Reader asking, MessageId id) => throw new InvalidOperationException();

    /// <summary>Messages by their number in any spelling: <c>northport 412</c>, <c>26 NORTHPORT 412</c>, <c>26NORTHPORT412</c>.</summary>
    public IReadOnlyList<MessageRow> OpenByNumber(Reader asking, string number) => throw new InvalidOperationException();

    /// <summary>What the journal holds about a message; empty where the reader may not see it.</summary>
    public IReadOnlyList<JournalEntry> History(Reader asking, MessageId id) => throw new InvalidOperationException();

    /// <summary>How many messages the reader may see; counting stops at <paramref name="atMost"/>.</summary>
    public Total Count(Reader asking, long atMost) => throw new InvalidOperationException();

    /// <summary>Counts of what the reader may see.</summary>
    public ArchiveStats Stats(Reader asking) => throw new InvalidOperationException();
}
