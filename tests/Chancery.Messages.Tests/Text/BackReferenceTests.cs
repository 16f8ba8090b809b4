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
    [InlineData("See refs A through C.", "refs A through C > 0 1 2 3")]
    [InlineData("See REFS A THROUGH B.", "REFS A THROUGH B > 0 1 2")]
    [InlineData("See refs A or C.", "refs A or C > 0 3")]
    [InlineData("See refs A/B.", "refs A/B > 0 1 2")]
    [InlineData("See refs A & C.", "refs A & C > 0 3")]
    [InlineData("See refs A, C and B.", "refs A, C and B > 0 3 1 2")]
    [InlineData("See (ref C).", "ref C > 3")]
    [InlineData("See reftel (B).", "reftel (B) > 1 2")]
    [InlineData("See References A and B.", "References A and B > 0 1 2")]
    [InlineData("See reference C.", "reference C > 3")]
    [InlineData("See the references.", "")]
    [InlineData("See the reference.", "")]
    [InlineData("See the refs.", "")]
    [InlineData("Per ref a, words.", "ref a > 0")]
    [InlineData("Per ref (a) words.", "ref (a) > 0")]
    [InlineData("Per ref A words.", "ref A > 0")]
    [InlineData("Per ref AB words.", "")]
    [InlineData("Per ref ABC words.", "")]
    [InlineData("Per xref A.", "")]
    [InlineData("Per 1ref A.", "")]
    [InlineData("Per reform A.", "")]
    [InlineData("Per septels and reftel.", "septels > ; reftel > 0 1 2 3")]
    [InlineData("Ref A and ref C.", "Ref A > 0; ref C > 3")]
    [InlineData("Ref A android.", "Ref A > 0")]
    [InlineData("Ref C", "Ref C > 3")]
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
