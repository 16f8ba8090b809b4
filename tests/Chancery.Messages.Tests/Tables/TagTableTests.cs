using Chancery.Messages.Tables;

namespace Chancery.Messages.Tests.Tables;

/// <summary>Slips of TAGS and the distance of words, against tables made by hand and a plain count (text.md 9). EXERCISE.</summary>
public sealed class TagTableTests
{
    [Theory]
    [InlineData("MOPPS", "MOPS")]
    [InlineData("POGOV", "PGOV")]
    [InlineData("SYR", "SY")]
    [InlineData("KWWMN", "KWMN")]
    [InlineData("UNDESCO", "UNESCO")]
    [InlineData("UNFCYP", "UNFICYP")]
    [InlineData("PG0V", "PGOV")]
    [InlineData("P1NS", "PINS")]
    [InlineData("A5EC", "ASEC")]
    [InlineData("P1N5", "PINS")]
    [InlineData("PREL", null)]
    [InlineData("PRE0", null)]
    [InlineData("KAW0", null)]
    [InlineData("PG0VV", null)]
    [InlineData("N0", null)]
    [InlineData("51AM", null)]
    [InlineData("PGOV", null)]
    [InlineData("PG0VX", null)]
    public void Slips_that_were_met_are_mended(string printed, string? code) => Assert.Equal(code, TagSlips.Mended(printed));

    [Theory]
    [InlineData("PRELPGOV", "PREL PGOV")]
    [InlineData("PRELFR", "PREL FR")]
    [InlineData("FRPREL", "FR PREL")]
    [InlineData("PRELPGOVFR", "PREL PGOV FR")]
    [InlineData("FRPRELPGOV", "FR PREL PGOV")]
    [InlineData("PRELKXYZ", "PREL KXYZ")]
    [InlineData("PRELXXXX", null)]
    [InlineData("XXXXPREL", null)]
    [InlineData("FRPRELFR", null)]
    [InlineData("PRELZQ", null)]
    [InlineData("ZQPREL", null)]
    [InlineData("PREL", null)]
    [InlineData("PRELPGO", null)]
    [InlineData("FR", null)]
    [InlineData("PRELPGOVNO", "PREL PGOV NO")]
    [InlineData("NOPRELPGOV", "NO PREL PGOV")]
    [InlineData("PRELQQQQ", null)]
    [InlineData("NOPRELFR", null)]
    public void Glued_codes_are_parted_where_there_is_one_way(string glued, string? codes) =>
        Assert.Equal(codes, TagSlips.Split(glued) is { } read ? string.Join(' ', read) : null);

    [Fact]
    public void A_list_without_blanks_is_parted_up_to_sixty_letters()
    {
        Assert.Equal(15, TagSlips.Split(string.Concat(Enumerable.Repeat("PREL", 15)))?.Length);
        Assert.Null(TagSlips.Split(string.Concat(Enumerable.Repeat("PREL", 15)) + "FR"));
        Assert.Null(TagSlips.Split(string.Concat(Enumerable.Repeat("PREL", 16))));
        Assert.Equal(12, TagSlips.AtHyphens(string.Join('-', Enumerable.Repeat("PREL", 12)) + "-")?.Length);
        Assert.Null(TagSlips.AtHyphens(string.Join('-', Enumerable.Repeat("PREL", 12)) + "--"));
    }

    [Theory]
    [InlineData("PREL-PGOV", "PREL PGOV")]
    [InlineData("PREL.PGOV", "PREL PGOV")]
    [InlineData("PREL-.FR", "PREL FR")]
    [InlineData("PREL-XXXX", null)]
    [InlineData("PREL", null)]
    public void Hyphens_and_stops_part_known_codes(string printed, string? codes) =>
        Assert.Equal(codes, TagSlips.AtHyphens(printed) is { } read ? string.Join(' ', read) : null);

