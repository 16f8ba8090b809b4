using System.Buffers.Binary;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>The truth in one SQLite file: WAL, flushed to disk at every commit, checkpointed beside the writer.</summary>
public sealed partial class SqliteMessageStore : IMessageStore
{
    private static readonly string ReaderVersion = typeof(MessageReader).Assembly.GetName().Version?.ToString() ?? "0";
    private readonly Lock writing = new();
    private readonly List<WaitingWork> line = [];
    private readonly string file;
    private readonly TimeProvider clock;
    private readonly Session writer;
    private readonly SessionPool readers;
    private readonly Checkpointer checkpointer;
    private readonly MessageIdSource ids;
    private readonly RowBuffer rows = new();
    private long lastNumber;
    private long commits;
    private byte[] lastChain;

    /// <summary>Opens a store file, made where it is missing.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="clock">The clock of acceptance.</param>
    /// <param name="chance">The source of what ids hold beside the time.</param>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public SqliteMessageStore(string file, TimeProvider clock, RandomNumberGenerator chance)
    {
        this.file = file;
        this.clock = clock;
        ids = new MessageIdSource(clock, chance);
        writer = StoreFile.Open(file);
        readers = new SessionPool(file);
        checkpointer = new Checkpointer(file);
        lastChain = [];
        Continue();
        ProtectOld();
    }

    /// <summary>The writing session: tests make its disk full.</summary>
    internal Session Writer => writer;

    /// <inheritdoc />
    public long LastNumber => Volatile.Read(ref lastNumber);

    /// <inheritdoc />
    public IReadOnlyList<CommitResult> Commit(IReadOnlyList<NewMessage> group, CancellationToken cancellation)
    {
        var results = new CommitResult[group.Count];
        Write(() =>
        {
            for (var i = 0; i < results.Length; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                results[i] = Place(group[i]);
            }
        });
        return results;
    }

    /// <inheritdoc />
    public void Rewrite(IReadOnlyList<RereadMessage> group, string who, CancellationToken cancellation) =>
        Write(() =>
        {
            foreach (var (number, row, changed) in group)
            {
                cancellation.ThrowIfCancellationRequested();
                var key = row.Mrn is { } mrn ? NumberKey.Of(mrn) : default(NumberKey?);
                // Never weaker than its fields say, whoever rewrites.
                var protection = row.Protection.Tightened(Protection.Of(row));
                writer.Do(
                    Sql.RewriteMessage,
                    number,
                    protection.Rank,
                    !protection.Captions.IsEmpty,
                    (int)row.Level,
                    (int?)row.Precedence.Action,
                    (int)row.Profile,
                    (int)row.Family,
                    key?.Bare,
                    key?.Year,
                    string.Join(' ', row.Findings),
                    ReaderVersion,
                    RowBytes.ToBytes(row),
                    AccessOf(protection)
                );
                Journal("reread", who, number, row.Id, string.Join(' ', changed));
            }
        });

    /// <inheritdoc />
    public void NotePlaces(IReadOnlyList<(long Number, byte[]? Places)> group, CancellationToken cancellation) =>
        Write(() =>
        {
            foreach (var (number, places) in group)
            {
                cancellation.ThrowIfCancellationRequested();
                writer.Statement(Sql.SetPlaces).BindBlob(1, places).Bind(2, number).Run();
            }
        });

    /// <inheritdoc />
    public void Note(string kind, string who, string? detail) => Write(() => Journal(kind, who, null, null, detail));

    /// <inheritdoc />
    public void Touch() => Write(() => writer.Do($"PRAGMA user_version = {Sql.Migrations.Length}"));

    /// <inheritdoc />
    public long Flushes => Interlocked.Read(ref commits) + checkpointer.Flushes;

