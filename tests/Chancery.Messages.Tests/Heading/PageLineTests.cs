namespace Chancery.Messages.Tests.Heading;

/// <summary>Page lines are cut out of the text by their place (transmission.md 1.7; text.md N-7).</summary>
public sealed class PageLineTests
{
    [Theory]
    [InlineData("PAGE 02 RVEHBB 0817 CONFIDENTIAL")]
    [InlineData("PAGE 2 RVEHBB0817 UNCLAS")]
    [InlineData("PAGE 02        NORTHPORT   000817  291221Z")]
    [InlineData("NORTHPORT 00000817  002 OF 003")]
    [InlineData("NEW MARRICK 00000817  002 OF 003")]
    [InlineData("BRACKENFELL 00000817  002 OF 003")]
    [InlineData("PORT OF EAST 00000817  002 OF 003")]
    [InlineData("EASTPORT 00000817  002 OF 003")]
    public void A_page_line_inside_a_paragraph_is_no_part_of_its_words(string page)
    {
        var text = $"WORDS BEFORE THE PAGE\n{page}\nAND BEHIND IT.";
        var message = Assert.Single(
            new MessageReader().ReadAll(Sample.Bytes(Sample.UnitedStates.Replace("TEXT.", text, StringComparison.Ordinal)))
        );

        Assert.Contains(message.Parts, part => part.Kind == PartKind.PageLine);
        Assert.Equal("EXERCISE WORDS BEFORE THE PAGE\nAND BEHIND IT.", Assert.Single(message.Paragraphs).Text);
    }

    [Theory]
    [InlineData("THE CONVOY 00000817 WAS 002 OF 003")]
    [InlineData("PAGE 02 OF THE REPORT")]
    public void Prose_that_speaks_of_pages_stays(string line)
    {
        var message = Assert.Single(
            new MessageReader().ReadAll(Sample.Bytes(Sample.UnitedStates.Replace("TEXT.", $"WORDS\n{line}", StringComparison.Ordinal)))
        );

        Assert.DoesNotContain(message.Parts, part => part.Kind == PartKind.PageLine);
    }
}
