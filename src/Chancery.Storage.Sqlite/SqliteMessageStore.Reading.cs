using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

public sealed partial class SqliteMessageStore
{
    private const int ScanBytes = 32 << 20;
    private static readonly byte[] AfterAllIds = [.. Enumerable.Repeat((byte)0xFF, MessageId.Size)];

    /// <inheritdoc />
    public MessageRow? Row(MessageId id) => Read(session => session.All(Sql.Row, RowOf, id.ToBytes()) is [var row] ? row : null);

    /// <inheritdoc />
    public IReadOnlyList<MessageRow> Rows(IReadOnlyList<MessageId> ids) =>
        OfEach(Sql.Row, ids, (row, _) => RowOf(row.Blob(0), (int)row.Long(1)));

    /// <inheritdoc />
    public ReadOnlyMemory<byte>? Raw(MessageId id) =>
        Read(session => session.One<byte[]>(Sql.Raw, id.ToBytes()) is { } raw ? (ReadOnlyMemory<byte>?)raw : null);

    /// <inheritdoc />
    public IReadOnlyList<StoredText> Texts(IReadOnlyList<MessageId> ids) =>
        OfEach(Sql.Text, ids, (text, id) => new StoredText(id, text.Blob(0).ToArray(), text.IsNull(1) ? null : text.Blob(1).ToArray()));

    /// <summary>What a statement answers for each id, in their order and as of one moment; ids that it answers nothing for are left out.</summary>
    private List<T> OfEach<T>(string sql, IReadOnlyList<MessageId> ids, Func<Statement, MessageId, T> read) =>
        Read(session =>
        {
            var answers = new List<T>(ids.Count);
            var statement = session.Statement(sql);
            Span<byte> key = stackalloc byte[MessageId.Size];
            foreach (var id in ids)
            {
                id.Write(key);
                if (statement.BindBlob(1, key).Step())
                {
                    answers.Add(read(statement, id));
                    statement.Reset();
                }
            }
            return answers;
        });

    /// <inheritdoc />
    public IReadOnlyList<MessageRow> List(ReadingScope scope, MessageId? before, int limit) =>
        Read(session =>
        {
            var last = session.One<long>(Sql.LastBefore, before?.ToBytes() ?? AfterAllIds);
            if (scope.IsAll)
            {
                return session.All(Sql.List, RowOf, last, limit);
            }
            // The newest of each protection that is open, merged: what is closed is never walked over.
            var numbers = Accesses(scope)
                .SelectMany(access => session.All(Sql.NewestOf, line => line.GetInt64(0), access, last, limit))
                .OrderDescending()
                .Take(limit);
            return numbers.SelectMany(number => session.All(Sql.RowOf, RowOf, number)).ToList();
        });

    /// <inheritdoc />
    public long Count(ReadingScope scope, long atMost) => Read(session => session.One<long>(Sql.Count, Json(Accesses(scope)), atMost));

    /// <inheritdoc />
    public IReadOnlyList<MessageRow> ByNumber(ReadingScope scope, NumberKey key, int limit) =>
        Read(session => session.All(Sql.ByNumber, RowOf, key.Bare, key.Year, Json(Accesses(scope)), limit));

    /// <inheritdoc />
    public IReadOnlyList<(NumberKey Number, MessageId Id, bool IsWhole)> Numbers(ReadingScope scope, string? post, int? year)
    {
        var whole = Accesses(scope, whole: true).ToHashSet();
        return Read(session =>
            session.All(
                Sql.Numbers,
                line =>
                    (
                        new NumberKey(line.GetInt32(1), line.GetString(0)),
                        MessageId.FromBytes(line.GetFieldValue<byte[]>(2)),
                        whole.Contains(line.GetInt32(3))
                    ),
                post ?? "",
                // Behind the post stand digits, and a colon comes behind them.
                post is null
                    ? "\uFFFF"
                    : post + ":",
                year,
                Json(Accesses(scope))
            )
        );
    }

    /// <inheritdoc />
    public IReadOnlyList<JournalEntry> History(MessageId id) =>
        Read(session =>
        {
            var entries = session.All(
                Sql.History,
                line => (At: Time(line.GetInt64(0)), Kind: line.GetString(1), Who: line.GetString(2), Detail: Text(line, 3)),
                id.ToBytes()
            );
            return entries.Select((entry, i) => new JournalEntry(i + 1, entry.At, entry.Kind, entry.Who, id, entry.Detail)).ToList();
        });

    /// <inheritdoc />
    public DateTimeOffset? FiledAt(long number) =>
        Read(session => session.Command(Sql.FiledAt, number).ExecuteScalar() is long at ? Time(at) : (DateTimeOffset?)null);

    /// <inheritdoc />
    public IReadOnlyList<StoredMessage> Scan(long after, int limit) =>
        Read(session =>
        {
            var messages = new List<StoredMessage>();
            long bytes = 0;
            using (var line = session.Command(Sql.Scan, after, limit).ExecuteReader())
            {
                while (bytes < ScanBytes && line.Read())
                {
                    var raw = line.GetFieldValue<byte[]>(2);
                    bytes += raw.Length;
                    messages.Add(
                        new StoredMessage(line.GetInt64(0), RowOf(line.GetFieldValue<byte[]>(1), line.GetInt32(3)), raw)
                        {
                            Places = line.IsDBNull(4) ? null : line.GetFieldValue<byte[]>(4),
                        }
                    );
                }
            }
            if (messages.Count == 0)
            {
                return messages;
            }
            var earlier = session
                .All(
                    SwitchSql.Supersedes,
                    line => (By: line.GetInt64(0), Earlier: line.GetInt64(1)),
                    messages[0].Number,
                    messages[^1].Number
                )
                .ToLookup(pair => pair.By, pair => pair.Earlier);
            return earlier.Count == 0
                ? messages
                : messages.ConvertAll(message => message with { Supersedes = [.. earlier[message.Number]] });
        });

    /// <inheritdoc />
    public ArchiveStats Stats(ReadingScope scope)
    {
        var total = 0L;
        var levels = new Tally();
        var precedences = new Tally();
        var profiles = new Tally();
        var families = new Tally();
        var findings = new Tally();
        Read(session =>
        {
            using var line = session.Command(Sql.Stats, Json(Accesses(scope, whole: true))).ExecuteReader();
            while (line.Read())
            {
                var count = line.GetInt64(5);
                total += count;
                levels.Add(((Level)line.GetInt32(0)).Name(), count);
                precedences.Add(line.IsDBNull(1) ? "NONE" : ((Precedence)line.GetInt32(1)).Name(), count);
                profiles.Add(((Profile)line.GetInt32(2)).Name(), count);
                families.Add(((TextFamily)line.GetInt32(3)).Name(), count);
                foreach (var finding in line.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    findings.Add(finding, count);
                }
            }
            return total;
        });
        return new ArchiveStats
        {
            Total = total,
            Levels = levels.ByCount(),
            Precedences = precedences.ByCount(),
            Profiles = profiles.ByCount(),
            Families = families.ByCount(),
            Findings = findings.ByCount(),
        };
    }

    private MessageRow RowOf(SqliteDataReader line) => RowOf(line.GetFieldValue<byte[]>(0), line.GetInt32(1));

    private T Read<T>(Func<Session, T> work) => Faults.Told(file, () => readers.Use(work));

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static string? Text(SqliteDataReader line, int column) => line.IsDBNull(column) ? null : line.GetString(column);
}
