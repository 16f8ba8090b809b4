namespace Chancery.Messages.Tests.Text;

/// <summary>Words in the text that point at the reference block (text.md RF-7). EXERCISE.</summary>
public sealed class BackReferenceTests
{
    [Theory]
    [InlineData("Words of reftel A and more.", "reftel A > 0")]
    [InlineData("Per ref A, words.", "ref A > 0")]
    [InlineData("Per refs A and C, words.", "refs A and C > 0 3")]
    [InlineData("Per refs (a) and (b).", "refs (a) and (b) > 0 1 2")]
    [InlineData("See refs A-C.", "refs A-C > 0 1 2 3")]
    [InlineData("See paragraph 4 of ref B.", "ref B > 1 2")]
    [InlineData("Words of reftels.", "reftels > 0 1 2 3")]
    [InlineData("More will follow by septel.", "septel > ")]
    [InlineData("As ref\nC said.", "ref C > 3")]
    [InlineData("As ref X said, a reform of the referee.", "")]
    [InlineData("He refs a match.", "")]
    public void Words_that_point_back_are_resolved(string words, string expected)
    {
        var message = Telegram.Read(
            $"C O N F I D E N T I A L NORTHPORT 000817\n\nE.O. 12958: DECL: 09/25/2018\nTAGS: PREL\nSUBJECT: EXERCISE\n"
                + $"REF: A. NORTHPORT 1 B. HOME 2 AND 3 C. HOME 4\n\n1. (C) {words}\n\nROE"
        );

        Assert.Equal(4, message.References.Length);
        Assert.Equal(
            expected,
            string.Join("; ", message.BackReferences.Select(back => $"{back.Words} > {string.Join(' ', back.References)}"))
        );
    }
}
