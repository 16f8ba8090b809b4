using System.Text;

namespace Chancery.Messages.Tests.Heading;

/// <summary>What a changed instruction of the library could alter without any other test telling (docs/testing.md). EXERCISE.</summary>
public sealed class SurvivorTests
{
    private const string Telegram = """
        RR RVEHAA
        DE RVEHBB #0417 0321200
        ZNY CCCCC
        R 011200Z FEB 24
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        BT
        C O N F I D E N T I A L NORTHPORT 000417
        EXERCISE.
        BT
        #0417
        NNNN

        """;

    [Fact]
    public void A_question_in_format_line_4_is_an_instruction_of_its_own()
    {
        var message = Read(Telegram.Replace("ZNY CCCCC", "ZNY CCCCC ZFG INT ZDK 0416", StringComparison.Ordinal));

        Assert.Equal(
            ["ZFG ", "INT ZDK 0416"],
            message.Transmission.Instructions.Select(one => $"{one.Signal} {string.Join(' ', one.Operands)}")
        );
    }

    [Theory]
    [InlineData("RVEHAA", false)]
    [InlineData("RCEHAA", false)]
    [InlineData("RAEHAA", true)]
    public void The_letters_of_CONFIDENTIAL_release_to_the_nation_of_the_same_letter(string called, bool isUnreleased)
    {
        var reader = new MessageReader(ReaderOptions.Default with { Outgoing = true });

        var message = reader.Read(Encoding.ASCII.GetBytes(Telegram.Replace("RVEHAA", called, StringComparison.Ordinal)));

        Assert.Equal(isUnreleased, message.Findings.Any(finding => finding.Id == "TX-509"));
    }

    [Fact]
    public void A_name_that_needed_an_edit_is_listed_with_its_rule()
    {
        var message = Read(
            Telegram
                .Replace("LEGATION NORTHPORT", "LEGATION &amp; CONSULATE", StringComparison.Ordinal)
                .Replace("MINFOR HOMECITY", "MINFOR &amp; COURT", StringComparison.Ordinal)
        );

        Assert.Equal(
            ["action.0.name N-3", "from.name N-3"],
            message.Derived.Select(one => $"{one.Field} {one.Rule}").Order(StringComparer.Ordinal)
        );
    }

    private static Message Read(string text) => Assert.Single(new MessageReader().ReadAll(Encoding.ASCII.GetBytes(text)));
}
