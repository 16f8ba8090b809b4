using System.Text;
using CsCheck;

namespace Chancery.Messages.Tests.Text;

/// <summary>What holds for any text: reading never throws, costs in line with length, and gives back what a pattern put in. EXERCISE.</summary>
public sealed class TextProperties
{
    /// <summary>Pieces that texts and their damage are made of, in any order.</summary>
    private static readonly Gen<string> Pieces = Sample
        .AnyOf(
            "S E C R E T ",
            "C O N F I D N T I A L ",
            "UNCLAS ",
            "SECTION 01 OF 02 ",
            "SECTIOQ 0QF05 ",
            "NORTHPORT 000817",
            "10-NORTHPORT-57 ",
            "REL TO ",
            "\n",
            "\n\n",
            "\r\r\n",
            " ",
            "SIPDIS\n",
            "STATE FOR EUR/RUS (",
            "E.O. 12958: DECL: 09/25/2018",
            "E.O.1295:",
            "TAGS: PREL, (ROE, J",
            "TAGS: ETRDEINVECINPGOVCS",
            "SUBJECT: (",
            "SUBJ/(S/NF) X//",
            "SUBJ: X",
            "REF: A. A) NORTHPORT 1 AND 2; (B) ",
            "REFS ",
            "Classified By: DCM J. ROE for reasons 1.4 (b",
            "1. (C) ",
            "2. (S//",
            "3) C) ",
            "(TS",
            "((((",
            "SUMMARY: ",
            "END SUMMARY",
            "BEGIN TEXT\n",
            "END TEXT\n",
            "This is an action request; see paras 3, 4 and 5",
            "--------\n",
            "---- X ----\n",
            "MSGID/GENADMIN/A//",
            "REF/A/DOC/B/31FEB2007//",
            "NARR/REF A IS REF B IS REFS A AND B ARE ",
            "GENTEXT/REMARKS/RMKS/",
            "RMKS/1. ",
            "HTTP://",
            "//",
            "/",
            "NAVADMIN 161/05",
            "RELEASED BY ",
            "PAGE 02 NORTHPORT 0817 S E C R E T\n",
            "\u2019\u00b6",
            "ROE\n"
        )
        .List[0, 60]
        .Select(string.Concat);

    [Fact]
    public void Any_text_is_read_and_every_value_can_be_shown() =>
        Pieces.Sample(
            text =>
            {
                foreach (
                    var message in new MessageReader().ReadAll(
                        Encoding.UTF8.GetBytes($"R 291221Z SEP 08\nFM NORTHPORT\nTO HOMECITY\nBT\n{text}\nBT\n")
                    )
                )
                {
                    _ =
                        message.Paragraphs.Sum(p => p.Text.Length)
                        + message.Sets.Sum(s => s.Fields.Length)
                        + (message.Summary?.ToString().Length ?? 0);
                    foreach (var part in message.Paragraphs.Select(p => p.Span).Concat(message.Sets.Select(s => s.Span)))
                    {
                        Assert.InRange(part.Start, 0, message.Raw.Length);
                        Assert.InRange(part.End, part.Start, message.Raw.Length);
                    }
                }
            },
            iter: 3_000
        );

    [Fact]
    public void A_mark_put_in_is_the_mark_read() =>
        Gen.Select(
                Sample.AnyOf("U", "SBU", "LOU", "FOUO", "R", "C", "S", "TS"),
                Sample.AnyOf("", "/NF", "//NF", "//NOFORN"),
                Gen.Int[1, 40]
            )
            .Sample(
                (level, caveat, count) =>
                {
                    var body = string.Join("\n\n", Enumerable.Range(1, count).Select(n => $"{n}. ({level}{caveat}) Words {n}."));
                    var paragraphs = Telegram.Body($"{body}\n\nROE").Paragraphs;
                    return paragraphs.Length == count
                        && paragraphs.All(p => p.Portion!.Level.Mark() == level && p.Portion.Caveats.Length == (caveat.Length > 0 ? 1 : 0))
                        && paragraphs.Select(p => p.Text).SequenceEqual(Enumerable.Range(1, count).Select(n => $"Words {n}."));
                }
            );

    /// <summary>Counted in bytes taken from the heap, which grow with the work; a clock would measure the machine.</summary>
    [Theory]
    [InlineData("BEGIN TEXT\n")]
    [InlineData("REF/A/DOC/B//\n")]
    [InlineData("NARR/REF A IS REF A IS ")]
    [InlineData("(((((((((")]
    [InlineData("1. (C) SUMMARY: END SUMMARY\n")]
    [InlineData("TAGS: PREL, XXXXXXXX,\n")]
    [InlineData("A. NORTHPORT 1 AND 2\n")]
    [InlineData("//////////")]
    public void Twice_the_text_costs_at_most_some_three_times_the_memory(string piece)
    {
        var head = "SUBJ/X//\nREF/A/DOC//\n";
        var once = Cost(head + string.Concat(Enumerable.Repeat(piece, 1_000)));
        var twice = Cost(head + string.Concat(Enumerable.Repeat(piece, 2_000)));

        Assert.True(twice < (3 * once) + 100_000, $"{once} bytes for one, {twice} for two.");
    }

    private static long Cost(string text)
    {
        var bytes = Encoding.UTF8.GetBytes($"R 291221Z SEP 08\nFM NORTHPORT\nTO HOMECITY\nBT\n{text}\nBT\n");
        var reader = new MessageReader();
        _ = reader.ReadAll(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = reader.ReadAll(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
