using System.Text;
using Chancery.Messages;
using Chancery.Office;
using CsCheck;

namespace Chancery.Storage.Contract;

/// <summary>What every <see cref="ISearchIndex"/> must do. Inherited by the tests of each index.</summary>
public abstract partial class SearchIndexContract
{
    private static readonly DateOnly Today = new(2026, 3, 15);
    private static readonly string[] Vocabulary = ["ZEBRA", "QUARTZ", "WALRUS", "TRUCKS", "RADIOS", "KC-130", "S E A L", "CAFÉ"];

    /// <summary>An empty index.</summary>
    protected abstract ISearchIndex Open();

    [Theory]
    [InlineData("zebra", "1 3")]
    [InlineData("ZEBRA quartz", "3")]
    [InlineData("zebra OR walrus", "1 2 3")]
    [InlineData("zebra -quartz", "1")]
    [InlineData("zebra NOT quartz", "1")]
    [InlineData("-zebra", "2 4 5")]
    [InlineData("(zebra OR walrus) -quartz", "1 2")]
    [InlineData("\"quartz zebra\"", "3")]
    [InlineData("\"zebra quartz\"", "")]
    [InlineData("zeb*", "1 3")]
    [InlineData("=zebra", "1 3")]
    [InlineData("NEAR(quartz token, 3)", "3")]
    [InlineData("NEAR(quartz token, 0)", "")]
    [InlineData("cooperation", "4")]
    [InlineData("=cooperation", "")]
    [InlineData("co-operation", "4")]
    [InlineData("\"full cooperation now\"", "4")]
    [InlineData("confidential", "5")]
    [InlineData("equipment", "4")]
    [InlineData("subject:return", "1 2 3 4 5")]
    [InlineData("subject:zebra", "")]
    [InlineData("from:northport", "1 2 3 4 5")]
    [InlineData("from:homecity", "")]
    [InlineData("to:homecity zebra", "1 3")]
    [InlineData("info:eastport walrus", "2")]
    [InlineData("tag:mass walrus", "2")]
    [InlineData("level:secret", "2")]
    [InlineData("level:confidential", "5")]
    [InlineData("mrn:\"NORTHPORT 2\"", "2")]
    [InlineData("mrn:26northport2", "2")]
    [InlineData("precedence:routine zebra", "1 3")]
    [InlineData("caption:nodis", "3")]
    [InlineData("after:2026-03-02 zebra", "1 3")]
    [InlineData("before:2026-03-02 zebra", "")]
    [InlineData("date:2026-03 zebra", "1 3")]
    [InlineData("zebra OR date:2025", "1 3")]
    [InlineData("family:state2000 walrus", "2")]
    [InlineData("is:traffic walrus", "2")]
    [InlineData("is:held", "")]
    public async Task A_query_finds_what_it_says(string query, string expected)
    {
        await using var index = Open();
        index.Add(
            [
                Make(1, Samples.Telegram(1, words: "THE ZEBRA")),
                Make(2, Samples.Telegram(2, "SECRET", "A WALRUS")),
                Make(3, Samples.Telegram(3, words: "QUARTZ ZEBRA", caption: "NODIS")),
                Make(4, Samples.Telegram(4, words: "FULL CO-OPERATION NOW WITH EQUIP-\nMENT")),
                Make(5, Samples.Telegram(5, "CONFIDENTIAL")),
            ],
            default
        );
        Assert.Equal(expected, string.Join(' ', Find(index, query, ReadingScope.All).Order()));
        Assert.Equal(5, index.Watermark);
    }