    /// <inheritdoc />
    public long? FreeBytes
    {
        get
        {
            try
            {
                return new DriveInfo(Path.GetFullPath(file)).AvailableFreeSpace;
            }
            catch (Exception fault) when (fault is IOException or ArgumentException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        checkpointer.Dispose();
        readers.Dispose();
        lock (writing)
        {
            try
            {
                writer.Do("PRAGMA wal_checkpoint(TRUNCATE)");
            }
            catch (SqliteException)
            {
                // What is in the write-ahead log is on disk: the next one who opens the store brings it over.
            }
            writer.Dispose();
        }
        return ValueTask.CompletedTask;
    }

    private CommitResult PlaceAlone(NewMessage incoming, long hash)
    {
        var (seen, again) = Seen(incoming, hash);
        return again ? Again(incoming, seen!.Value) : File(incoming, hash, seen?.Id, []);
    }

    private ((long Number, MessageId Id)? Seen, bool Again) Seen(NewMessage incoming, long hash) =>
        writer.Statement(Sql.AnyOfHash).Bind(1, hash).Run() ? SameBytes(incoming, hash) : (null, false);

    private CommitResult Again(NewMessage incoming, (long Number, MessageId Id) seen)
    {
        Journal("duplicate", incoming.Sender.Name, seen.Number, seen.Id, $"{incoming.Origin.Door} {incoming.Origin.Name}");
        return new CommitResult(seen.Id, seen.Id, null, 0);
    }

    /// <summary>The earliest message with the same bytes that the sender may see; first of all one that he or his door brought: then it comes again.</summary>
    private ((long Number, MessageId Id)? Seen, bool Again) SameBytes(NewMessage incoming, long hash)
    {
        var scope = ReadingRights.Scope(incoming.Sender);
        (long, MessageId)? seen = null;
        using var same = writer.Command(Sql.SameBytes, hash, incoming.Sha256.AsSpan().ToArray()).ExecuteReader();
        while (same.Read())
        {
            if (scope.Of(protections[same.GetInt32(4)]).Reading != Reading.Full)
            {
                continue;
            }
            var earlier = (same.GetInt64(0), MessageId.FromBytes(same.GetFieldValue<byte[]>(1)));
            if (same.GetString(2) == incoming.Origin.Door || same.GetString(3) == incoming.Sender.Name)
            {
                return (earlier, true);
            }
            seen ??= earlier;
        }
        return (seen, false);
    }

    private CommitResult File(NewMessage incoming, long hash, MessageId? duplicateOf, ImmutableArray<string> states)
    {
        var id = ids.Next();
        var filedAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var row = MessageRow.Of(incoming.Message, id, filedAt, incoming.Origin, incoming.Filing, incoming.Unmarked) with
        {
            Protection = incoming.ProtectedBy,
        };
        var copy = knowsSpills ? KeysOf(incoming) : null;
        var spill = copy is null ? null : SpillOf(hash, copy);
        if (spill is not null)
        {
            row = row with { Protection = row.Protection with { IsQuarantined = true } };
        }
        if (!states.IsEmpty)
        {
            row = row with { States = states };
        }
        var key = row.Mrn is { } mrn ? NumberKey.Of(mrn) : default(NumberKey?);
        var number = lastNumber + 1;
        Span<byte> idBytes = stackalloc byte[MessageId.Size];
        id.Write(idBytes);
        rows.Write(row);
        writer
            .Statement(Sql.AddMessage)
            .Bind(1, number)
            .BindBlob(2, idBytes)
            .Bind(3, filedAt.ToUnixTimeMilliseconds())
            .BindBlob(4, incoming.Sha256.AsSpan())
            .Bind(5, hash)
            .Bind(6, incoming.Origin.Door)
            .Bind(7, incoming.Sender.Name)
            .Bind(8, row.Protection.Rank)
            .Bind(9, !row.Protection.Captions.IsEmpty)
            .Bind(10, row.Filing)
            .Bind(11, (int)row.Level)
            .Bind(12, (int?)row.Precedence.Action)
            .Bind(13, (int)row.Profile)
            .Bind(14, (int)row.Family)
            .Bind(15, key?.Bare)
            .Bind(16, key?.Year)
            .Bind(17, string.Join(' ', row.Findings))
            .Bind(18, ReaderVersion)
            .BindBlob(19, rows.Written)
            .Bind(20, AccessOf(row.Protection))
            .Run();
        writer.Statement(Sql.AddBytes).Bind(1, number).BindBlob(2, incoming.Message.Raw.Span).BindBlob(3, incoming.Places).Run();
        if (incoming.Received is { } received)
        {
            writer.Do(SwitchSql.AddReceived, number, received.ToArray());
        }
        Journal("accepted", incoming.Sender.Name, number, id, $"{incoming.Origin.Door} {incoming.Origin.Name}");
        if (spill is { } closed)
        {
            NoteCopy(number, id, hash, copy!, closed);
        }
        lastNumber = number;
        return new CommitResult(id, duplicateOf, row, number);
    }

    private void Journal(string kind, string who, long? number, MessageId? id, string? detail)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        lastChain = JournalChain.Next(lastChain, at, kind, who, id, detail);
        writer
            .Statement(Sql.AddJournal)
            .Bind(1, at)
            .Bind(2, kind)
            .Bind(3, who)
            .Bind(4, number)
            .Bind(5, detail)
            .BindBlob(6, lastChain)
            .Run();
    }

    /// <summary>
    /// Everything inside is on disk afterwards, or nothing of it is and the store stands as before. Whoever comes while another commits waits in a
    /// line; the next commit takes the whole line, so that one flush serves them all. Work that failed together is done again one by one, so
    /// <paramref name="work"/> may run twice.
    /// </summary>
    private void Write(Action work)
    {
        var mine = new WaitingWork(work);
        lock (line)
        {
            line.Add(mine);
        }
        lock (writing)
        {
            if (!mine.IsDone)
            {
                WriteLine();
            }
        }
        if (mine.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    private void WriteLine()
    {
        WaitingWork[] all;
        lock (line)
        {
            all = [.. line];
            line.Clear();
        }
        if (all.Length > 1 && TryWrite(() => Array.ForEach(all, one => one.Work())) is null)
        {
            Array.ForEach(all, one => one.IsDone = true);
            return;
        }
        foreach (var one in all)
        {
            one.Fault = TryWrite(one.Work);
            one.IsDone = true;
        }
    }

    private Exception? TryWrite(Action work)
    {
        try
        {
            writer.InTransaction(work);
            Interlocked.Increment(ref commits);
            if (checkpointer.Committed(writer.TakePagesWritten()))
            {
                checkpointer.End(writer);
            }
            return null;
        }
        catch (Exception fault)
        {
            try
            {
                Continue();
            }
            catch (StoreException lost)
            {
                return lost;
            }
            return fault is SqliteException told ? Faults.Tell(told, file) : fault;
        }
    }

    /// <summary>Goes on from what is on disk: last number, last id, end of the journal's chain.</summary>
    private void Continue()
    {
        try
        {
            lastNumber = 0;
            using (var last = writer.Command(Sql.LastMessage).ExecuteReader())
            {
                if (last.Read())
                {
                    lastNumber = last.GetInt64(0);
                    ids.ContinueAfter(MessageId.FromBytes(last.GetFieldValue<byte[]>(1)));
                }
            }
            lastChain = writer.One<byte[]>(Sql.LastChain) ?? [];
            LoadProtections();
            knowsSpills = writer.One<long>(SecuritySql.AnySpill) == 1;
        }
        catch (SqliteException fault)
        {
            throw Faults.Tell(fault, file);
        }
    }

    /// <summary>What somebody wants written; the fields belong to whoever holds the writer.</summary>
    private sealed class WaitingWork(Action work)
    {
        public Action Work { get; } = work;

        public bool IsDone { get; set; }

        public Exception? Fault { get; set; }
    }
}
