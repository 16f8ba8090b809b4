using System.Text;
using System.Text.Json;
using Chancery.Messages;
using Chancery.Messages.Json;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>A store with its archive, asked everything there is to ask.</summary>
internal sealed class Shelf : IDisposable
{
    private static readonly string[] Queries =
    [
        "",
        "zebra",
        "walr*",
        "-zebra",
        "zebra OR walrus",
        "kraken",
        "griffin",
        "\"open walrus\"",
        "NEAR(zebra token, 3)",
        "subject:exercise",
        "subject:kraken",
        "level:secret",
        "caption:nodis",
        "office:pol",
        "from:northport",
        "mrn:\"NORTHPORT 3\"",
        "ref:\"NORTHPORT 2\"",
        "zebra -date:2026-03-02",
        "is:superseded",
        "zebra -is:superseded",
        "walrus OR is:superseded",
        "is:unanswered",
        "zebra -is:unanswered",
        "(",
        "after:2026-13",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = new(Samples.Start);
    private readonly MessageReader reader = new();
    private readonly RightsSettings rules;
    private readonly SqliteMessageStore store;
    private readonly SqliteSearchIndex index;
    private readonly Indexer indexer;
    private readonly Archive archive;

    public Shelf(RightsSettings rules)
    {
        this.rules = rules;
        store = new SqliteMessageStore(folder.File("chancery.db"), clock, Samples.NoChance());
        index = new SqliteSearchIndex(folder.File("index.db"));
        archive = new Archive(store, index, reader, clock);
        indexer = new Indexer(store, index, reader, TimeProvider.System);
    }

    public List<MessageId> Ids { get; } = [];

    /// <summary>Files a message, or lets its instant pass: so that ids are the same with and without it.</summary>
    public void Add(byte[] bytes, bool spilled, bool keep)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        if (!keep)
        {
            return;
        }
        var incoming = Samples.New(bytes);
        var protection = Protection.Of(incoming.Message, incoming.Message.EffectiveLevel.Level!.Value, rules);
        incoming = incoming with
        {
            Protection = spilled ? protection with { IsQuarantined = true } : protection,
            Rules = new Superseding(),
        };
        Ids.Add(store.Commit([incoming], default)[0].Id);
    }

    public void CatchUp() => indexer.CatchUp(null, default);

    public Reading Sees(Reader asking, int which) => ReadingRights.Decide(asking, store.Row(Ids[which])!);

    public void Quarantine(int which)
    {
        var row = store.Row(Ids[which])!;
        index.Mask([which + 1]);
        store.Rewrite(
            [new RereadMessage(which + 1, row with { Protection = row.Protection with { IsQuarantined = true } }, ["protection"])],
            "security",
            default
        );
    }

    public string Ask(Reader asking, IEnumerable<MessageId> ids)
    {
        var said = new StringBuilder();
        foreach (var size in new[] { 2, 50 })
        {
            var page = archive.List(asking, null, size);
            said.AppendLine($"list {Rows(page.Rows)} {page.Next}");
            foreach (var sort in Enum.GetValues<SearchSort>())
            {
                foreach (var query in Queries)
                {
                    Find(said, asking, query, sort, size);
                }
            }
        }
        foreach (var query in Queries)
        {
            said.AppendLine($"facets {query} {Json(writer => FacetJson.Write(writer, archive.Facets(asking, query, default)))}");
        }
        foreach (var typed in new[] { "level:", "from:n", "caption:", "office:", "tag:m", "tag:milit", "zebra level:s", "is:", "su" })
        {
            said.AppendLine($"completion {typed} {string.Join(' ', archive.Complete(asking, typed))}");
        }
        foreach (var id in ids)
        {
            said.AppendLine($"open {Opened(asking, id)} {archive.History(asking, id).Count}");
        }
        var stats = archive.Stats(asking);
        said.AppendLine($"{archive.Count(asking, 5)} {stats.Total} {string.Join(',', stats.Levels)} {string.Join(',', stats.Findings)}");
        said.AppendLine($"number {Rows(archive.OpenByNumber(asking, "northport 2"))}");
        var series = new Series(store, archive, GapReasons.None);
        said.AppendLine($"reftel {Rows(new ReferenceDesk(archive, series).ByNumber(asking, "reftel of northport 3", default))}");
        said.AppendLine($"gaps {Json(writer => ReferencesJson.Write(writer, series.Of(asking, null, null)))}");
        foreach (var opened in ids.Select(id => archive.Open(asking, id)).OfType<OpenedMessage>())
        {
            var references = new ReferenceDesk(archive, series).Of(asking, opened, default);
            said.AppendLine($"refs {Json(writer => ReferencesJson.Write(writer, references))}");
        }
        return said.ToString();
    }

    public void Dispose()
    {
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        index.DisposeAsync().AsTask().GetAwaiter().GetResult();
        folder.Dispose();
    }

    private void Find(StringBuilder said, Reader asking, string query, SearchSort sort, int size)
    {
        var answer = archive.Find(asking, new FindRequest(query, sort, null, size), default);
        said.AppendLine($"{query} {sort} {Rows(answer.Rows)} {answer.Total} {answer.Next} {answer.Mistake}");
        if (answer.Next is { } next)
        {
            said.AppendLine(Rows(archive.Find(asking, new FindRequest(query, sort, next, size), default).Rows));
        }
    }

    private string Opened(Reader asking, MessageId id) =>
        archive.Open(asking, id) is { } opened
            ? Json(writer =>
            {
                writer.WriteStartObject();
                ExtractJson.Write(writer, opened);
                MessageJson.WriteMembers(writer, opened.Message);
                writer.WriteEndObject();
            })
            : "nothing";

    private static string Rows(IReadOnlyList<MessageRow> rows) =>
        string.Join(' ', rows.Select(row => Json(writer => RowJson.Write(writer, row))));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Keeps the keys of a message and what it takes the place of, and decides nothing else.</summary>
    private sealed class Superseding : ITrafficRules
    {
        public TrafficDecision Decide(NewMessage incoming, ISwitchHistory history, DateTimeOffset at)
        {
            var keys = new MessageKeys(LoggedMessage.Of(incoming.Message), null);
            return new TrafficDecision
            {
                Keys = keys,
                Supersedes =
                [
                    .. history
                        .Alike(keys)
                        .Where(known => DuplicateTable.Supersedes(incoming.Message, keys, known))
                        .Select(known => known.Number),
                ],
            };
        }
    }
}