    [Theory]
    [InlineData(Level.Unclassified, "", "", "1")]
    [InlineData(Level.Confidential, "", "", "1 4")]
    [InlineData(Level.Secret, "", "", "1 2 4")]
    [InlineData(Level.Secret, "POL", "NODIS", "1 2 3 4")]
    [InlineData(Level.Unclassified, "POL", "NODIS", "1 3")]
    [InlineData(Level.Unclassified, "ECON", "NODIS", "1")]
    [InlineData(Level.Unclassified, "POL", "EXDIS", "1")]
    public async Task A_reader_finds_what_his_scope_holds(Level level, string office, string access, string expected)
    {
        await using var index = Open();
        index.Add(
            [
                Make(1, Samples.Telegram(1)),
                Make(2, Samples.Telegram(2, "SECRET")),
                Make(3, Samples.Telegram(3, caption: "NODIS", office: "POL")),
                Make(4, Samples.Telegram(4, "CONFIDENTIAL")),
            ],
            default
        );
        var reader = Samples.Person("reader", level) with { Offices = [office], Accesses = [access] };
        foreach (var query in new[] { "token", "", "token OR nothing", "-nothing", "tok*" })
        {
            var answer = index.Find(Parse(query), ReadingRights.Scope(reader), SearchSort.Date, null, 100, true, default);
            Assert.Equal(expected, string.Join(' ', answer.Hits.Select(hit => Number(hit.Id)).Order()));
            Assert.Equal(new Total(expected.Split(' ').Length, Exact: true), answer.Total);
        }
        Assert.Empty(
            index.Find(Parse("token"), Samples.Scope(Level.TopSecret, Roles.None), SearchSort.Date, null, 100, true, default).Hits
        );
        Assert.Equal("1 2 3 4", string.Join(' ', Find(index, "token", ReadingScope.All).Order()));
    }

    [Fact]
    public async Task Answers_equal_those_of_a_plain_look_through_all_texts()
    {
        await using var index = Open();
        var texts = new Dictionary<int, string[]>();
        var gen = Gen.Select(Gen.Int[0, Vocabulary.Length - 1].Array[1, 6], Gen.Int[0, 2]);
        var number = 0;
        gen.Sample(
            pair =>
            {
                // Two blanks, as typists leave around spaced words: with one it could not be told where a spaced word ends.
                var words = string.Join("  ", pair.Item1.Select(i => Vocabulary[i]));
                var bytes = Encoding.UTF8.GetBytes("EXERCISE " + words);
                number++;
                index.Add([Make(number, bytes)], default);
                texts.Add(number, [.. pair.Item1.Select(i => Vocabulary[i])]);
                var asked = pair.Item1[0];
                var other = Vocabulary[pair.Item2];
                var spelling = Vocabulary[asked].Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
                Same($"{spelling}", text => text.Contains(Vocabulary[asked]));
                Same($"{spelling} -{other}", text => text.Contains(Vocabulary[asked]) && !text.Contains(other));
                Same($"{spelling} OR {other}", text => text.Contains(Vocabulary[asked]) || text.Contains(other));
            },
            iter: 150,
            threads: 1
        );

        void Same(string query, Func<string[], bool> holds) =>
            Assert.Equal(
                texts.Where(pair => holds(pair.Value)).Select(pair => pair.Key).Order(),
                Find(index, query, ReadingScope.All).Order()
            );
    }

    [Theory]
    [InlineData(SearchSort.Date)]
    [InlineData(SearchSort.Filed)]
    [InlineData(SearchSort.Relevance)]
    public async Task Pages_joined_are_the_whole_in_its_order(SearchSort sort)
    {
        await using var index = Open();
        // Numbers a day apart share a minute, so that order within a minute counts too.
        // In the order of acceptance; what is found is named by its place in it.
        var messages = new[] { 7, 3, 1441, 1, 60, 2881, 59, 2, 1442 }.Select((number, i) => Make(i + 1, Samples.Telegram(number))).ToList();
        index.Add([.. messages.Take(5)], default);
        index.Add([.. messages.Skip(5)], default);
        var whole = index.Find(Parse("token number"), ReadingScope.All, sort, null, 100, true, default).Hits;
        Assert.Equal(9, whole.Count);
        for (var size = 1; size < 10; size++)
        {
            var joined = new List<IndexHit>();
            SearchCursor? before = null;
            while (true)
            {
                var page = index.Find(Parse("token number"), ReadingScope.All, sort, before, size, true, default);
                joined.AddRange(page.Hits);
                Assert.Equal(new Total(9, Exact: true), page.Total);
                if (!page.More)
                {
                    break;
                }
                Assert.True(SearchCursor.TryParse(page.Hits[^1].Cursor.ToString(), out var cursor));
                before = cursor;
            }
            Assert.Equal(whole.Select(hit => hit.Id), joined.Select(hit => hit.Id));
        }
        if (sort == SearchSort.Filed)
        {
            Assert.Equal([9, 8, 7, 6, 5, 4, 3, 2, 1], whole.Select(hit => Number(hit.Id)));
        }
        else
        {
            // By minute: 60, 59, 7, 3, 2, 1; within one the message filed later comes first.
            Assert.Equal([5, 7, 1, 2, 9, 8, 6, 4, 3], whole.Select(hit => Number(hit.Id)));
        }
    }

