using Chancery.Web.Desk;

namespace Chancery.Web.Tests;

/// <summary>A message longer than a screen can bear is shown up to a limit, and says so.</summary>
public sealed class LongMessageTests
{
    private const int Megabytes = 1 << 22;

    public static TheoryData<string> Shapes => ["one line", "many lines"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Its_text_ends_at_the_limit_and_says_that_it_goes_on(string shape)
    {
        var text = MessageText.Of(Long(shape));

        Assert.True(text.IsCut);
        Assert.InRange(text.Blocks.Sum(block => block.Lines.Sum(line => line.Sum(run => run.Text.Length))), 1, MessageText.Limit);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Its_raw_lines_end_at_the_limit_and_say_that_they_go_on(string shape)
    {
        var raw = RawText.Of(Long(shape));

        Assert.True(raw.IsCut);
        Assert.InRange(raw.Rows.Length, 1, RawText.MostLines);
        Assert.InRange(raw.Rows.Sum(row => row.Runs.Sum(run => run.Text.Length)), 1, RawText.Limit);
    }

    [Fact]
    public void A_message_of_usual_length_is_whole()
    {
        var message = new MessageReader(ReaderOptions.Default).Read("1. EXERCISE ONE.\n\n2. EXERCISE TWO.\n"u8.ToArray());

        Assert.False(MessageText.Of(message).IsCut);
        Assert.False(RawText.Of(message).IsCut);
    }

    private static Message Long(string shape)
    {
        var bytes = new byte[Megabytes];
        bytes.AsSpan().Fill((byte)'A');
        for (var i = 3; shape == "many lines" && i < bytes.Length; i += 4)
        {
            bytes[i] = (byte)'\n';
        }
        return new MessageReader(ReaderOptions.Default).Read(bytes);
    }
}
