using System.Text;

namespace Chancery.Messages.Tests.Writing;

/// <summary>Where the writer's lines, pages and sections end, the last that fits and the first that does not. EXERCISE.</summary>
public sealed class WriterLimitTests
{
    private const string Heading = """
        VZCZCABA021
        RR RVEHAA
        DE RVEHBB #0817 2731221
        ZNR UUUUU
        R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        BT

        """;

    private const string Ending = "BT\n#0817\nNNNN\n";

    private static readonly MessageWriter Writer = new(new WriterOptions { LineEnd = LineEnd.Lf });

    [Theory]
    [InlineData(69, true)]
    [InlineData(70, false)]
    public void A_line_of_the_heading_has_at_most_69_characters(int length, bool isWritten)
    {
        var message = Sample.Read(Heading + "UNCLAS\nEXERCISE.\n" + Ending);
        var name = string.Concat(Enumerable.Repeat("PORT ", 20))[..(length - 4)] + "Z";
        var written = Writer.Write(message with { From = new Originator(name, []) });

        Assert.Equal(isWritten, written.IsWritten);
        Assert.Equal(isWritten ? [] : [$"A line of the heading is longer than 69 characters: FM {name}"], written.Refusals);
    }

    [Theory]
    [InlineData("0817", "0817 0818 0819")]
    [InlineData("9998", "9998 9999 0001")]
    public void Each_section_has_the_next_serial_and_the_last_is_final(string first, string serials)
    {
        var text =
            Heading.Replace("0817", first, StringComparison.Ordinal)
            + "UNCLAS\n"
            + Paragraphs(80)
            + Ending.Replace("0817", first, StringComparison.Ordinal);

        var sections = Writer.Write(Sample.Read(text), Profile.Acp127).Transmissions;

        Assert.Equal(serials, string.Join(' ', sections.Select(section => section.Transmission.Station!.Serial)));
        Assert.Equal(
            ["UNCLAS SECTION 1 OF 3", "UNCLAS SECTION 2 OF 3", "UNCLAS FINAL SECTION OF 3"],
            sections.Select(section => Encoding.ASCII.GetString(section.Raw.Span).Split('\n').Single(IsClassLine))
        );
        Assert.Equal(
            Enumerable.Range(1, 80).Select(i => $"{i}."),
            sections.SelectMany(section => PlainText.Of(section).Split('\n')).Where(IsFirstLine).Select(line => line.Split(' ')[0])
        );
    }

    private static bool IsFirstLine(string line) => line.EndsWith("SOME LENGTH AND", StringComparison.Ordinal);

    private static bool IsClassLine(string line) => line.StartsWith("UNCLAS ", StringComparison.Ordinal);

    [Fact]
    public void A_letter_stays_behind_the_serial_of_each_section()
    {
        var text = Sample
            .Base.Replace("058C", "998C", StringComparison.Ordinal)
            .Replace("UNCLAS BUOY SEVEN BACK IN PLACE\n", "UNCLAS\n" + Paragraphs(80), StringComparison.Ordinal)
            .Replace("FM HARBOUR BOARD", "FM PORT BOARD", StringComparison.Ordinal);
        var message = Sample.Read(text);

        var sections = Writer.Write(message with { From = new Originator("HARBOUR BOARD NORTHPORT", []) }).Transmissions;

        Assert.Equal(["998C", "999C", "001C"], sections.Select(section => section.Transmission.Station!.Serial));
        Assert.Equal([null, null, null], sections.Select(section => section.Transmission.Ending.Serial));
    }

    [Fact]
    public void A_paragraph_that_fills_more_than_a_section_is_a_refusal()
    {
        var lines = string.Concat(Enumerable.Repeat("EXERCISE WORDS OF ONE PARAGRAPH THAT DOES NOT COME TO ITS END\n", 140));

        Assert.Equal(
            ["A paragraph is longer than a section may be; sections are parted at paragraph ends only."],
            Writer.Write(Sample.Read(Heading + "UNCLAS\n1. " + lines + Ending), Profile.Acp127).Refusals
        );
    }

    [Fact]
    public void Sections_need_a_classification_line_to_be_numbered_on() =>
        Assert.Equal(
            ["The text is longer than a section and has no classification line to number sections on."],
            Writer.Write(Sample.Read(Heading + Paragraphs(80) + Ending), Profile.Acp127).Refusals
        );

    [Fact]
    public void What_is_retyped_and_broken_is_said()
    {
        var long1 = "The harbour board asks for twelve radios, which are in the north store, and for ropes too.";
        var written = Writer.Write(Sample.Read(Heading + "UNCLAS\n" + long1 + "\n" + Ending), Profile.Acp127);

        Assert.Equal(
            [
                "Format line 1 (ABA 021) is left to the circuit.",
                "Letters became capitals, signs that the circuit does not type became words or other signs.",
                "Lines longer than 69 characters were broken.",
            ],
            written.Lost
        );
        Assert.Contains(
            "\nTHE HARBOUR BOARD ASKS FOR TWELVE RADIOS, WHICH ARE IN THE NORTH\nSTORE, AND FOR ROPES TOO.\n",
            Encoding.ASCII.GetString(Assert.Single(written.Transmissions).Raw.Span),
            StringComparison.Ordinal
        );
    }

