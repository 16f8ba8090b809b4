using System.Text;
using Chancery.Messages.Text;
using CsCheck;

namespace Chancery.Messages.Tests.Text;

public sealed class WordsTests
{
    [Fact]
    public void A_word_is_found_where_a_plain_search_finds_it()
    {
        var texts = Gen.Char["ABCabc .\n"].Array[0, 300].Select(characters => new string(characters));
        Gen.Select(texts, Gen.Int[0, 2], Gen.Int[1, 3])
            .Sample(
                (text, first, length) =>
                {
                    var word = "ABCAB"[first..(first + length)];
                    var found = Words.IndexOf(Encoding.ASCII.GetBytes(text), Encoding.ASCII.GetBytes(word), 0, length - 1);
                    return found == text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                }
            );
    }

    [Fact]
    public void A_word_is_found_at_every_place_of_a_text()
    {
        for (var at = 0; at < 150; at++)
        {
            var text = Encoding.ASCII.GetBytes(new string('-', at) + "Supersede" + new string('-', 150 - at));

            Assert.Equal(at, Words.IndexOf(text, "SUPERSEDE"u8, 0, 2));
        }
    }
}
