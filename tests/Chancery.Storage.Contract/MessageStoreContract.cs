using Chancery.Messages;
using Chancery.Office;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Contract;

/// <summary>What every <see cref="IMessageStore"/> must do. Inherited by the tests of each store.</summary>
public abstract class MessageStoreContract
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret);

    /// <summary>An empty store with the clock it goes by.</summary>
    protected abstract IMessageStore Open(FakeTimeProvider clock);

    [Fact]
    public async Task What_was_committed_is_there_with_its_bytes_and_fields()
    {
        await using var store = Open(Samples.Clock());
        var bytes = Samples.Telegram(412);
        var filed = store.Commit([Samples.New(bytes, Op)], default)[0];

        Assert.Equal(bytes, store.Raw(filed.Id)!.Value.ToArray());
        var row = store.Row(filed.Id)!;
        Assert.Equal(filed.Row!.Id, row.Id);
        Assert.Equal("LEGATION NORTHPORT", row.From!.Name);
        Assert.Equal(412, row.Mrn!.Number);
        Assert.Equal(Samples.Start, row.FiledAt);
        Assert.Equal(new Origin("http", "op"), row.Origin);
        Assert.Equal(Level.Unclassified, row.Level);
        Assert.Equal(RowJson.ToBytes(filed.Row), RowJson.ToBytes(row));
        Assert.Equal("accepted", Assert.Single(store.History(filed.Id)).Kind);
    }

    [Fact]
    public async Task Identical_bytes_from_the_same_door_are_filed_once_and_noted_in_the_journal()
    {
        await using var store = Open(Samples.Clock());
        var bytes = Samples.Telegram(1);
        var results = store.Commit([Samples.New(bytes, Op), Samples.New(bytes, Op)], default);
        var later = store.Commit([Samples.New(bytes, Samples.Person("other", Level.Secret))], default)[0];

        Assert.Null(results[0].DuplicateOf);
        Assert.Equal(results[0].Id, results[1].DuplicateOf);
        Assert.Equal(results[0].Id, results[1].Id);
        Assert.Null(results[1].Row);
        Assert.Equal(results[0].Id, later.Id);
        Assert.Equal(1, store.Count(ReadingScope.All, 100));
        Assert.Equal(["accepted", "duplicate", "duplicate"], store.History(results[0].Id).Select(entry => entry.Kind));
        Assert.Equal([1L, 2, 3], store.History(results[0].Id).Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Identical_bytes_from_another_door_and_sender_are_a_new_message_that_names_the_first()
    {
        await using var store = Open(Samples.Clock());
        var bytes = Samples.Telegram(1);
        var first = store.Commit([Samples.New(bytes, Op)], default)[0];
        var other = store.Commit([Samples.New(bytes, Samples.Person("circuit", Level.Secret), door: "circuit")], default)[0];

        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(first.Id, other.DuplicateOf);
        Assert.NotNull(other.Row);
    }

    [Fact]
    public async Task Identical_bytes_of_a_message_the_sender_may_not_see_are_filed_as_if_they_were_new()
    {
        await using var store = Open(Samples.Clock());
        var bytes = Samples.Telegram(1, "SECRET");
        var first = store.Commit([Samples.New(bytes, Op)], default)[0];
        var again = store.Commit([Samples.New(bytes, Samples.Person("low", Level.Confidential))], default)[0];

        Assert.NotEqual(first.Id, again.Id);
        Assert.Null(again.DuplicateOf);
    }

    [Fact]
    public async Task Ids_rise_also_when_the_clock_goes_back()
    {
        var clock = new FakeTimeProvider(Samples.Start) { AutoAdvanceAmount = TimeSpan.Zero };
        await using var store = Open(clock);
        var last = default(MessageId);
        for (var i = 0; i < 50; i++)
        {
            var id = store.Commit([Samples.New(Samples.Telegram(i))], default)[0].Id;
            Assert.True(id.CompareTo(last) > 0);
            Assert.Equal(7, id.Value.Version);
            last = id;
            if (i == 25)
            {
                clock.AdjustTime(Samples.Start.AddHours(-1));
            }
        }
    }

    [Fact]
    public async Task Lists_hold_what_the_scope_holds_newest_first()
    {
        await using var store = Open(Samples.Clock());
        store.Commit(
            [
                Samples.New(Samples.Telegram(1)),
                Samples.New(Samples.Telegram(2, "SECRET")),
                Samples.New(Samples.Telegram(3, caption: "NODIS")),
                Samples.New(Samples.Telegram(4, "CONFIDENTIAL")),
            ],
            default
        );

        Assert.Equal([4L, 3, 2, 1], Numbers(store.List(ReadingScope.All, null, 10)));
        Assert.Equal([4L, 1], Numbers(store.List(Samples.Scope(Level.Confidential), null, 10)));
        Assert.Equal([1L], Numbers(store.List(Samples.Scope(Level.Unclassified), null, 10)));
        Assert.Empty(store.List(Samples.Scope(Level.TopSecret, Roles.None), null, 10));
        Assert.Equal(2, store.Count(Samples.Scope(Level.Confidential), 10));
        Assert.Equal(1, store.Count(Samples.Scope(Level.Confidential), 1));
        Assert.Equal(2, store.Stats(Samples.Scope(Level.Confidential)).Total);
        Assert.Equal(4, store.Stats(ReadingScope.All).Total);
    }

    [Fact]
    public async Task Pages_of_a_list_joined_are_the_list()
    {
        await using var store = Open(Samples.Clock());
        store.Commit([.. Enumerable.Range(1, 40).Select(i => Samples.New(Samples.Telegram(i, i % 3 == 0 ? "SECRET" : "UNCLAS")))], default);
        var scope = Samples.Scope(Level.Unclassified);
        var whole = Numbers(store.List(scope, null, 100));
        Gen.Int[1, 30]
            .Sample(
                size =>
                {
                    var joined = new List<long>();
                    MessageId? before = null;
                    while (store.List(scope, before, size) is { Count: > 0 } page)
                    {
                        joined.AddRange(Numbers(page));
                        before = page[^1].Id;
                    }
                    return joined.SequenceEqual(whole);
                },
                iter: 30
            );
    }

    [Theory]
    [InlineData("northport 412", true)]
    [InlineData("26NORTHPORT412", true)]
    [InlineData("2026 Northport 000412", true)]
    [InlineData("northport 412 of 2026", true)]
    [InlineData("Northport 0412 OF 26", true)]
    [InlineData("northport 412 of 2025", false)]
    [InlineData("25 NORTHPORT 412", false)]
    [InlineData("NORTHPORT 413", false)]
    public async Task A_number_is_found_in_any_spelling(string typed, bool found)
    {
        await using var store = Open(Samples.Clock());
        store.Commit([Samples.New(Samples.Telegram(412))], default);
        Assert.True(NumberKey.TryParse(typed, out var key));
        Assert.Equal(found ? 1 : 0, store.ByNumber(ReadingScope.All, key, 10).Count);
    }

    [Fact]
    public async Task Numbers_are_told_by_post_and_year_within_the_scope()
    {
        await using var store = Open(Samples.Clock());
        store.Commit(
            [
                Samples.New(Samples.Telegram(2)),
                Samples.New(Samples.Telegram(10, "SECRET")),
                Samples.New(Samples.Telegram(2, words: "AGAIN")),
            ],
            default
        );
        var ids = store.List(ReadingScope.All, null, 10).Select(row => row.Id).Reverse().ToList();

        Assert.Equal(
            [("NORTHPORT10", ids[1]), ("NORTHPORT2", ids[2]), ("NORTHPORT2", ids[0])],
            store.Numbers(ReadingScope.All, "NORTHPORT", 26).Select(one => (one.Number.Bare, one.Id))
        );
        Assert.Equal(2, store.Numbers(Samples.Scope(Level.Unclassified), null, null).Count);
        Assert.All(store.Numbers(ReadingScope.All, null, null), one => Assert.True(one.IsWhole));
        Assert.Empty(store.Numbers(ReadingScope.All, "NORTHPORT", 25));
        Assert.Empty(store.Numbers(ReadingScope.All, "NORTH", null));
    }

    [Fact]
    public async Task Rows_come_in_the_order_asked_for_without_those_that_are_none()
    {
        await using var store = Open(Samples.Clock());
        var filed = store.Commit(
            [Samples.New(Samples.Telegram(1)), Samples.New(Samples.Telegram(2)), Samples.New(Samples.Telegram(3))],
            default
        );
        var nobody = new MessageId(new Guid("00000000-0000-7000-8000-000000000000"));
        MessageId[] asked = [filed[2].Id, nobody, filed[0].Id];

        var rows = store.Rows(asked);

        Assert.Equal([filed[2].Id, filed[0].Id], rows.Select(row => row.Id));
        Assert.Equal(
            rows.Select(row => RowJson.ToBytes(row)),
            asked.Select(store.Row).OfType<MessageRow>().Select(row => RowJson.ToBytes(row))
        );
        Assert.Empty(store.Rows([]));
    }

    [Fact]
    public async Task An_unknown_message_is_nowhere()
    {
        await using var store = Open(Samples.Clock());
        var nobody = new MessageId(new Guid("00000000-0000-7000-8000-000000000000"));
        Assert.Null(store.Row(nobody));
        Assert.Null(store.Raw(nobody));
        Assert.Empty(store.History(nobody));
    }

    [Fact]
    public async Task A_group_that_is_stopped_leaves_nothing()
    {
        await using var store = Open(Samples.Clock());
        store.Commit([Samples.New(Samples.Telegram(1))], default);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => store.Commit([Samples.New(Samples.Telegram(2))], stop.Token));

        Assert.Equal(1, store.Count(ReadingScope.All, 10));
        Assert.Equal(1, store.LastNumber);
        store.Commit([Samples.New(Samples.Telegram(2))], default);
        Assert.Empty(store.Verify(null, default));
    }

    [Fact]
    public async Task A_scan_gives_every_message_once_in_the_order_of_acceptance()
    {
        await using var store = Open(Samples.Clock());
        store.Commit([.. Enumerable.Range(1, 25).Select(i => Samples.New(Samples.Telegram(i)))], default);
        var seen = new List<long>();
        while (store.Scan(seen.Count == 0 ? 0 : seen[^1], 10) is { Count: > 0 } batch)
        {
            seen.AddRange(batch.Select(message => message.Number));
        }
        Assert.Equal(Enumerable.Range(1, 25).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Rewritten_fields_are_shown_and_noted()
    {
        await using var store = Open(Samples.Clock());
        var filed = store.Commit([Samples.New(Samples.Telegram(1))], default)[0];
        store.Rewrite(
            [new RereadMessage(1, filed.Row! with { EffectiveLevel = new EffectiveLevel(Level.Secret, "page line") }, ["effectiveLevel"])],
            "owner",
            default
        );

        Assert.Equal(Level.Secret, store.Row(filed.Id)!.Level);
        Assert.Empty(store.List(Samples.Scope(Level.Unclassified), null, 10));
        Assert.Equal("effectiveLevel", store.History(filed.Id)[^1].Detail);
        Assert.Empty(store.Verify(null, default));
    }

    [Fact]
    public async Task Texts_come_in_the_order_asked_for_with_the_places_of_their_paragraphs()
    {
        await using var store = Open(Samples.Clock());
        var plain = Samples.New(Samples.Telegram(1));
        var placed = Samples.New(Samples.Telegram(2)) with { Places = [1, 0] };
        var filed = store.Commit([plain, placed], default);

        var texts = store.Texts([filed[1].Id, default, filed[0].Id]);

        Assert.Equal([filed[1].Id, filed[0].Id], texts.Select(text => text.Id));
        Assert.Equal(placed.Message.Raw.ToArray(), texts[0].Raw.ToArray());
        Assert.Equal([1, 0], texts[0].Places!);
        Assert.Null(texts[1].Places);
    }

    [Fact]
    public async Task Reading_again_notes_places_that_nobody_noted_and_the_journal_does_not_call_that_news()
    {
        await using var store = Open(Samples.Clock());
        var filed = store.Commit([Samples.New(Samples.Telegram(1))], default)[0];
        var lines = store.History(filed.Id).Count;

        var summary = new Rereading(store, new MessageReader(), RightsSettings.Default).Run("owner", progress: null, default);

        Assert.Equal(0, summary.Changed);
        var text = Assert.Single(store.Texts([filed.Id]));
        Assert.NotEmpty(ParagraphPlaces.Open(text.Places, text.Raw)!.Value);
        Assert.Equal(lines, store.History(filed.Id).Count);
    }

    [Fact]
    public async Task Reading_again_puts_right_what_an_older_reader_read_and_says_which_fields()
    {
        await using var store = Open(Samples.Clock());
        var filed = store.Commit([Samples.New(Samples.Telegram(1)), Samples.New(Samples.Telegram(2))], default);
        store.Rewrite([new RereadMessage(1, filed[0].Row! with { Subject = null, From = null }, ["subject", "from"])], "older", default);

        var summary = new Rereading(store, new MessageReader(), RightsSettings.Default).Run("owner", progress: null, default);

        Assert.Equal((2L, 1L, 0L), (summary.Messages, summary.Changed, summary.LevelsKept));
        Assert.Equal(["from", "subject"], summary.Fields.Select(field => field.Key));
        Assert.Equal(RowJson.ToBytes(filed[0].Row!), RowJson.ToBytes(store.Row(filed[0].Id)!));
        Assert.Equal(0, new Rereading(store, new MessageReader(), RightsSettings.Default).Run("owner", progress: null, default).Changed);
    }

    [Fact]
    public async Task Reading_again_may_raise_a_level_and_never_lowers_one()
    {
        await using var store = Open(Samples.Clock());
        var filed = store.Commit([Samples.New(Samples.Telegram(1)), Samples.New(Samples.Telegram(2, "SECRET"))], default);
        store.Rewrite(
            [
                new RereadMessage(
                    1,
                    filed[0].Row! with
                    {
                        EffectiveLevel = new EffectiveLevel(Level.Secret, "page line"),
                    },
                    ["effectiveLevel"]
                ),
                new RereadMessage(
                    2,
                    filed[1].Row! with
                    {
                        EffectiveLevel = new EffectiveLevel(Level.Unclassified, "unmarked"),
                    },
                    ["effectiveLevel"]
                ),
            ],
            "older",
            default
        );

        var summary = new Rereading(store, new MessageReader(), RightsSettings.Default).Run("owner", progress: null, default);

        Assert.Equal((1L, 1L), (summary.Changed, summary.LevelsKept));
        Assert.Equal(Level.Secret, store.Row(filed[0].Id)!.Level);
        Assert.Equal(Level.Secret, store.Row(filed[1].Id)!.Level);
    }

    private static IEnumerable<long> Numbers(IReadOnlyList<MessageRow> rows) => rows.Select(row => row.Mrn!.Number);
}
