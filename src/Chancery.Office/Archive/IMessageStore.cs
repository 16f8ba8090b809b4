namespace Chancery.Office;

/// <summary>
/// The truth of an office: bytes, the fields read from them, and the journal. One writer; any number of readers at the same time.
/// Failures (a full disk, a damaged file) are told as <see cref="StoreException"/> and leave nothing half done.
/// </summary>
public interface IMessageStore : IAsyncDisposable
{
    /// <summary>
    /// Files a group: all of it or nothing, on disk when this returns. Ids are given here. Called by one thread at a time.
    /// Bytes that the same sender or door brought before, in a message the sender may see, are not filed again: a journal line says so.
    /// </summary>
    IReadOnlyList<CommitResult> Commit(IReadOnlyList<NewMessage> group, CancellationToken cancellation);

    /// <summary>The row of a message; null where there is none.</summary>
    MessageRow? Row(MessageId id);

    /// <summary>The rows of messages, in the order asked for; those that are not there are left out.</summary>
    IReadOnlyList<MessageRow> Rows(IReadOnlyList<MessageId> ids);

    /// <summary>The bytes of a message; null where there is none.</summary>
    ReadOnlyMemory<byte>? Raw(MessageId id);

    /// <summary>The bytes of messages with the places of their paragraphs, in the order asked for; those that are not there are left out.</summary>
    IReadOnlyList<StoredText> Texts(IReadOnlyList<MessageId> ids);

    /// <summary>What the message came in, such as a whole mail; null where it came by itself.</summary>
    ReadOnlyMemory<byte>? Received(MessageId id);

    /// <summary>What a sender's key was answered with, in order; empty where it is new or forgotten (<see cref="OnceKey"/>).</summary>
    IReadOnlyList<(MessageId Id, MessageId? DuplicateOf)> Answered(string sender, string key);

    /// <summary>Rows by acceptance, newest first, older than <paramref name="before"/>.</summary>
    IReadOnlyList<MessageRow> List(ReadingScope scope, MessageId? before, int limit);

    /// <summary>How many messages a scope holds; counting stops at <paramref name="atMost"/>.</summary>
    long Count(ReadingScope scope, long atMost);

    /// <summary>Rows with this message reference number, newest first; without a year those of all years.</summary>
    IReadOnlyList<MessageRow> ByNumber(ReadingScope scope, NumberKey key, int limit);

    /// <summary>
    /// The numbers of messages that have one with a year, each with its message and whether that is in the scope whole; of several messages under one number the
    /// newest first.
    /// </summary>
    /// <param name="scope">Who asks.</param>
    /// <param name="post">The post as <see cref="NumberKey.Post"/> has it; null for all.</param>
    /// <param name="year">The last two digits of the year; null for all.</param>
    IReadOnlyList<(NumberKey Number, MessageId Id, bool IsWhole)> Numbers(ReadingScope scope, string? post, int? year);

    /// <summary>Counts within a scope.</summary>
    ArchiveStats Stats(ReadingScope scope);

    /// <summary>What the journal holds about a message, oldest first.</summary>
    IReadOnlyList<JournalEntry> History(MessageId id);

    /// <summary>The row number of the newest message; 0 in an empty store.</summary>
    long LastNumber { get; }

    /// <summary>When the message with a row number was accepted; null where there is none.</summary>
    DateTimeOffset? FiledAt(long number);

    /// <summary>Messages with row numbers above <paramref name="after"/>, ascending.</summary>
    IReadOnlyList<StoredMessage> Scan(long after, int limit);

    /// <summary>Puts newly read fields in the place of old ones, with a journal line for each. Called by the writer's thread.</summary>
    void Rewrite(IReadOnlyList<RereadMessage> group, string who, CancellationToken cancellation);

    /// <summary>Notes anew where the words of paragraphs stand; the journal has no line of it, for nothing that is told of a message changes.</summary>
    void NotePlaces(IReadOnlyList<(long Number, byte[]? Places)> group, CancellationToken cancellation);

    /// <summary>Adds a journal line that concerns no message.</summary>
    void Note(string kind, string who, string? detail);

    /// <summary>Writes what changes nothing and flushes it, to see whether the disk takes it.</summary>
    /// <exception cref="StoreException">It does not; the message is for people.</exception>
    void Touch();

    /// <summary>How many flushes to disk were asked for since the store was opened: one a commit, two a checkpoint.</summary>
    long Flushes { get; }

    /// <summary>Bytes left on the disk; null where that is not known.</summary>
    long? FreeBytes { get; }

    /// <summary>Looks through everything; each damage is one sentence.</summary>
    IEnumerable<string> Verify(IProgress<long>? progress, CancellationToken cancellation);
}
