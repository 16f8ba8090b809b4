namespace Chancery.Messages.Tests.Text;

/// <summary>The lines between classification line and E.O. line (text.md 7).</summary>
public sealed class CaptionLineTests
{
    [Theory]
    [InlineData("SIPDIS", "SIPDIS")]
    [InlineData("NODIS EXDIS", "NODIS,EXDIS")]
    [InlineData("EXDIS, NODISSTADIS", "EXDIS,NODIS,STADIS")]
    [InlineData("HARBOUR WATCH", "HARBOUR WATCH")]
    [InlineData("EXERCISE", "")]
    [InlineData("EXERCISE NORTHERN LANTERN", "")]
    [InlineData("EXERCISE EXERCISE EXERCISE", "")]
    [InlineData("DRILL", "")]
    public void Captions_are_read_and_the_mark_of_an_exercise_is_none(string line, string captions) =>
        Assert.Equal(
            captions,
            string.Join(
                ',',
                Telegram
                    .Read($"UNCLAS NORTHPORT 000817\n\n{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE\n\n1. (U) Words.\n\nROE")
                    .Captions
            )
        );

    [Fact]
    public void A_caption_in_no_list_is_named_and_the_mark_of_an_exercise_is_not()
    {
        Assert.Contains(Read("HARBOUR WATCH").Findings, finding => finding.Id == "CP-2");
        Assert.DoesNotContain(Read("EXERCISE NORTHERN LANTERN").Findings, finding => finding.Id == "CP-2");

        static Message Read(string line) =>
            Telegram.Read($"UNCLAS NORTHPORT 000817\n\n{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE\n\n1. (U) Words.\n\nROE");
    }
}
