using System.Text;
using Chancery.Messages;

namespace Chancery.Office.Tests;

/// <summary>Every row of transmission.md 5.2, and the vectors of section 12 that need history.</summary>
public sealed class DuplicateTableTests
{
    private const string V1 = """
        VZCZCABA021
        PP RVEHAA RVEHAB
        DE RVEHBB #0817 2731221
        ZNY CCCCC
        P R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        INFO RVEHAB/LEGATION EASTPORT
        BT
        C O N F I D E N T I A L
        TEXT.
        BT
        #0817
        NNNN

        """;

    private static readonly string Again = V1.Replace("ABA021", "ABA022", StringComparison.Ordinal);
    private static readonly string OtherText = Again.Replace("TEXT.", "OTHER TEXT.", StringComparison.Ordinal);

    [Fact]
    public void D1_the_same_bytes_under_the_same_number_are_dropped() => Assert.True(Judge(V1, isNumberAgain: true, V1)!.IsDropped);

    [Fact]
    public void D2_two_messages_under_one_number_are_both_released_and_reported()
    {
        var other = V1.Replace("291221Z", "291300Z", StringComparison.Ordinal).Replace("#0817", "#0818", StringComparison.Ordinal);
        var verdict = Judge(other, isNumberAgain: true, V1)!;
        Assert.Equal(("D2", Serving.All, "two-under-one"), (verdict.Row, verdict.Serving, verdict.Report));
    }

    [Fact]
    public void D3_an_exact_duplicate_goes_only_to_those_not_served_and_the_station_it_came_from_is_told()
    {
        var verdict = Judge(Again, V1)!;
        Assert.Equal(("D3", Serving.NotYetServed, "duplicate"), (verdict.Row, verdict.Serving, verdict.Report));
        Assert.Equal(LinkKind.Repeats, verdict.Link!.Kind);
    }

    [Fact]
    public void D3a_a_second_transmission_of_the_origin_serves_the_other_stations_and_nobody_is_told()
    {
        var verdict = Judge(Again.Replace("PP RVEHAA RVEHAB", "PP RVEHAC", StringComparison.Ordinal), V1)!;
        Assert.Equal(("D3a", Serving.NotYetServed, null), (verdict.Row, verdict.Serving, verdict.Report));
    }

    [Fact]
    public void D4_V17_a_repetition_that_was_asked_for_is_reported_to_nobody()
    {
        var verdict = Judge(Again.Replace("ZNY CCCCC", "ZNY CCCCC ZDK", StringComparison.Ordinal), V1)!;
        Assert.Equal(("D4", Serving.NotYetServed, null), (verdict.Row, verdict.Serving, verdict.Report));
    }

    [Fact]
    public void D5_a_suspected_duplicate_seen_before_is_filed_only() =>
        Assert.Equal(("D5", Serving.None), Row(Judge(Again.Replace("ZNY CCCCC", "ZNY CCCCC ZFD", StringComparison.Ordinal), V1)));

    [Theory]
    [InlineData("P R 291221Z SEP 08 ZEL")]
    [InlineData("P R 291221Z SEP 08 ZDS")]
    public void D6_V18_a_corrected_copy_supersedes_the_earlier_one(string line)
    {
        var verdict = Judge(OtherText.Replace("P R 291221Z SEP 08", line, StringComparison.Ordinal), V1)!;
        Assert.Equal(("D6", Serving.All), (verdict.Row, verdict.Serving));
        Assert.Equal(LinkKind.Corrects, verdict.Link!.Kind);
        Assert.Equal("CORRECTED COPY", verdict.Remark);
    }

    [Fact]
    public void D6_the_words_CORRECTED_COPY_in_another_text_are_enough() =>
        Assert.Equal(("D6", Serving.All), Row(Judge(OtherText.Replace("OTHER TEXT", "CORRECTED COPY", StringComparison.Ordinal), V1)));

    [Fact]
    public void D7_of_two_copies_one_of_which_is_cut_off_the_whole_one_is_better()
    {
        var cut = V1[..V1.IndexOf("TEXT.", StringComparison.Ordinal)];
        Assert.Equal(LinkKind.IsBetterThan, Judge(Again, cut)!.Link!.Kind);
        var worse = Judge(cut.Replace("ABA021", "ABA022", StringComparison.Ordinal), V1)!;
        Assert.Equal(("D7", Serving.All, LinkKind.IsWorseThan), (worse.Row, worse.Serving, worse.Link!.Kind));
    }

    [Fact]
    public void D8_V19_another_text_under_the_same_date_time_group_is_delivered_too() =>
        Assert.Equal(("D8", Serving.All), Row(Judge(OtherText, V1)));

    [Fact]
    public void D9_another_message_under_the_same_serial_is_delivered_too() =>
        Assert.Equal(("D9", Serving.All), Row(Judge(OtherText.Replace("291221Z", "291222Z", StringComparison.Ordinal), V1)));

    [Fact]
    public void D10_the_same_text_under_another_date_time_group_is_delivered_and_linked()
    {
        var other = Again
            .Replace("291221Z", "291300Z", StringComparison.Ordinal)
            .Replace("#0817 2731221", "#0818 2731300", StringComparison.Ordinal);
        Assert.Equal(("D10", Serving.All), Row(Judge(other, V1)));
    }

