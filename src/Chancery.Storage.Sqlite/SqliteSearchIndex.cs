using System.Collections.Frozen;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Storage.Sqlite;

/// <summary>
/// The search index in its own SQLite file, made by FTS5. A row's number is its date (<see cref="IndexRow"/>): the newest hits
/// come first, and a span of dates is a span of rows.
/// </summary>
public sealed partial class SqliteSearchIndex : ISearchIndex
{
    private readonly Lock writing = new();
    private readonly string file;
    private Session writer;
    private volatile SessionPool readers;
    private volatile bool ended;
    private long watermark;
    private volatile Protection[] protections = [];

    /// <summary>Minutes in which a message was added again, in front of others that were accepted later: there rows are not in the order of ids.</summary>
    private volatile FrozenSet<long> displaced = [];
    private readonly FacetBook facets = new();

    /// <summary>Opens an index file; one that is missing, damaged or of another form is made anew, empty.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public SqliteSearchIndex(string file)
    {
        this.file = file;
        writer = OpenOrMake();
        readers = new SessionPool(file);
        watermark = writer.One<long>(IndexSql.Watermark);
        LoadBooks();
    }

    /// <inheritdoc />
    public long Watermark => Volatile.Read(ref watermark);

    /// <inheritdoc />
    public void Add(IReadOnlyList<IndexedMessage> batch, CancellationToken cancellation)
    {
        if (batch.Count == 0)
        {
            return;
        }
        Write(() =>
        {
            AddAll(batch, cancellation);
            Relate(batch);
            writer.Do(IndexSql.SetWatermark, batch[^1].Number);
        });
        Volatile.Write(ref watermark, batch[^1].Number);
    }

    /// <inheritdoc />
    public void Mask(IReadOnlyList<long> numbers) =>
        Write(() =>
        {
            foreach (var number in numbers.Where(number => number <= Watermark))
            {
                writer.Do(IndexSql.Bury, number);
                writer.Do(IndexSql.AddMissing, number);
                ForgetLater(number);
                ForgetAsked(number);
            }
        });

    /// <inheritdoc />
    public IReadOnlyList<long> Missing()
    {
        lock (writing)
        {
            return writer.All(IndexSql.Missing, line => line.GetInt64(0));
        }
    }

    /// <inheritdoc />
    public void Restore(IReadOnlyList<IndexedMessage> batch) =>
        Write(() =>
        {
            Displace(batch.SelectMany(message => message.Views, (_, view) => view.Minute));
            AddAll(batch, CancellationToken.None);
            Relate(batch);
            foreach (var message in batch)
            {
                writer.Do(IndexSql.Found, message.Number);
            }
            PutBeside([.. batch.Select(message => message.Number)]);
        });

    /// <inheritdoc />
    public bool Tidy()
    {
        lock (writing)
        {
            var before = writer.One<long>(IndexSql.Changes);
            writer.Do(IndexSql.Merge);
            // FTS5 says that it merged something by more than one change.
            return writer.One<long>(IndexSql.Changes) - before > 1;
        }
    }

    /// <inheritdoc />
    public void Clear()
    {
        lock (writing)
        {
            readers.Dispose();
            writer.Dispose();
            Delete();
            writer = OpenOrMake();
            readers = new SessionPool(file);
            LoadBooks();
            Volatile.Write(ref watermark, 0);
        }
    }

    /// <inheritdoc />
    public IEnumerable<string> Verify()
    {
        var damage = new List<string>();
        lock (writing)
        {
            try
            {
                damage.AddRange(
                    writer.All(Sql.IntegrityCheck, line => line.GetString(0)).Where(line => line != "ok").Select(line => $"{file}: {line}")
                );
                writer.Do(IndexSql.CheckTerms);
                if (writer.One<long>(IndexSql.EntryCount) != Watermark)
                {
                    damage.Add($"{file} does not hold as many messages as it says: run \"chancery rebuild\".");
                }
            }
            catch (SqliteException fault)
            {
                damage.Add($"{Faults.Tell(fault, file).Message} The index can be made anew with \"chancery rebuild\".");
            }
        }
        return damage;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        ended = true;
        readers.Dispose();
        lock (writing)
        {
            writer.Dispose();
        }
        return ValueTask.CompletedTask;
    }