    [Fact]
    public async Task What_is_masked_is_in_no_answer_until_it_is_added_again()
    {
        await using var index = Open();
        index.Add([Make(1, Samples.Telegram(1)), Make(2, Samples.Telegram(2)), Make(3, Samples.Telegram(3))], default);
        index.Mask([2, 99]);

        Assert.Equal([2], index.Missing());
        Assert.Equal([1, 3], Find(index, "token", ReadingScope.All).Order());
        Assert.Equal(
            new Total(2, Exact: true),
            index.Find(Parse("token"), ReadingScope.All, SearchSort.Date, null, 1, true, default).Total
        );
        Assert.Empty(index.Verify());

        index.Restore([Make(2, Samples.Telegram(2, "SECRET"))]);
        Assert.Empty(index.Missing());
        Assert.Equal(3, index.Watermark);
        Assert.Equal([1, 2, 3], Find(index, "token", ReadingScope.All).Order());
        Assert.Equal([1, 3], Find(index, "token", Samples.Scope(Level.Unclassified)).Order());
        Assert.Empty(index.Verify());
    }

    [Fact]
    public async Task A_cleared_index_is_empty_and_can_be_filled_again()
    {
        await using var index = Open();
        index.Add([Make(1, Samples.Telegram(1))], default);
        index.Clear();
        Assert.Equal(0, index.Watermark);
        Assert.Empty(Find(index, "token", ReadingScope.All));
        index.Add([Make(1, Samples.Telegram(1))], default);
        Assert.Equal([1], Find(index, "token", ReadingScope.All));
        Assert.Empty(index.Verify());
    }

    [Fact]
    public async Task Tidying_changes_no_answer_and_comes_to_an_end()
    {
        await using var index = Open();
        for (var i = 1; i <= 40; i++)
        {
            index.Add([Make(i, Samples.Telegram(i))], default);
        }
        var rounds = 0;
        while (index.Tidy() && rounds < 1000)
        {
            rounds++;
        }
        Assert.InRange(rounds, 0, 999);
        Assert.Equal(40, Find(index, "token", ReadingScope.All).Count());
        Assert.Empty(index.Verify());
    }

