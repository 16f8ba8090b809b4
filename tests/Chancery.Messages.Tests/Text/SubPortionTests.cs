using System.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Parts of paragraphs (text.md PA-7), and texts quoted inside a text. EXERCISE.</summary>
public sealed class SubPortionTests
{
    [Theory]
    [InlineData(
        "Words:\na. One.\nb. Two\ngoes on.\n(1) Deep.\n(2) Deeper.\nc. Three.",
        "2.a One.|2.b Two goes on.|2.b.(1) Deep.|2.b.(2) Deeper.|2.c Three."
    )]
    [InlineData("Words:\n- one\n- two\n-- inner\n- three", "2.-1 one|2.-2 two|2.-2.-1 inner|2.-3 three")]
    [InlineData("Words of\nA. Roe and\nC. Doe.", "2.A Roe and C. Doe.")]
    [InlineData("Words of\nJ. Roe and\nC. Doe.", "")]
    [InlineData("Words.\n(b) two before one.", "")]
    [InlineData("Words:\na. One.\n\nThe paragraph ends.", "2.a One.")]
    [InlineData("Words:\n* one\n* two", "2.-1 one|2.-2 two")]
    public void Parts_are_found_with_their_paths(string words, string expected)
    {
        var paragraph = new Paragraph("2", null, new Passage(words));

        Assert.Equal(expected, string.Join('|', paragraph.SubPortions().Select(part => $"{part.Path} {part.Text.Replace('\n', ' ')}")));
    }

    [Fact]
    public void A_part_keeps_its_mark_and_its_place()
    {
        var message = Telegram.Body("1. (C) Words:\na. (U) One.\nb. (C/NF) Two\ngoes on.\n\nROE");

        var parts = message.Paragraphs[0].SubPortions();

        Assert.Equal([Level.Unclassified, Level.Confidential], parts.Select(part => part.Portion!.Level));
        Assert.Equal(["NOFORN"], parts[1].Portion!.Caveats);
        Assert.Equal("b. (C/NF) Two\ngoes on.", Encoding.UTF8.GetString(message.Raw.Span.Slice(parts[1].Span.Start, parts[1].Span.Length)));
    }

    [Fact]
    public void A_quoted_message_can_be_read_as_one()
    {
        var message = Telegram.Body(
            "1. (C) Words.\n\nQUOTE\nR 011200Z SEP 08\nFM LEGATION ULMA\nTO LEGATION NORTHPORT\nUNCLAS ULMA 000012\nSUBJECT: INNER\nUNQUOTE\n\n2. (C) Words.\n\nBEGIN TEXT\nOpen.\n\nROE"
        );

        var quoted = Assert.Single(message.Quotations());
        var inner = Assert.Single(new MessageReader().ReadAll(message.Raw.Slice(quoted.Start, quoted.Length)));

        Assert.Equal("LEGATION ULMA 011200Z SEP 08", inner.MessageIdentity);
        Assert.Equal(2, message.Paragraphs.Length);
        Assert.Empty(Telegram.Body("1. (C) Words.\n\nROE").Quotations());
    }

    [Fact]
    public void A_mark_for_the_entire_text_tells_the_level_where_no_line_does() =>
        Assert.Equal(
            Level.Confidential,
            Telegram
                .Read("E.O. 12356: DECL: OADR\nTAGS: PREL\nSUBJECT: EXERCISE\n\n1. (C - ENTIRE TEXT).\n\n2. Words.\n\nROE")
                .EffectiveLevel.Level
        );
}
