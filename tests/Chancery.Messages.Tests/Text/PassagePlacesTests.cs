using System.Text;

namespace Chancery.Messages.Tests.Text;

public sealed class PassagePlacesTests
{
    [Fact]
    public void Words_that_were_read_stand_in_the_raw_bytes_where_they_say()
    {
        var message = new MessageReader().Read(
            "UNCLASSIFIED//\nPASS TO OFFICE CODES:\nMSGID/GENADMIN/EXERCISE/1/JAN//\nRMKS/1.  EXERCISE.  FIRST LINE\nSECOND LINE.\n2.  END.//\nBT\n"u8.ToArray()
        );
        foreach (var paragraph in message.Paragraphs)
        {
            var places = paragraph.Words.Places()!.Value;

            Assert.Equal(paragraph.Text, new Passage(message.Raw, places).ToString());
            Assert.StartsWith(
                paragraph.Text.Split('\n')[0],
                Encoding.ASCII.GetString(message.Raw.Span.Slice(places[0].Start, places[0].Length)),
                StringComparison.Ordinal
            );
        }
        Assert.NotEmpty(message.Paragraphs);
    }

    [Fact]
    public void Given_words_stand_nowhere() => Assert.Null(new Passage("EXERCISE").Places());

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 9)]
    [InlineData(9, 0)]
    [InlineData(3, -1)]
    [InlineData(int.MaxValue, 1)]
    public void A_place_that_is_not_in_the_bytes_is_refused(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Passage("EXERCISE"u8.ToArray(), [new TextSpan(start, length)]));

    [Fact]
    public void A_place_at_the_very_end_holds_no_words() =>
        Assert.Equal("", new Passage("EXERCISE"u8.ToArray(), [new TextSpan(8, 0)]).ToString());
}
