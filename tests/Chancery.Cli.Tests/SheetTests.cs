using Chancery.Cli.Output;
using CsCheck;

namespace Chancery.Cli.Tests;

public sealed class SheetTests
{
    [Fact]
    public void No_line_is_longer_than_the_page_and_no_letter_is_lost() =>
        Gen.String[Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' ')), 0, 300]
            .Select(Gen.Int[20, 100])
            .Sample(
                (words, width) =>
                {
                    var page = new Sheet(width, colour: false).Text(words).ToString();
                    return page.Split('\n').All(line => line.Length <= width)
                        && string.Concat(page.Where(char.IsLetter)) == string.Concat(words.Where(char.IsLetter));
                }
            );

    [Fact]
    public void Values_hang_below_their_label()
    {
        var page = new Sheet(40, colour: false).Field("Action", ["FIRST", null, "", "SECOND"]).ToString();

        Assert.Equal("Action        FIRST\n              SECOND\n", page);
    }

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(1234, "1.2 KB")]
    [InlineData(12_345_678, "12 MB")]
    public void Bytes_are_shown_as_people_read_them(long bytes, string shown) => Assert.Equal(shown, Counts.Bytes(bytes));

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(12.3, "12 s")]
    [InlineData(200, "3 min 20 s")]
    public void Times_are_shown_as_people_read_them(double seconds, string shown) =>
        Assert.Equal(shown, Counts.Time(TimeSpan.FromSeconds(seconds)));
}
