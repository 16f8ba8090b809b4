using System.Text;

namespace Chancery.Messages.Tests;

public sealed class PlaceFinderTests
{
    [Theory]
    [InlineData("ABC\nDEF", 4, 2, 1)]
    [InlineData("ABC\nDEF", 6, 2, 3)]
    [InlineData("ABC\r\nDEF", 5, 2, 1)]
    [InlineData("ABC\r\r\nDEF", 6, 2, 1)]
    [InlineData("ABC\rDEF", 4, 2, 1)]
    [InlineData("A\n\n\nB", 4, 4, 1)]
    [InlineData("ABC\r\r\nDEF", 4, 1, 4)]
    [InlineData("\u00C5\u00C5X", 4, 1, 3)]
    [InlineData("\U0001F6F0X", 4, 1, 3)]
    [InlineData("", 0, 1, 1)]
    [InlineData("AB", 99, 1, 3)]
    public void A_byte_is_found_on_the_line_and_column_an_editor_shows(string text, int offset, int line, int column)
    {
        var finder = new PlaceFinder(new Message { Raw = Encoding.UTF8.GetBytes(text) });

        Assert.Equal((line, column), finder.Find(offset));
    }

    [Fact]
    public void Columns_of_a_message_that_is_not_utf8_count_bytes()
    {
        var finder = new PlaceFinder(new Message { Raw = new byte[] { 0x93, (byte)'A', 0x94, (byte)'B' } });

        Assert.Equal((1, 4), finder.Find(3));
    }

    [Fact]
    public void Lines_count_from_where_the_message_begins_in_its_input()
    {
        var finder = new PlaceFinder(new Message { Raw = "A\nB"u8.ToArray(), Line = 41 });

        Assert.Equal((42, 1), finder.Find(2));
    }

    [Fact]
    public void Going_back_gives_the_same_answer_as_going_forward()
    {
        var text = "ONE\r\nTWO\nTHR\u00C9E\r\r\nFOUR";
        var message = new Message { Raw = Encoding.UTF8.GetBytes(text) };
        var forward = new PlaceFinder(message);
        for (var offset = 0; offset <= message.Raw.Length; offset++)
        {
            var back = new PlaceFinder(message);
            back.Find(message.Raw.Length);

            Assert.Equal(forward.Find(offset), back.Find(offset));
        }
    }
}