    [Theory]
    [InlineData("PGVO", "PGOV")]
    [InlineData("GPOV", "PGOV")]
    [InlineData("OVPI", "OVIP")]
    [InlineData("PHUMM", "PHUM")]
    [InlineData("KAWCC", "KAWC")]
    [InlineData("KWMNN", "KWMN")]
    [InlineData("KAWXY", null)]
    [InlineData("XAWCC", null)]
    [InlineData("PREl", null)]
    [InlineData("PRE1L", null)]
    [InlineData("PR", null)]
    [InlineData("PRRELL", null)]
    [InlineData("XQXQ", null)]
    public void One_slip_is_mended_where_one_code_is_meant(string printed, string? code) => Assert.Equal(code, TagSlips.Nearest(printed));

    [Theory]
    [InlineData("RIGHTS")]
    [InlineData("REPORT")]
    [InlineData("REPORTS")]
    [InlineData("MEDIA")]
    [InlineData("REACTION")]
    [InlineData("COUNTRY")]
    [InlineData("CLEARANCE")]
    [InlineData("FREEDOM")]
    [InlineData("HUMAN")]
    [InlineData("VISIT")]
    [InlineData("TRADE")]
    [InlineData("AFFAIRS")]
    [InlineData("SECURITY")]
    [InlineData("AND")]
    [InlineData("OF")]
    [InlineData("POLICY")]
    [InlineData("ISSUES")]
    [InlineData("PROGRAM")]
    [InlineData("CONTROL")]
    [InlineData("RELATIONS")]
    [InlineData("BANK")]
    [InlineData("AID")]
    [InlineData("ASSISTANCE")]
    public void Words_of_terms_are_no_persons(string word)
    {
        Assert.True(TagSlips.IsTerm(word));
        Assert.True(TagSlips.IsTerm($"NORTHPORT {word}"));
        Assert.False(TagSlips.IsTerm($"NORTHPORT {word}Q"));
    }

    [Fact]
    public void The_distance_of_two_words_is_that_of_a_plain_count()
    {
        var random = new Random(8);
        for (var i = 0; i < 4000; i++)
        {
            var (a, b) = (Word(random), Word(random));
            for (var limit = 0; limit <= 4; limit++)
            {
                var distance = Distance(a, b);
                var read = EditDistance.Within(a, b, limit);
                Assert.True(distance <= limit ? read == distance : read > limit, $"{a} {b} {limit}: {read}, not {distance}");
            }
            Assert.Equal(IsSwapped(a, b), EditDistance.IsSwapped(a, b));
        }

        static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => (char)('A' + random.Next(0, 3)))]);
    }

    [Fact]
    public void Words_of_more_than_sixty_four_letters_are_never_near()
    {
        Assert.Equal(1, EditDistance.Within(new string('A', 64), new string('A', 63), 2));
        Assert.Equal(1, EditDistance.Within(new string('A', 63), new string('A', 64), 2));
        Assert.Equal(0, EditDistance.Within(new string('A', 64), new string('A', 64), 2));
        Assert.Equal(3, EditDistance.Within(new string('A', 65), new string('A', 64), 2));
        Assert.Equal(3, EditDistance.Within(new string('A', 64), new string('A', 65), 2));
    }

    [Theory]
    [InlineData("ABC", "DEF", 2, false)]
    [InlineData("ABC", "DEF", 3, true)]
    [InlineData("ABC", "ABCDE", 1, false)]
    [InlineData("ABC", "ABCDE", 2, true)]
    [InlineData("ABCDE", "ABC", 1, false)]
    [InlineData("AB", "BA", 0, true)]
    public void Letters_alone_may_tell_that_two_words_are_far_apart(string a, string b, int limit, bool mayBe) =>
        Assert.Equal(mayBe, EditDistance.MayBeWithin(EditDistance.Letters(a), EditDistance.Letters(b), limit));

    private static int Distance(string a, string b) =>
        a.Length == 0 ? b.Length
        : b.Length == 0 ? a.Length
        : Math.Min(Distance(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1), Math.Min(Distance(a[1..], b), Distance(a, b[1..])) + 1);

    private static bool IsSwapped(string a, string b) =>
        a.Length == b.Length
        && Enumerable.Range(0, Math.Max(0, a.Length - 1)).Any(i => a[i] != a[i + 1] && b == $"{a[..i]}{a[i + 1]}{a[i]}{a[(i + 2)..]}");
}
