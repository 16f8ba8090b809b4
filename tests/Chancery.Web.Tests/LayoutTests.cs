using Chancery.Web.Desk;
using CsCheck;

namespace Chancery.Web.Tests;

/// <summary>How bytes become lines, runs and squiggles.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("ONE\r\r\nTWO\nTHREE", 3)]
    [InlineData("ONE\r\n", 1)]
    [InlineData("\n\n", 2)]
    [InlineData("", 0)]
    public void Lines_end_by_the_rule_of_the_reader(string text, int count) =>
        Assert.Equal(count, new RawLines(Encoding.UTF8.GetBytes(text)).Count);

    [Fact]
    public void Lines_and_their_ends_tile_the_bytes() =>
        Gen.Byte[10, 48]
            .Array[0, 60]
            .Sample(bytes =>
            {
                var lines = new RawLines(bytes);
                var at = 0;
                for (var i = 0; i < lines.Count; i++)
                {
                    Assert.Equal(at, lines[i].Start);
                    Assert.Equal(lines[i].End, lines.EndOf(i).Start);
                    at = lines.EndOf(i).End;
                }
                Assert.Equal(bytes.Length, at);
            });

    [Fact]
    public void A_place_counts_columns_as_editors_do()
    {
        var lines = new RawLines(Encoding.UTF8.GetBytes("ÄB\r\nCDE"));

        Assert.Equal("line 1 col 2", lines.Place(2));
        Assert.Equal("line 2 col 3", lines.Place(7));
    }

    [Fact]
    public void A_finding_is_underlined_where_it_stands()
    {
        var raw = Encoding.ASCII.GetBytes("TAGS MASSPREL END");

        var runs = Runs.Of("TAGS MASSPREL END", new TextSpan(0, raw.Length), raw, [Note(5, 8, Severity.Warning)], marks: false);

        Assert.Equal([new TextRun("TAGS "), new TextRun("MASSPREL", Severity.Warning), new TextRun(" END")], runs);
    }

    [Fact]
    public void Where_two_findings_meet_the_graver_one_shows()
    {
        var raw = Encoding.ASCII.GetBytes("ABCD");

        var runs = Runs.Of("ABCD", new TextSpan(0, 4), raw, [Note(0, 3, Severity.Info), Note(1, 1, Severity.Error)], marks: false);

        Assert.Equal(
            [new TextRun("A", Severity.Info), new TextRun("B", Severity.Error), new TextRun("C", Severity.Info), new TextRun("D")],
            runs
        );
    }

    [Fact]
    public void Control_characters_are_shown_as_marks()
    {
        var raw = Encoding.ASCII.GetBytes("A\aB");

        Assert.Equal(
            [new TextRun("A"), new TextRun("BEL", null, Mark: true), new TextRun("B")],
            Runs.Of("A\aB", new TextSpan(0, 3), raw, [], marks: true)
        );
    }

    [Fact]
    public void Runs_joined_are_the_line_whatever_the_findings() =>
        Gen.Select(Gen.String[Gen.Char['A', 'Z'], 0, 40], Gen.Select(Gen.Int[0, 50], Gen.Int[0, 20]).Array[0, 5])
            .Sample(
                (text, spans) =>
                {
                    var raw = Encoding.ASCII.GetBytes(text);
                    FindingNote[] notes = [.. spans.Select(span => Note(span.Item1, span.Item2, Severity.Info))];
                    var runs = Runs.Of(text, new TextSpan(0, raw.Length), raw, notes, marks: true);
                    Assert.Equal(text, string.Concat(runs.Select(run => run.Text)));
                }
            );

    private static FindingNote Note(int start, int length, Severity severity) =>
        new(1, new Finding("TX-405", severity, new TextSpan(start, length), "EXERCISE", "EXERCISE"), "line 1 col 1");
}