    /// <summary>A line is broken at the last blank that leaves no word in front that could be taken for something else.</summary>
    [Theory]
    [InlineData("FOUR", true)]
    [InlineData("BOUND", true)]
    [InlineData("REF", false)]
    [InlineData("BT", false)]
    [InlineData("PAGE", false)]
    [InlineData("TAGS", false)]
    [InlineData("SUBJ", false)]
    [InlineData("SUMMARY", false)]
    [InlineData("COMMENT", false)]
    [InlineData("NOTE", false)]
    [InlineData("ACTION", false)]
    [InlineData("CLASSIFIED", false)]
    [InlineData("DECLASSIFIED", false)]
    [InlineData("REASON", false)]
    [InlineData("DERIVED", false)]
    [InlineData("BEGIN", false)]
    [InlineData("END", false)]
    [InlineData("QUOTE", false)]
    [InlineData("UNQUOTE", false)]
    [InlineData("UNCLAS", false)]
    [InlineData("SECRET", false)]
    [InlineData("CONFIDENTIAL", false)]
    [InlineData("RESTRICTED", false)]
    [InlineData("TOP", false)]
    [InlineData("SIPDIS", false)]
    [InlineData("TO", false)]
    [InlineData("INFO", false)]
    [InlineData("FM", false)]
    [InlineData("XMT", false)]
    [InlineData("EO", false)]
    [InlineData("E.O", false)]
    [InlineData("NNN", false)]
    [InlineData("ZCZC", false)]
    [InlineData("7", false)]
    [InlineData("(", false)]
    [InlineData("a", false)]
    [InlineData("A.", false)]
    [InlineData("A)", false)]
    public void A_line_does_not_begin_with_a_word_that_means_something_there(string word, bool mayBegin)
    {
        const string First = "EXERCISE WORDS OF THE BOARD THAT FILL ONE LINE TO THE END";
        var long1 = word.PadRight(16, 'X');

        Assert.Equal(
            mayBegin
                ? [First + " ALL", $"{long1} GO ON BELOW WITH MORE WORDS OF THE BOARD"]
                : [First, $"ALL {long1} GO ON BELOW WITH MORE WORDS OF THE BOARD"],
            Broken($"{First} ALL {long1} GO ON BELOW WITH MORE WORDS OF THE BOARD")
        );
    }

    /// <summary>A rest of forty characters behind a full stop could be a signature; one of forty-one is none.</summary>
    [Theory]
    [InlineData('.', 40, false)]
    [InlineData('"', 40, false)]
    [InlineData('?', 40, false)]
    [InlineData(')', 40, false)]
    [InlineData(':', 40, false)]
    [InlineData(',', 40, true)]
    [InlineData('.', 41, true)]
    [InlineData('-', 41, false)]
    public void A_short_rest_does_not_stand_alone_behind_a_sentence(char end, int rest, bool mayBegin)
    {
        const string First = "EXERCISE WORDS OF THE BOARD THAT FILL ONE LINE TO THE END";
        var below = "FOURXXXXXXXXXXXXXX MORE WORDS OF THE BOARD"[..^1][..Math.Min(rest, 41)].PadRight(rest, 'Y');

        Assert.Equal(mayBegin ? [$"{First} ALL{end}", below] : [First, $"ALL{end} {below}"], Broken($"{First} ALL{end} {below}"));
    }

    [Fact]
    public void Words_are_broken_at_69_and_a_longer_one_is_cut()
    {
        Assert.Equal([new string('A', 69)], Broken(new string('A', 69)));
        Assert.Equal([new string('A', 69), "A"], Broken(new string('A', 70)));
        Assert.Equal([new string('A', 60), new string('B', 69)], Broken($"{new string('A', 60)}   {new string('B', 69)}"));
        Assert.Equal([$"{new string('A', 34)} {new string('B', 34)}", "CCCC"], Broken($"{new string('A', 34)} {new string('B', 34)} CCCC"));
    }

    private static List<string> Broken(string words)
    {
        var lines = new List<string>();
        Messages.Writing.LineBreaks.Break(words, lines);
        return lines;
    }

    private static string Paragraphs(int count) =>
        string.Concat(
            Enumerable
                .Range(1, count)
                .Select(i => $"{i}. EXERCISE WORDS OF A PARAGRAPH WITH SOME LENGTH AND\nA SECOND LINE OF IT,\nAND A THIRD.\n")
        );
}
