using System.Text.RegularExpressions;
using Chancery.Messages.Checks;

namespace Chancery.Messages.Tests.Checks;

public sealed partial class FindingTests
{
    [Fact]
    public void Every_rule_that_the_sources_name_has_a_row_in_the_table()
    {
        var ids = Directory
            .EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Reported().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet();

        Assert.Contains("TX-105", ids);
        Assert.DoesNotContain(ids, id => FindingTable.Reported(id) is null);
    }

    [Fact]
    public void Every_row_has_a_title_and_a_source_or_is_an_alias_of_one_that_has() =>
        Assert.All(
            FindingTable.Rules.Values,
            rule =>
            {
                if (rule.AliasOf is { } other)
                {
                    Assert.Null(FindingTable.Rules[other].AliasOf);
                }
                else
                {
                    Assert.NotEmpty(rule.Title);
                    Assert.NotEmpty(rule.Source);
                    Assert.True(rule.Archive is not null || rule.Live is not null || rule.Outgoing is not null);
                }
            }
        );

    [Fact]
    public void A_truncated_message_is_an_error_on_a_circuit_only()
    {
        var text = Sample.UnitedStates.Replace("NNNN", "", StringComparison.Ordinal);

        Assert.Contains("TX-105 warning", Sample.Findings(Sample.Read(text)));
        var live = new MessageReader(new ReaderOptions { Live = true }).Read(Sample.Bytes(text));
        Assert.Contains("TX-105 error", Sample.Findings(live));
    }

    [Fact]
    public void A_suppressed_rule_is_silent_under_its_id_and_its_alias()
    {
        var text = Sample.Bytes(Sample.UnitedStates.Replace("C O N F I D E N T I A L", "S E C R E T", StringComparison.Ordinal));

        foreach (var id in new[] { "TX-504", "CL-4", "X-1" })
        {
            var reader = new MessageReader(new ReaderOptions { Suppressed = [id] });
            Assert.DoesNotContain(reader.Read(text).Findings, f => f.Id == "TX-504");
        }
    }

    [Fact]
    public void A_rule_that_fires_too_often_is_one_finding_with_the_first_twenty_places()
    {
        var lines = string.Concat(Enumerable.Range(0, 30).Select(i => $"TO  RVEHAA/PORT  {i}\n"));
        var message = Sample.Read(Sample.UnitedStates.Replace("TO RVEHAA/MINFOR HOMECITY\n", lines, StringComparison.Ordinal));

        var finding = Assert.Single(message.Findings, f => f.Id == "TX-120");
        Assert.True(finding.Count > 30);
        Assert.Equal(20, finding.Places.Length);
        Assert.Equal(finding.Span, finding.Places[0]);
    }

    [Theory]
    [InlineData("\nNNNN", "\nNNN", "TX-113 warning")]
    [InlineData("ABA021", "ABA000", "TX-117 warning")]
    [InlineData("ABA021", "ABA0210", "TX-117 warning")]
    [InlineData("PP RVEHAA RVEHAB", "PP RVEHAA  RVEHAB", "TX-120 info")]
    [InlineData("\n#0817", "", "TX-202 warning")]
    [InlineData("#0817 2731221", "#0000 2731221", "TX-213 info")]
    [InlineData("291221Z SEP 08", "291221Z SEP", "TX-212 info")]
    [InlineData("291221Z SEP", "291221A SEP", "TX-208 warning")]
    [InlineData("291221Z SEP", "291221J SEP", "TX-208 error")]
    [InlineData("291221Z SEP", "290000Z SEP", "TX-209 info")]
    [InlineData("291221Z SEP", "292400Z SEP", "TX-209 warning")]
    [InlineData("291221Z SEP", "29122Z SEP", "TX-207 error")]
    [InlineData("2731221", "2751221", "TX-206 warning")]
    [InlineData("2731221", "2751221", "TX-204 warning")]
    [InlineData("2731221", "2001221", "TX-211 warning")]
    [InlineData("2731221", "2732460", "TX-203 error")]
    [InlineData(" 2731221", "", "TX-222 warning")]
    [InlineData("PP RVEHAA RVEHAB", "OO RVEHAA RVEHAB", "TX-302 warning")]
    [InlineData("\nP R 29", "\nP P 29", "TX-303 info")]
    [InlineData("ZNY CCCCC\n", "", "TX-518 info")]
    [InlineData("ZNY CCCCC", "ZNY UUUUU", "TX-505 warning")]
    [InlineData("ZNY CCCCC", "ZNY SSSSS", "TX-504 warning")]
    [InlineData("ZNY CCCCC", "ZNY CCCCC/XXXXX", "TX-508 error")]
    [InlineData("VZCZCABA021", "VZCZCABA021     UU", "TX-519 error")]
    [InlineData("EXERCISE TEXT", "THE SIGN NNNN ENDS IT", "TX-110 warning")]
    [InlineData("EXERCISE TEXT", "SUNDY E E E E E E E E SUNDAY", "TX-111 info")]
    [InlineData("FM LEGATION", "LOST WORDS\nFM LEGATION", "TX-108 warning")]
    [InlineData("FM LEGATION NORTHPORT\n", "INFO PORT OFFICE\nFM LEGATION NORTHPORT\n", "TX-109 warning")]
    [InlineData("INFO RVEHAB", "FM SOMEBODY\nINFO RVEHAB", "TX-414 error")]
    [InlineData("\nBT\n#0817", "\n#0817", "TX-107 warning")]
    [InlineData("EXERCISE TEXT.", "PAGE 02 RVEHBB 0817 S E C R E T", "TX-507 warning")]
    [InlineData("C O N F I D E N T I A L\n", "", "TX-506 warning")]
    public void What_is_wrong_with_one_message_is_found_and_told_by_its_rule(string what, string with, string finding)
    {
        Assert.Contains(what, Sample.UnitedStates, StringComparison.Ordinal);
        Assert.DoesNotContain(finding, Sample.Findings(Sample.Read(Sample.UnitedStates)));

        Assert.Contains(finding, Sample.Findings(Sample.Read(Sample.UnitedStates.Replace(what, with, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("NNNN", "TX-110")]
    [InlineData("ZCZC", "TX-110")]
    [InlineData("E E E E E E E E", "TX-111")]
    public void A_signal_inside_the_text_is_found_wherever_it_stands(string signal, string rule)
    {
        for (var before = 1; before < 70; before++)
        {
            var words = $"{new string('A', before)} {signal} {new string('B', 70 - before)}";
            var message = Sample.Read(Sample.UnitedStates.Replace("EXERCISE TEXT", words, StringComparison.Ordinal));

            Assert.Contains(message.Findings, finding => finding.Id == rule);
        }
    }

    [Fact]
    public void A_reading_copy_has_no_finding_for_what_it_does_not_have() => Assert.Empty(Sample.Findings(Sample.Read(Sample.Copy)));

    private static string Sources()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Chancery.slnx")))
            {
                return Path.Combine(at.FullName, "src", "Chancery.Messages");
            }
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }

    [GeneratedRegex("""(?:\bAdd|\bRemark|\bNote|\bRemarkAt)\(\s*"([A-Z]{1,2}-\d+)""")]
    private static partial Regex Reported();
}
