using System.Text;

namespace Chancery.Office.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Trucks, RADIOS.", "trucks radios")]
    [InlineData("CAFÉ Straße Øre ŁÓDŹ", "cafe strasse ore lodz")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("E.O. 13526", "e o 13526")]
    [InlineData("ЖУРНАЛ", "журнал")]
    [InlineData("", "")]
    public void Words_are_runs_of_letters_and_digits_folded(string text, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Fold(text)));

    [Theory]
    [InlineData("S E C R E T", 6)]
    [InlineData("S E  C", 1)]
    [InlineData("A B", 1)]
    [InlineData("1 2 3 4", 1)]
    [InlineData("CO-OPERATION", 2)]
    [InlineData("EQUIP-\r\nMENT", 2)]
    [InlineData("A-B-C", 3)]
    [InlineData("555-1234", 1)]
    [InlineData("KC-130", 2)]
    [InlineData("ONE - TWO", 1)]
    [InlineData("ONE--TWO", 1)]
    public void Split_words_are_known(string text, int count)
    {
        var words = new List<Word>();
        Words.Cut(text, words);
        Assert.Equal(count, Words.SplitRun(text, words, 0));
    }

    [Fact]
    public void What_is_not_UTF8_is_read_as_Windows_1252()
    {
        Assert.Equal("Šé", Words.Decode([0x8A, 0xE9]));
        Assert.Equal("Šé", Words.Decode(Encoding.UTF8.GetBytes("Šé")));
    }

    [Fact]
    public void A_run_without_end_is_found_by_its_beginning()
    {
        var words = Words.Fold(new string('A', 100_000));
        Assert.Equal(new string('a', Words.Longest), Assert.Single(words));
    }
}