    [Fact]
    public async Task A_message_is_superseded_for_who_may_see_the_later_one_whole_and_keeps_its_place()
    {
        await using var index = Open();
        // All of one minute, so that their order is that of their rows.
        IndexedMessage Copy(int number, string level, params long[] supersedes) =>
            Make(number, Samples.Telegram(1, level, $"ZEBRA {number}")) with
            {
                Supersedes = [.. supersedes],
            };
        index.Add([Copy(1, "UNCLAS"), Copy(2, "UNCLAS"), Copy(3, "UNCLAS")], default);
        index.Add([Copy(4, "SECRET", 2), Copy(5, "UNCLAS")], default);
        index.Add([Copy(6, "CONFIDENTIAL", 2, 1)], default);

        Same("5 3 2 1", "", Level.Unclassified);
        Same("6 5 3 2 1", "2 1", Level.Confidential);
        Same("6 5 4 3 2 1", "2 1", Level.Secret);
        Assert.Equal([2, 1], Find(index, "is:superseded", ReadingScope.All));
        Assert.Equal([6, 5, 3], Find(index, "zebra -is:superseded", Samples.Scope(Level.Confidential)));
        Assert.Equal([3, 2, 1], Find(index, "(is:superseded OR 3) zebra", Samples.Scope(Level.Confidential)));

        index.Mask([6]);
        Same("5 3 2 1", "", Level.Confidential);
        Same("5 4 3 2 1", "2", Level.Secret);

        var restricted = Protection.OfRank(Level.Confidential.Rank()) with { Captions = ["NODIS"] };
        index.Restore([Copy(6, "CONFIDENTIAL", 2, 1) with { Protection = restricted }]);
        Assert.Equal([2], Find(index, "is:superseded", Samples.Scope(Level.Secret)));
        Assert.Equal([2, 1], Find(index, "is:superseded", ReadingScope.All));

        index.Mask([2]);
        index.Restore([Copy(2, "UNCLAS")]);
        Assert.Equal([2], Find(index, "is:superseded", Samples.Scope(Level.Secret)));
        while (index.Tidy()) { }
        Assert.Equal([2], Find(index, "is:superseded", Samples.Scope(Level.Secret)));
        Assert.Empty(Find(index, "is:superseded", Samples.Scope(Level.Unclassified)));
        Assert.Empty(index.Verify());

        void Same(string all, string superseded, Level level)
        {
            Assert.Equal(all, string.Join(' ', Find(index, "zebra", Samples.Scope(level))));
            Assert.Equal(superseded, string.Join(' ', Find(index, "is:superseded", Samples.Scope(level))));
            Assert.Equal(
                superseded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
                index.Count(Parse("is:superseded"), Samples.Scope(level), after: null, 100)
            );
        }
    }

    [Theory]
    [InlineData(SearchSort.Date)]
    [InlineData(SearchSort.Filed)]
    [InlineData(SearchSort.Relevance)]
    public async Task What_was_added_again_keeps_its_place_and_pages_go_on_where_they_ended(SearchSort sort)
    {
        await using var index = Open();
        // Two minutes, four messages in each.
        IndexedMessage Of(int number) => Make(number, Samples.Telegram(number <= 4 ? 1 : 2, words: $"ZEBRA {number}"));
        index.Add([.. Enumerable.Range(1, 8).Select(Of)], default);
        Pages(8, 7, 6, 5, 4, 3, 2, 1);

        index.Mask([2, 5]);
        Pages(8, 7, 6, 4, 3, 1);
        index.Restore([Of(2), Of(5)]);
        Pages(8, 7, 6, 5, 4, 3, 2, 1);
        index.Mask([7]);
        index.Restore([Of(7)]);
        Pages(8, 7, 6, 5, 4, 3, 2, 1);

        void Pages(params int[] expected)
        {
            for (var size = 1; size <= expected.Length + 1; size++)
            {
                var found = new List<int>();
                IndexAnswer page;
                SearchCursor? before = null;
                do
                {
                    page = index.Find(Parse("zebra"), ReadingScope.All, sort, before, size, true, default);
                    Assert.InRange(page.Hits.Count, 1, size);
                    found.AddRange(page.Hits.Select(hit => Number(hit.Id)));
                    before = page.Hits[^1].Cursor;
                } while (page.More && found.Count <= expected.Length);
                Assert.Equal(expected, found);
            }
        }
    }

