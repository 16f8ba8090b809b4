using System.Text;
using System.Text.Json;
using Chancery.Messages.Json;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Tests;

/// <summary>Small parts by themselves: edits, plain text, passages, long texts in JSON, fingerprints, slips of TAGS. EXERCISE.</summary>
public sealed class PartsTests
{
    [Theory]
    [InlineData(0, 2, 1, 1)]
    [InlineData(2, 1, 0, 1)]
    [InlineData(0, 1, 3, 2)]
    public void Edits_that_overlap_or_lie_outside_are_refused(int first, int firstLength, int second, int secondLength) =>
        Assert.Throws<ArgumentException>(() =>
            MessageFixer.Apply(
                "ABCD"u8,
                [new FixEdit(new TextSpan(first, firstLength), ""), new FixEdit(new TextSpan(second, secondLength), "")]
            )
        );

    [Fact]
    public void Edits_side_by_side_up_to_the_end_are_made() =>
        Assert.Equal(
            "xCDy",
            Encoding.ASCII.GetString(
                MessageFixer.Apply("ABCD"u8, [new FixEdit(new TextSpan(0, 2), "x"), new FixEdit(new TextSpan(4, 0), "y")])
            )
        );

    [Theory]
    [InlineData("\r\r\n")]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void The_text_in_plain_has_one_line_feed_a_line_and_nothing_around_it(string end) =>
        Assert.Equal(
            "UNCLAS\nONE.\n\nTWO.",
            PlainText.Of(
                new MessageReader().Read(
                    Sample.Bytes(
                        "R 041441Z SEP 18\nFM PORT\nTO ALL\nBT\nUNCLAS\nONE.\n\nTWO.\n\nBT\n".Replace("\n", end, StringComparison.Ordinal)
                    )
                )
            )
        );

    [Fact]
    public void The_text_in_plain_is_cleaned_of_the_marks_of_the_web() =>
        Assert.Equal(
            "UNCLAS\nA & B \"C\".",
            PlainText.Of(
                new MessageReader().Read(
                    Sample.Bytes("R 041441Z SEP 18<br>FM PORT<br>TO ALL<br>BT<br>UNCLAS<br>A &amp; B &quot;C&quot;.<br>BT<br>")
                )
            )
        );

    [Fact]
    public void Of_a_message_without_a_text_all_is_plain_text() =>
        Assert.Equal("AB\nC", PlainText.Of(new Message { Raw = "AB\r\nC\n\n"u8.ToArray() }));

    [Fact]
    public void A_given_passage_has_its_lines_and_no_places()
    {
        var passage = new Passage("ONE\nTWO");

        Assert.Equal(["ONE", "TWO"], passage.Lines().Select(line => line.Text));
        Assert.All(passage.Lines(), line => Assert.Equal(default, line.Span));
        Assert.Equal("ONE\nTWO", passage.ToString());
    }