    private void AddAll(IReadOnlyList<IndexedMessage> batch, CancellationToken cancellation)
    {
        LearnProtections(batch);
        // FTS5 keeps a batch together only while row numbers ascend.
        var sorted = batch
            .SelectMany(message => message.Views, (message, view) => (message.Number, message.Id, view.Minute, View: view))
            .OrderByDescending(view => view.Minute)
            .ThenByDescending(view => view.Number)
            .ToList();
        var addEntry = writer.Statement(IndexSql.AddEntry);
        var addTerms = writer.Statement(IndexSql.AddTerms);
        Span<byte> id = stackalloc byte[MessageId.Size];
        foreach (var (message, row) in sorted.Zip(FreeRows(sorted.Select(view => view.Minute))))
        {
            cancellation.ThrowIfCancellationRequested();
            message.Id.Write(id);
            addEntry.Bind(1, row).Bind(2, message.Number).BindBlob(3, id).BindBlob(4, facets.Note(writer, message.View)).Run();
            addTerms.Bind(1, row).BindText(2, message.View.Terms.Span).Run();
        }
    }

    /// <summary>Rows for messages of these minutes, the latest first; the last of a minute stands in front of what that minute has already.</summary>
    private IEnumerable<long> FreeRows(IEnumerable<long> minutes)
    {
        foreach (var (minute, count) in minutes.CountBy(minute => minute))
        {
            var (first, last) = IndexRow.Span(minute);
            var taken = writer.Command(IndexSql.FirstOf, first, last).ExecuteScalar() is long row ? row : last + 1;
            for (var free = taken - count; free < taken; free++)
            {
                yield return free;
            }
        }
    }

    /// <summary>What opens rows, before rows that need it are there: a reader's query names what it finds here.</summary>
    private void LearnProtections(IReadOnlyList<IndexedMessage> batch)
    {
        var known = protections.ToHashSet();
        var learned = batch
            .Select(message => message.Protection)
            .Where(protection => !protection.IsPlain || !protection.Portions.IsEmpty)
            .Where(known.Add)
            .ToList();
        foreach (var protection in learned)
        {
            writer.Do(IndexSql.AddProtection, protection.Key);
        }
        if (learned.Count > 0)
        {
            protections = [.. protections, .. learned];
        }
    }

    /// <summary>Notes minutes whose rows will be out of order, before those rows are there.</summary>
    private void Displace(IEnumerable<long> minutes)
    {
        foreach (var minute in minutes.Where(minute => !displaced.Contains(minute)).Distinct().ToList())
        {
            writer.Do(IndexSql.AddDisplaced, minute);
        }
        LoadDisplaced();
    }

    private void LoadDisplaced() => displaced = writer.All(IndexSql.Displaced, line => line.GetInt64(0)).ToFrozenSet();

    private void LoadBooks()
    {
        LoadDisplaced();
        protections = [.. writer.All(IndexSql.Protections, line => Protection.Parse(line.GetString(0)))];
        facets.Load(writer);
    }

    /// <summary>Everything inside is in the index afterwards, or nothing of it is.</summary>
    private void Write(Action work)
    {
        lock (writing)
        {
            try
            {
                writer.InTransaction(() =>
                {
                    work();
                    facets.Publish();
                });
            }
            catch (Exception fault)
            {
                LoadBooks();
                if (fault is SqliteException told)
                {
                    throw Faults.Tell(told, file);
                }
                throw;
            }
        }
    }

    private Session OpenOrMake()
    {
        try
        {
            return Open();
        }
        catch (SqliteException)
        {
            // Whatever is wrong with it: the index is made from the store, so an empty one is the repair.
            Delete();
        }
        try
        {
            return Open();
        }
        catch (SqliteException fault)
        {
            throw Faults.Tell(fault, file);
        }
    }

    private Session Open()
    {
        if (!File.Exists(file))
        {
            using var made = new FileStream(file, StoreFile.PrivateFile(FileMode.OpenOrCreate));
        }
        var session = new Session(
            file,
            "PRAGMA page_size = 8192", // two leaves of FTS5
            "PRAGMA journal_mode = WAL",
            "PRAGMA synchronous = NORMAL",
            "PRAGMA wal_autocheckpoint = 2000",
            "PRAGMA cache_size = -64000"
        );
        try
        {
            var version = session.One<long>("PRAGMA user_version");
            if (version == 0)
            {
                session.Do(Sql.Begin);
                session.Do(IndexSql.Create);
                session.Do($"PRAGMA user_version = {IndexSql.Version}");
                session.Do(Sql.End);
            }
            else if (version != IndexSql.Version)
            {
                throw new SqliteException("The index has another form.", raw.SQLITE_ERROR);
            }
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Delete()
    {
        foreach (var ending in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + ending);
        }
    }
}
