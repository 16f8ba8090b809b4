using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>Whatever a reader asks, the answer is that of a store which never held what he may not see.</summary>
public sealed class NonInterferenceTests
{
    private static readonly string[] Levels = ["UNCLAS", "CONFIDENTIAL", "SECRET"];
    private static readonly string[] Words = ["ZEBRA", "QUARTZ", "WALRUS"];
    private static readonly string[] Queries =
    [
        "",
        "zebra",
        "walr*",
        "-zebra",
        "zebra OR walrus",
        "subject:return",
        "level:secret",
        "caption:nodis",
        "mrn:\"NORTHPORT 3\"",
        "zebra -date:2026-03-02",
        "(",
        "after:2026-13",
    ];

    private static readonly Gen<(int Level, int Word, bool Closed)[]> Stores = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        Gen.Int[0, 4].Select(i => i == 0)
    ).Array[1, 12];

    [Fact]
    public void Every_answer_is_that_of_a_store_without_what_is_hidden() =>
        Gen.Select(Stores, Gen.Int[0, 2].Select(i => new[] { Level.Unclassified, Level.Confidential, Level.Secret }[i]), Gen.Bool)
            .Sample(
                (messages, level, reads) =>
                {
                    var reader = Samples.Person("low", level, reads ? Roles.Reader : Roles.Administrator);
                    using var whole = new Shelf(messages, _ => true);
                    var scope = ReadingRights.Scope(reader);
                    using var part = new Shelf(messages, message => scope.Holds(whole.Rank(message.Level), message.Closed));
                    Assert.Equal(part.Ask(reader, whole.Ids), whole.Ask(reader, whole.Ids));
                },
                iter: 12,
                threads: 1
            );

    /// <summary>A store with its archive, asked everything there is to ask.</summary>
    private sealed class Shelf : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly SqliteMessageStore store;
        private readonly SqliteSearchIndex index;
        private readonly Archive archive;

        public Shelf((int Level, int Word, bool Closed)[] messages, Func<(int Level, int Word, bool Closed), bool> keep)
        {
            var clock = new FakeTimeProvider(Samples.Start);
            store = new SqliteMessageStore(folder.File("chancery.db"), clock, Samples.NoChance());
            index = new SqliteSearchIndex(folder.File("index.db"));
            var reader = new MessageReader();
            archive = new Archive(store, index, reader, clock);
            for (var i = 0; i < messages.Length; i++)
            {
                // Every message has its own instant, so that ids are the same with and without the others.
                clock.Advance(TimeSpan.FromSeconds(1));
                if (keep(messages[i]))
                {
                    var (level, word, closed) = messages[i];
                    var bytes = Samples.Telegram(i + 1, Levels[level], Words[word], closed ? "NODIS" : "");
                    Ids.Add(store.Commit([Samples.New(bytes)], default)[0].Id);
                }
            }
            new Indexer(store, index, reader).CatchUp(null, default);
        }

        public List<MessageId> Ids { get; } = [];

        public int Rank(int level) =>
            level switch
            {
                0 => 0,
                1 => 3,
                _ => 4,
            };

        public string Ask(Reader reader, IEnumerable<MessageId> ids)
        {
            var said = new StringBuilder();
            foreach (var size in new[] { 2, 50 })
            {
                var page = archive.List(reader, null, size);
                said.AppendLine($"list {Rows(page.Rows)} {page.Next}");
                foreach (var sort in Enum.GetValues<SearchSort>())
                {
                    foreach (var query in Queries)
                    {
                        var answer = archive.Find(reader, new FindRequest(query, sort, null, size), default);
                        said.AppendLine(
                            $"{query} {sort} {Rows(answer.Rows)} {answer.Total} {answer.Next} {answer.Mistake} {answer.IndexedThrough}"
                        );
                        if (answer.Next is { } next)
                        {
                            said.AppendLine(Rows(archive.Find(reader, new FindRequest(query, sort, next, size), default).Rows));
                        }
                    }
                }
            }
            foreach (var id in ids)
            {
                said.AppendLine($"open {archive.Open(reader, id)?.Row.Id} {archive.History(reader, id).Count}");
            }
            var stats = archive.Stats(reader);
            said.AppendLine(
                $"{archive.Count(reader, 5)} {stats.Total} {string.Join(',', stats.Levels)} {string.Join(',', stats.Findings)}"
            );
            said.AppendLine($"number {Rows(archive.OpenByNumber(reader, "northport 2"))}");
            return said.ToString();
        }

        public void Dispose()
        {
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            index.DisposeAsync().AsTask().GetAwaiter().GetResult();
            folder.Dispose();
        }

        private static string Rows(IReadOnlyList<MessageRow> rows) =>
            string.Join(' ', rows.Select(row => Encoding.UTF8.GetString(RowJson.ToBytes(row))));
    }
}