    [Theory]
    [InlineData("ZDK", null)]
    [InlineData("ZFD", "SUSPECTED DUPLICATE")]
    public void D11_a_repetition_of_what_never_came_is_delivered(string signal, string? remark)
    {
        var verdict = Judge(V1.Replace("ZNY CCCCC", $"ZNY CCCCC {signal}", StringComparison.Ordinal))!;
        Assert.Equal(("D11", Serving.All, remark), (verdict.Row, verdict.Serving, verdict.Remark));
    }

    [Fact]
    public void D12_V49_what_answers_a_tracer_is_always_delivered()
    {
        var sent = Again.Replace("SEP 08", "SEP 08 ZFG", StringComparison.Ordinal);
        Assert.Equal(("D12", Serving.All), Row(Judge(sent, V1)));
        Assert.Equal(("D12", Serving.All), Row(Judge(sent)));
    }

    [Fact]
    public void D13_V50_after_a_copy_subject_to_correction_the_clean_one_takes_its_place()
    {
        const string Pilot = "VZCZCABA020\nPP RVEHAA\nZNY CCCCC ZDG\n";
        var verdict = Judge(Again, Pilot + V1[(V1.IndexOf('\n', StringComparison.Ordinal) + 1)..])!;
        Assert.Equal(("D13", Serving.All, LinkKind.Corrects), (verdict.Row, verdict.Serving, verdict.Link!.Kind));
    }

    [Theory]
    [InlineData("the same again", false)]
    [InlineData("ZEL", true)]
    [InlineData("CORRECTED COPY", true)]
    [InlineData("OTHER TEXT", false)]
    [InlineData("another date-time group", false)]
    [InlineData("another section", false)]
    public void A_corrected_copy_takes_the_place_of_an_earlier_one_and_nothing_else_does(string which, bool expected)
    {
        var later = which switch
        {
            "ZEL" => Again.Replace("ZNY CCCCC", "ZNY CCCCC ZEL", StringComparison.Ordinal),
            "CORRECTED COPY" => Again.Replace("TEXT.", "CORRECTED COPY TEXT.", StringComparison.Ordinal),
            "OTHER TEXT" => OtherText,
            "another date-time group" => Again
                .Replace("291221Z", "291300Z", StringComparison.Ordinal)
                .Replace("TEXT.", "CORRECTED COPY TEXT.", StringComparison.Ordinal),
            "another section" => Again.Replace("TEXT.", "SECTION 2 OF 2\nCORRECTED COPY TEXT.", StringComparison.Ordinal),
            _ => Again,
        };
        Assert.Equal(expected, Supersedes(later, V1));
    }

    [Fact]
    public void The_whole_copy_takes_the_place_of_a_damaged_one_and_the_final_one_that_of_one_subject_to_correction()
    {
        var damaged = V1.Replace("NNNN\n", "", StringComparison.Ordinal);
        const string Pilot = "VZCZCABA020\nPP RVEHAA\nZNY CCCCC ZDG\n";
        var inDoubt = Pilot + V1[(V1.IndexOf('\n', StringComparison.Ordinal) + 1)..];

        Assert.True(Supersedes(Again, damaged));
        Assert.False(Supersedes(damaged, Again));
        Assert.True(Supersedes(Again, inDoubt));
        Assert.False(Supersedes(inDoubt, Again));
    }

    [Fact]
    public void What_is_new_falls_under_no_row() => Assert.Null(Judge(V1));

    [Fact]
    public void Sections_of_one_message_are_no_duplicates_of_each_other()
    {
        var first = V1.Replace("C O N F I D E N T I A L", "C O N F I D E N T I A L SECTION 1 OF 2", StringComparison.Ordinal);
        var second = Again
            .Replace("C O N F I D E N T I A L", "C O N F I D E N T I A L FINAL SECTION OF 2", StringComparison.Ordinal)
            .Replace("#0817", "#0818", StringComparison.Ordinal)
            .Replace("TEXT.", "THE REST.", StringComparison.Ordinal);
        Assert.Null(Judge(second, first));
    }

    private static (string?, Serving?) Row(DuplicateVerdict? verdict) => (verdict?.Row, verdict?.Serving);

    private static DuplicateVerdict? Judge(string message, params string[] earlier) => Judge(message, isNumberAgain: false, earlier);

    private static DuplicateVerdict? Judge(string message, bool isNumberAgain, params string[] earlier)
    {
        var read = Read(message);
        var alike = earlier.Select((text, i) => new KnownMessage(i + 1, default, Keys(Read(text)), Protection.OfRank(0))).ToList();
        return DuplicateTable.Judge(read, Keys(read), isNumberAgain, alike);
    }

    private static bool Supersedes(string later, string earlier)
    {
        var read = Read(later);
        return DuplicateTable.Supersedes(read, Keys(read), new KnownMessage(1, default, Keys(Read(earlier)), Protection.OfRank(0)));
    }

    private static Message Read(string text) => new MessageReader().Read(Encoding.ASCII.GetBytes(text));

    private static MessageKeys Keys(Message message) => new(LoggedMessage.Of(message), message.ChannelIdentity);
}
