using CsCheck;

namespace Chancery.Messages.Tests;

/// <summary>The station directory (text.md MR-7; docs/directory.md). EXERCISE.</summary>
public sealed class StationDirectoryTests
{
    private static readonly StationDirectory Invented = StationDirectory.Parse(
        """
        ri,last,name,kind,post,aliases
        RVEHNP,,LEGATION NORTHPORT,embassy,NORTHPORT,N PORT|NPT
        RVEHUL,,LEGATION ULMA,embassy,ULMA,
        RVEHUM,,LEGATION ULMB,embassy,ULMB,
        RVEHAAA,RVEHAAD,"HARBOUR BOARD, WEST",military,,
        RVEHZK,,COASTAL LIST,collective,,
        """
    );

    [Theory]
    [InlineData("NORTHPORT", "NORTHPORT", PostMatchKind.Exact)]
    [InlineData("north-port", "NORTHPORT", PostMatchKind.Exact)]
    [InlineData("NPT", "NORTHPORT", PostMatchKind.Alias)]
    [InlineData("NORTHPRT", "NORTHPORT", PostMatchKind.Near)]
    [InlineData("NRTHPRT", "NORTHPORT", PostMatchKind.Near)]
    [InlineData("ULMAA", "ULMA", PostMatchKind.Near)]
    public void A_post_is_found_by_name_alias_and_near_spelling(string printed, string post, PostMatchKind kind) =>
        Assert.Equal(new PostMatch(post, kind), Invented.FindPost(printed));

    [Theory]
    [InlineData("ULMC")]
    [InlineData("NRTHPR")]
    [InlineData("")]
    [InlineData("BAMAKO")]
    public void Nothing_is_found_where_two_are_as_near_or_none_is(string printed) => Assert.Null(Invented.FindPost(printed));

    [Fact]
    public void One_slip_in_a_name_is_found_again() =>
        Gen.Select(Gen.Int[0, 8], Gen.Char['A', 'Z'])
            .Sample(
                (at, letter) =>
                    Invented.FindPost(string.Concat("NORTHPORT".AsSpan(0, at), letter.ToString(), "NORTHPORT".AsSpan(at + 1)))?.Post
                    == "NORTHPORT"
            );

    [Theory]
    [InlineData("RVEHNP", true)]
    [InlineData("RVEHNPXX", true)]
    [InlineData("RVEHAAC", true)]
    [InlineData("RVEHAAE", false)]
    [InlineData("RUXX", false)]
    public void Routing_indicators_are_known_themselves_by_range_and_by_beginning(string indicator, bool known) =>
        Assert.Equal(known, Invented.KnowsRoutingIndicator(indicator));

    [Theory]
    [InlineData("COASTAL LIST", true)]
    [InlineData("INLAND COLLECTIVE", true)]
    [InlineData("LEGATION ULMA", false)]
    public void Collectives_are_known_by_list_and_by_their_word(string name, bool is_collective) =>
        Assert.Equal(is_collective, Invented.IsCollective(name));

    [Theory]
    [InlineData("a,b\n1,2", "Line 1 of the directory has no columns name and kind; begin it with ri,name,kind,post,aliases.")]
    [InlineData("ri,name,kind\nRX,,office", "Line 2 of the directory has neither name nor post; fill in one of them.")]
    public void A_file_that_cannot_be_used_is_refused_with_its_line(string csv, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => StationDirectory.Parse(csv)).Message);

    [Fact]
    public void The_carried_tables_know_posts_captions_and_indicators()
    {
        Assert.Equal("BAMAKO", StationDirectory.Standard.FindPostByAddress("AMEMBASSY BAMAKO"));
        Assert.Equal(PostMatchKind.Near, StationDirectory.Standard.FindPost("BAMAKKO")?.Kind);
        Assert.Equal(6, Captions.Rank("NODIS"));
        Assert.False(Captions.IsRestrictive("SIPDIS"));
        Assert.True(Captions.IsRestrictive("NEVER HEARD OF"));
    }
}
