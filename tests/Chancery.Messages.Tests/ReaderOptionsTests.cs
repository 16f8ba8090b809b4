namespace Chancery.Messages.Tests;

public sealed class ReaderOptionsTests
{
    [Fact]
    public void Without_checks_a_message_says_the_same_and_has_no_finding()
    {
        var bytes = Sample.Bytes(Sample.UnitedStates.Replace("\nP R 29", "\nP P 29", StringComparison.Ordinal));
        var whole = new MessageReader().Read(bytes);
        var plain = new MessageReader(ReaderOptions.Default with { Checks = false }).Read(bytes);

        Assert.NotEmpty(whole.Findings);
        Assert.Empty(plain.Findings);
        Assert.Equal(whole.MessageIdentity, plain.MessageIdentity);
        Assert.Equal(whole.EffectiveLevel, plain.EffectiveLevel);
        Assert.Equal(whole.Paragraphs.Select(paragraph => paragraph.Text), plain.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(whole.Parts, plain.Parts);
    }
}
