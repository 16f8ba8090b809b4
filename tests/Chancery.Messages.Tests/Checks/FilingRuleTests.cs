using System.Collections.Immutable;

namespace Chancery.Messages.Tests.Checks;

/// <summary>Rules that ask the file of telegrams (text.md RF-1, MR-13, X-10, X-16). EXERCISE.</summary>
public sealed class FilingRuleTests
{
    [Theory]
    [InlineData("021200Z JAN 08", 4000, "RF-1")]
    [InlineData("021200Z JAN 08", 5000, "")]
    [InlineData("021200Z JUN 08", 4000, "")]
    public void A_number_that_was_not_reached_is_of_the_year_before(string dtg, long last, string id)
    {
        var findings = Findings("UNCLAS NORTHPORT 000817", "REF: NORTHPORT 4711", new File { Last = last }, dtg);

        Assert.Equal(id.Length > 0 ? [id] : [], findings.Select(f => f.Id).Where(found => found == "RF-1"));
        Assert.All(findings.Where(f => f.Id == "RF-1"), f => Assert.Contains("07NORTHPORT4711", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    public void Documents_under_one_number_are_told(int others, bool fires) =>
        Assert.Equal(
            fires,
            Findings("UNCLAS NORTHPORT 000817", "REF: NORTHPORT 12", new File { Documents = others }).Any(f => f.Id == "MR-13")
        );

    [Theory]
    [InlineData("REF: NORTHPORT 12", false, true)]
    [InlineData("REF: NORTHPORT 12 (NOTAL)", false, false)]
    [InlineData("REF: NORTHPORT 12", true, false)]
    [InlineData("REF: NORTHPORT 12", null, false)]
    public void What_is_cited_is_on_file_or_went_to_others_only(string reference, bool? isThere, bool fires) =>
        Assert.Equal(fires, Findings("UNCLAS NORTHPORT 000817", reference, new File { IsThere = isThere }).Any(f => f.Id == "X-10"));

    [Theory]
    [InlineData("C O N F I D E N T I A L NOFORN NORTHPORT 000817", true, true)]
    [InlineData("C O N F I D E N T I A L NORTHPORT 000817", true, false)]
    [InlineData("C O N F I D E N T I A L NOFORN NORTHPORT 000817", false, false)]
    [InlineData("C O N F I D E N T I A L NOFORN NORTHPORT 000817", null, false)]
    public void What_is_not_for_foreigners_has_no_foreign_addressee(string line, bool? isForeign, bool fires)
    {
        var findings = Findings(line, "REF: NORTHPORT 12", new File { Foreign = isForeign });

        Assert.Equal(fires, findings.Any(f => f is { Id: "X-16", Severity: Severity.Error }));
    }

    [Fact]
    public void Without_a_log_nothing_is_found() =>
        Assert.DoesNotContain(
            Findings("C O N F I D E N T I A L NOFORN NORTHPORT 000817", "REF: NORTHPORT 4711", null, "021200Z JAN 08"),
            f => f.Id is "RF-1" or "MR-13" or "X-10" or "X-16"
        );

    private static ImmutableArray<Finding> Findings(string line, string reference, IStationLog? log, string dtg = "291221Z SEP 08") =>
        Assert
            .Single(
                new MessageReader(ReaderOptions.Default with { Log = log }).ReadAll(
                    Sample.Bytes(
                        $"""
                        R {dtg}
                        FM LEGATION NORTHPORT
                        TO MINFOR HOMECITY
                        BT
                        {line}

                        E.O. 12958: N/A
                        TAGS: PREL
                        SUBJECT: EXERCISE
                        {reference}

                        1. (C) Words.

                        ROE
                        BT

                        """
                    )
                )
            )
            .Findings;

    private sealed class File : IStationLog
    {
        public long? Last { get; init; }
        public int? Documents { get; init; }
        public bool? IsThere { get; init; }
        public bool? Foreign { get; init; }

        public long? LastNumber(string post, int year) => post == "NORTHPORT" && year == 2008 ? Last : null;

        public int? DocumentsUnder(MessageReferenceNumber number) => number.Canonical == "08NORTHPORT817" ? Documents : null;

        public bool? IsOnFile(MessageReferenceNumber number) => IsThere;

        public bool? IsForeign(string address) => address == "MINFOR HOMECITY" ? Foreign : null;
    }
}