    [Fact]
    public async Task A_message_that_asks_is_unanswered_until_one_of_those_asked_refers_to_it_where_the_reader_sees_that()
    {
        await using var index = Open();
        // An answer may be on file before the question.
        index.Add([Sent(1, "MINFOR HOMECITY", "SECRET", minute: 30, cites: "NORTHPORT 5")], default);
        index.Add([Asked(2), Asked(3), Asked(4), Asked(5, year: "26 "), Make(6, Samples.Telegram(6))], default);
        Same("5 4 3 2", Level.Unclassified);
        Same("4 3 2", Level.Secret);

        // Whoever got it for information does not answer; nor does what was sent before; nor who refers to another year.
        index.Add(
            [Sent(7, "LEGATION EASTPORT", cites: "NORTHPORT 2"), Sent(8, "MINFOR HOMECITY", minute: 1, cites: "NORTHPORT 3")],
            default
        );
        index.Add([Sent(9, "MINFOR HOMECITY", cites: "25 NORTHPORT 5"), Sent(10, "MINFOR HOMECITY", cites: "NORTHPORT 44")], default);
        Same("5 4 3 2", Level.Unclassified);

        // One answer to two, in one batch with a third question and its answer.
        index.Add(
            [
                Sent(11, "MINFOR HOMECITY", "CONFIDENTIAL", cites: "26 NORTHPORT 0002; 25 NORTHPORT 0002; 26 NORTHPORT 0003"),
                Asked(12),
                Sent(13, "MINFOR HOMECITY", cites: "NORTHPORT 12"),
            ],
            default
        );
        Same("5 4 3 2", Level.Unclassified);
        Same("5 4", Level.Confidential);
        Same("4", Level.Secret);
        Assert.Equal([5, 4], Find(index, "token is:unanswered", Samples.Scope(Level.Confidential)));
        Assert.Equal([12, 6, 3, 2], Find(index, "token -is:unanswered", Samples.Scope(Level.Confidential)));
        Assert.Equal([6, 5, 4], Find(index, "token (is:unanswered OR k6k)", Samples.Scope(Level.Confidential)));

        index.Mask([11]);
        Same("5 4 3 2", Level.Confidential);
        index.Restore([Sent(11, "MINFOR HOMECITY", "SECRET", cites: "NORTHPORT 2")]);
        Same("5 4 3 2", Level.Confidential);
        Same("4 3", Level.Secret);
        index.Mask([2, 12]);
        index.Restore([Asked(2), Asked(12)]);
        Same("5 4 3 2", Level.Confidential);
        Same("4 3", Level.Secret);
        Assert.Empty(index.Verify());

        IndexedMessage Asked(int number, string year = "") =>
            Make(
                number,
                Samples.Lines(number, $"UNCLAS {year}".Trim(), "", "", "SUBJECT: EXERCISE\n\n1. ACTION REQUEST: SEND TRUCKS. TOKEN.")
            );

        IndexedMessage Sent(int number, string from, string level = "UNCLAS", int minute = 45, string cites = "")
        {
            var text = Encoding.ASCII.GetString(Samples.Lines(minute, level, "", "", $"SUBJECT: EXERCISE\nREF: {cites}\n\n1. DONE."));
            return Make(number, Encoding.ASCII.GetBytes(text.Replace("FM LEGATION NORTHPORT", $"FM {from}", StringComparison.Ordinal)));
        }

        void Same(string numbers, Level level)
        {
            Assert.Equal(numbers, string.Join(' ', Find(index, "is:unanswered", Samples.Scope(level))));
            Assert.Equal(numbers.Split(' ').Length, index.Count(Parse("is:unanswered"), Samples.Scope(level), after: null, 100));
        }
    }

    private static SearchQuery Parse(string query) =>
        SearchLanguage.Parse(query, Today).Query ?? throw new InvalidOperationException(query);

    private static IEnumerable<int> Find(ISearchIndex index, string query, ReadingScope scope) =>
        index.Find(Parse(query), scope, SearchSort.Date, null, 1000, true, default).Hits.Select(hit => Number(hit.Id));

    private static IndexedMessage Make(int number, byte[] bytes, RightsSettings? rules = null)
    {
        var message = new MessageReader().Read(bytes);
        var id = new MessageId(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
        var row = MessageRow.Of(message, id, Samples.Start, new Origin("http", "op"), filing: false, Level.Unclassified) with
        {
            Protection = Protection.Of(message, message.EffectiveLevel.Level ?? Level.Unclassified, rules ?? RightsSettings.Default),
        };
        return new IndexTerms().Make(new StoredMessage(number, row, bytes), message);
    }

    private static int Number(MessageId id) => BitConverter.ToInt32(id.Value.ToByteArray());
}