    [Fact]
    public void A_read_passage_has_its_lines_with_their_places()
    {
        const string Text = "R 041441Z SEP 18\nFM PORT\nTO ALL\nBT\nUNCLAS //N01234//\nSUBJ: PORT\n1. ONE\nTWO\n\n2. THREE\nBT\n";
        var message = Sample.Read(Text.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(
            ["ONE at 73", "TWO at 78"],
            message.Paragraphs[0].Words.Lines().Where(line => line.Text.Length > 0).Select(line => $"{line.Text} at {line.Span.Start}")
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Text_of_any_length_is_written_as_JSON(int more)
    {
        var words = new string('A', JsonValues.Piece) + new string('B', more);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteText("one", words);
            writer.WriteText("none", null);
            writer.WriteStartArray("many");
            writer.WriteTextValue(words + words);
            writer.WriteTextValue("");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var read = JsonDocument.Parse(stream.ToArray()).RootElement;

        Assert.True(words == read.GetProperty("one").GetString());
        Assert.Equal(JsonValueKind.Null, read.GetProperty("none").ValueKind);
        Assert.True(words + words == read.GetProperty("many")[0].GetString());
        Assert.Equal("", read.GetProperty("many")[1].GetString());
    }

    [Theory]
    [InlineData("EXERCISE WORDS", "EXERCISE WORDS", true)]
    [InlineData("EXERCISE WORDS", "exercise\n  WORDS", true)]
    [InlineData("EXERCISE WORDS", "EXERCISEWORDS", false)]
    [InlineData("EXERCISE WORDS", "EXERCISE WORDZ", false)]
    [InlineData("EXERCISE WORDS", "EXERCISE\x7F WORDS", true)]
    public void A_text_has_the_fingerprint_of_its_words_whatever_its_length(string one, string other, bool isSame)
    {
        foreach (var times in new[] { 1, 900 })
        {
            Assert.Equal(isSame, Print(one, times) == Print(other, times));
        }
        Assert.Matches("^[0-9A-F]{64}$", Print(one, 1));

        static string Print(string words, int times) =>
            LoggedMessage
                .Of(
                    Sample.Read(
                        $"R 041441Z SEP 18\nFM PORT\nTO ALL\nBT\nUNCLAS\n{string.Concat(Enumerable.Repeat(words + "\n", times))}BT\n"
                    )
                )
                .TextHash;
    }

    [Theory]
    [InlineData("PREL-PGOV", "PREL PGOV")]
    [InlineData("PREL.PGOV", "PREL PGOV")]
    [InlineData("PREL-QQQQ", null)]
    [InlineData("PRELPGOV", null)]
    public void Codes_between_hyphens_are_TAGS_where_all_are_known(string printed, string? codes) =>
        Assert.Equal(codes, TagSlips.AtHyphens(printed) is { } found ? string.Join(' ', found) : null);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("ABC", "ABC", 0)]
    [InlineData("ABC", "ABD", 1)]
    [InlineData("ABC", "AB", 1)]
    [InlineData("ABC", "XABC", 1)]
    [InlineData("ABC", "ACB", 2)]
    [InlineData("KITTEN", "SITTING", 3)]
    public void The_distance_of_two_words_is_that_of_letters_changed(string a, string b, int distance)
    {
        Assert.Equal(distance, EditDistance.Within(a, b, 3));
        Assert.Equal(distance, EditDistance.Within(b, a, 3));
        Assert.True(distance == 0 || EditDistance.Within(a, b, distance - 1) > distance - 1);
    }

    [Fact]
    public void Words_of_64_letters_are_compared_and_longer_ones_never_near()
    {
        Assert.Equal(0, EditDistance.Within(new string('A', 64), new string('A', 64), 2));
        Assert.Equal(1, EditDistance.Within(new string('A', 64), new string('A', 63), 2));
        Assert.Equal(3, EditDistance.Within(new string('A', 65), new string('A', 64), 2));
        Assert.Equal(3, EditDistance.Within(new string('A', 64), new string('A', 65), 2));
    }

    [Theory]
    [InlineData("ABC", "ACB", true)]
    [InlineData("ABC", "BAC", true)]
    [InlineData("ABC", "CBA", false)]
    [InlineData("ABC", "ABC", false)]
    [InlineData("ABC", "ABCD", false)]
    public void Two_letters_changed_over_are_one_slip(string a, string b, bool isSwapped) =>
        Assert.Equal(isSwapped, EditDistance.IsSwapped(a, b));

    [Fact]
    public void Rows_of_a_table_are_read_with_their_quotation_marks()
    {
        const string Table = "\uFEFFa,b\r\n\"one, two\",\"say \"\"so\"\"\"\n\n,\n\"two\nlines\"x,last\n";

        var rows = Csv.Rows(Table).Select(row => $"{row.Line}: {string.Join('|', row.Fields)}");

        Assert.Equal(["1: a|b", "2: one, two|say \"so\"", "4: |", "5: two\nlines|last"], rows);
    }
}
