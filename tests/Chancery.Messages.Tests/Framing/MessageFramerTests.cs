using System.Text;

namespace Chancery.Messages.Tests.Framing;

/// <summary>Ownership of bytes: every byte of an input belongs to one message. EXERCISE.</summary>
public sealed class MessageFramerTests
{
    [Fact]
    public void An_empty_input_has_no_message() => Assert.Empty(new MessageReader().ReadAll(ReadOnlyMemory<byte>.Empty));

    [Theory]
    [InlineData(" ")]
    [InlineData("\n\n")]
    [InlineData("Dear colleagues,\nthe port is open again.\n")]
    [InlineData("FM 102.5 plays music\nall day\n")]
    [InlineData("\0\0\0")]
    public void Input_without_a_heading_is_one_plain_message_without_findings_of_the_frame(string text)
    {
        var message = Sample.Read(text);

        Assert.Equal(Profile.Reading, message.Profile);
        Assert.Null(message.Dtg);
        Assert.Null(message.From);
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void What_stands_before_the_first_and_behind_the_last_belongs_to_them()
    {
        var messages = Read("RECEIVED AT DESK 4\n\n" + Sample.UnitedStates + "FILE COPY\n" + Sample.Header + "END OF FILE\n");

        Assert.Equal(2, messages.Length);
        Assert.StartsWith("RECEIVED", Text(messages[0]), StringComparison.Ordinal);
        Assert.EndsWith("FILE COPY\n", Text(messages[0]), StringComparison.Ordinal);
        Assert.EndsWith("END OF FILE\n", Text(messages[1]), StringComparison.Ordinal);
        Assert.Contains("TX-112 info", Sample.Findings(messages[1]));
    }

    [Fact]
    public void Banners_in_front_of_a_heading_belong_to_it_and_a_single_one_behind_an_end_to_that()
    {
        var messages = Read(Sample.Copy + "\uFEFF" + Sample.Copy);

        Assert.Equal(2, messages.Length);
        Assert.All(messages, m => Assert.Equal(Sample.Copy, Text(m).TrimStart('\uFEFF')));
        Assert.Equal(Sample.Copy.Count(c => c == '\n') + 1, messages[1].Line);
    }

    [Fact]
    public void Every_form_behind_every_other_is_cut_where_it_begins()
    {
        foreach (var first in Sample.All)
        {
            foreach (var second in Sample.All)
            {
                Assert.Equal([first, second], Read(first + second).Select(Text));
            }
        }
    }

    [Fact]
    public void Reading_copies_without_end_marks_are_cut_where_a_new_heading_begins()
    {
        const string First = "R 041441Z SEP 18\nFM NORTHPORT\nTO ALLPORTS\nBT\nUNCLAS\nLINE ONE.\nLINE TWO.\nLINE THREE.\n\n";
        const string Second = "R 051441Z SEP 18\nFM EASTPORT\nTO ALLPORTS\nBT\nUNCLAS\nEXERCISE.\n";

        Assert.Equal([First, Second], Read(First + Second).Select(Text));
    }

    [Theory]
    [InlineData("PASS TO OFFICE CODES:\nFM HARBOUR BOARD//N1//\nTO ALLPORTS\n")]
    [InlineData("LINE ONE.\nLINE TWO.\nTHE FOLLOWING IS REPEATED:\nR 051441Z SEP 18\nFM EASTPORT\nTO ALLPORTS\n")]
    [InlineData("LINE ONE.\nLINE TWO.\nQUOTE\nR 051441Z SEP 18\nFM EASTPORT\nTO ALLPORTS\nUNQUOTE\n")]
    [InlineData("LINE ONE.\nLINE TWO.\nLINE THREE.\nR 041441Z SEP 18\nFM NORTHPORT\nTO ALLPORTS\n")]
    [InlineData("R 999999 FEB\nFM SOMEBODY\n")]
    [InlineData("LINE ONE.\nLINE TWO.\nLINE THREE.\nR 051441Z SEP 18 WAS THE DATE\n")]
    public void Addresses_repeated_or_quoted_in_a_text_start_no_message(string inside) =>
        Assert.Single(Read("R 041441Z SEP 18\nFM NORTHPORT\nTO ALLPORTS\nBT\nUNCLAS\n" + inside + "EXERCISE.\nBT\n#0001\nNNNN\n"));

    [Fact]
    public void A_pilot_and_a_readdressal_are_one_message_with_what_they_stand_before()
    {
        const string Pilot = "VV   KLA031     UU\nRR RVKLDA\nZNR UUUUU ZOV RVKLAB\nEVC093HBA207\nRR RVKLAB\n";
        var piloted = Sample.Read(Pilot + Sample.Base[(Sample.Base.IndexOf("RVKLDA\n", StringComparison.Ordinal) + 7)..]);
        Assert.Equal(["RVKLDA"], piloted.Transmission.Called!.RoutingIndicators);
        Assert.Equal("RVHBC 058C 14/0731Z", piloted.TransmissionIdentity);
        Assert.Equal(
            ["KLA 031", "EVC 093", "HBA 207"],
            [piloted.ChannelIdentity, .. piloted.Transmission.EarlierChannels.Select(c => $"{c.Designator} {c.Number}")]
        );

        var readdressed = Sample.Read(
            Sample.UnitedStates.Replace(
                "\nP R 29",
                "\nR 301000Z SEP 08\nFM MINFOR HOMECITY\nTO LEGATION SOUTHPORT\nP R 29",
                StringComparison.Ordinal
            )
        );
        Assert.Equal("MINFOR HOMECITY 301000Z SEP 08", readdressed.MessageIdentity);
        Assert.Equal(["LEGATION SOUTHPORT"], readdressed.Action.Select(a => a.Name));
    }

    private static System.Collections.Immutable.ImmutableArray<Message> Read(string text) =>
        new MessageReader().ReadAll(Sample.Bytes(text));

    private static string Text(Message message) => Encoding.UTF8.GetString(message.Raw.Span);

    [Fact]
    public void What_stands_behind_an_end_is_shown_from_its_first_line_to_its_last()
    {
        var message = Sample.Read(Sample.State.Replace("\nNNNN", "\nSTRAY ONE\nNNNN\n\nSTRAY TWO", StringComparison.Ordinal));

        var place = Assert.Single(message.Findings, finding => finding.Id == "TX-112").Span;
        var words = Encoding.UTF8.GetString(message.Raw.Span.Slice(place.Start, place.Length));
        Assert.StartsWith("STRAY ONE", words, StringComparison.Ordinal);
        Assert.EndsWith("STRAY TWO", words, StringComparison.Ordinal);
    }
}
