using CsCheck;

namespace Chancery.Office.Tests;

public sealed class SearchLanguageTests
{
    private static readonly DateOnly Today = new(2026, 3, 15);

    [Theory]
    [InlineData("after:2008-13-40", 6, 10, "There is no month 13", "after:2008")]
    [InlineData("trucks after:2008-02-30", 13, 10, "Month 2008-02 has no day 30", "trucks after:2008-02")]
    [InlineData("before:soon", 7, 4, "\"soon\" is no date", null)]
    [InlineData("subjcet:trucks", 0, 7, "There is no field subjcet", "subject:trucks")]
    [InlineData("colour:red", 0, 6, "There is no field colour", null)]
    [InlineData("level:secert", 6, 6, "level: has no value secert", "level:secret")]
    [InlineData("level:topsecre", 6, 8, "level: has no value", "level:\"TOP SECRET\"")]
    [InlineData("is:unansw", 3, 6, "is: has no value unansw", "is:unanswered")]
    [InlineData("is:missing", 3, 7, "is: has no value missing", null)]
    [InlineData("(trucks", 0, 1, "This bracket is not closed", "(trucks)")]
    [InlineData("trucks)", 6, 1, "A closing bracket without", "trucks")]
    [InlineData("\"trucks and", 0, 11, "These quotes are not closed", "\"trucks and\"")]
    [InlineData("trucks OR", 7, 2, "OR stands between", "trucks")]
    [InlineData("OR trucks", 0, 2, "Something to find is missing", "trucks")]
    [InlineData("trucks AND", 7, 3, "AND stands between", "trucks")]
    [InlineData("NOT", 0, 3, "What is not wanted is missing", null)]
    [InlineData("tru*ks", 0, 6, "A star stands only", "truks*")]
    [InlineData("trucks +", 7, 1, "There is no word in +", "trucks")]
    [InlineData("subject: trucks", 0, 8, "What is looked for is missing", null)]
    [InlineData("NEAR(trucks, 5)", 0, 15, "NEAR takes two words", null)]
    [InlineData("NEAR(trucks radios, x)", 0, 22, "Behind the comma", null)]
    [InlineData("NEAR(trucks radios", 0, 4, "NEAR(…) is not closed", "NEAR(trucks radios)")]
    [InlineData("\"...\"", 0, 5, "There is no word between", null)]
    [InlineData("--", 1, 1, "What is not wanted is missing", null)]
    [InlineData("=", 0, 1, "Behind = stands", null)]
    public void A_mistake_is_told_at_its_place_with_what_was_perhaps_meant(
        string query,
        int position,
        int length,
        string told,
        string? suggestion
    )
    {
        var parse = SearchLanguage.Parse(query, Today);
        Assert.Null(parse.Query);
        Assert.NotNull(parse.Mistake);
        Assert.Equal((position, length), (parse.Mistake.Position, parse.Mistake.Length));
        Assert.Contains(told, parse.Mistake.Message, StringComparison.Ordinal);
        Assert.Equal(suggestion, parse.Mistake.Suggestion);
    }

    [Theory]
    [InlineData("2008", "2008-01-01", "2009-01-01")]
    [InlineData("2008-09", "2008-09-01", "2008-10-01")]
    [InlineData("2008-12", "2008-12-01", "2009-01-01")]
    [InlineData("2008-09-29", "2008-09-29", "2008-09-30")]
    [InlineData("\"29 sep 08\"", "2008-09-29", "2008-09-30")]
    [InlineData("29sep08", "2008-09-29", "2008-09-30")]
    [InlineData("\"29 SEPTEMBER 1977\"", "1977-09-29", "1977-09-30")]
    [InlineData("\"sep 99\"", "1999-09-01", "1999-10-01")]
    [InlineData("\"last month\"", "2026-02-01", "2026-03-01")]
    [InlineData("last month", "2026-02-01", "2026-03-01")]
    [InlineData("\"this year\"", "2026-01-01", "2027-01-01")]
    [InlineData("\"last week\"", "2026-03-02", "2026-03-09")]
    [InlineData("today", "2026-03-15", "2026-03-16")]
    [InlineData("yesterday", "2026-03-14", "2026-03-15")]
    public void A_date_is_a_span_of_days(string typed, string first, string end)
    {
        var dated = Assert.IsType<SearchQuery.Dated>(SearchLanguage.Parse("date:" + typed, Today).Query);
        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(end)), (dated.From!.Value, dated.Before!.Value));
        Assert.Equal(new SearchQuery.Dated(dated.From, null), SearchLanguage.Parse("after:" + typed, Today).Query);
        Assert.Equal(new SearchQuery.Dated(null, dated.From), SearchLanguage.Parse("before:" + typed, Today).Query);
    }

    [Fact]
    public void And_binds_closer_than_or()
    {
        var or = Assert.IsType<SearchQuery.Or>(SearchLanguage.Parse("a b OR c", Today).Query);
        Assert.IsType<SearchQuery.And>(or.Parts[0]);
        Assert.IsType<SearchQuery.Phrase>(or.Parts[1]);
    }

    [Fact]
    public void Blank_finds_everything() => Assert.IsType<SearchQuery.Everything>(SearchLanguage.Parse("  ", Today).Query);

    [Fact]
    public void Any_text_gives_a_query_or_a_mistake_inside_it() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["ab :\"()-=*,ORNTEAafter.2"], 0, 60]), Gen.Int[0, 2100])
            .Sample(
                (text, length) =>
                {
                    var query = length > 2000 ? new string('a', length) : text;
                    var parse = SearchLanguage.Parse(query, Today);
                    return parse.Mistake is { } mistake
                        ? parse.Query is null
                            && mistake.Position >= 0
                            && mistake.Length >= 0
                            && mistake.Position + mistake.Length <= query.Length
                        : parse.Query is not null;
                },
                iter: 3000
            );

    [Fact]
    public void Deep_brackets_are_a_mistake_and_no_fall() =>
        Assert.Contains("deep", SearchLanguage.Parse(new string('(', 500) + "a", Today).Mistake!.Message, StringComparison.Ordinal);
}
