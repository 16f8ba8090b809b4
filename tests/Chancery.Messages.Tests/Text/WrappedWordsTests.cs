using System.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Slips that the round trip of exercise traffic brought to light, each by itself.</summary>
public sealed class WrappedWordsTests
{
    [Theory]
    [InlineData("1. (C) SUMMARY: THE BUOY IS BACK. END SUMMARY.")]
    [InlineData("1. (C) SUMMARY: THE BUOY IS BACK. END\nSUMMARY.")]
    [InlineData("1. (C) SUMMARY: THE BUOY IS BACK.\nEND SUMMARY.")]
    [InlineData("1. (C) SUMMARY: THE BUOY IS BACK. END\r\r\nSUMMARY.")]
    public void A_summary_ends_before_END_SUMMARY_wherever_the_line_ends(string paragraph) =>
        Assert.Equal("THE BUOY IS BACK.", Read(paragraph).Summary?.ToString());

    [Fact]
    public void Prose_that_wraps_before_clarified_by_is_no_authority()
    {
        var message = Read("1. (C) THE RULES MUST BE\nCLARIFIED BY 6 FEBRUARY. NOTHING ELSE IS NEW.");
        Assert.Equal("EXERCISE PERSON", message.ClassifiedBy?.Name);
        Assert.Equal("THE RULES MUST BE\nCLARIFIED BY 6 FEBRUARY. NOTHING ELSE IS NEW.", message.Paragraphs[0].Text);
        Assert.Null(Read("1. (C) THE RULES MUST BE\nCLARIFIED BY 6 FEBRUARY.", authority: "").ClassifiedBy);
    }

    [Fact]
    public void A_mark_behind_a_number_counts_although_the_reason_above_it_was_b()
    {
        // UNCLAS on the line: the mark alone raises the level (PA-5, design: effectiveLevel).
        var message = Read("1. (C) THE BUOY IS BACK.", "Classified By: DCM EXERCISE PERSON for reasons 1.4 (b).\n\n", "UNCLAS");
        Assert.Equal(Level.Confidential, message.EffectiveLevel.Level);
    }

    private static Message Read(
        string paragraph,
        string authority = "Classified By: DCM EXERCISE PERSON for reasons 1.4 (b) and (d).\n\n",
        string level = "C O N F I D E N T I A L"
    )
    {
        var text = $"""
            R 291221Z SEP 08
            FM LEGATION NORTHPORT
            TO MINFOR HOMECITY
            BT
            {level} NORTHPORT 000817

            E.O. 12958: DECL: 09/25/2018
            TAGS: EWWT
            SUBJECT: EXERCISE: BUOY SEVEN

            {authority}{paragraph}

            EXAMPLE
            BT

            """;
        return new MessageReader().Read(Encoding.ASCII.GetBytes(text));
    }
}
