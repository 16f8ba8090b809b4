namespace Chancery.Messages.Tests.Heading;

/// <summary>The test vectors of transmission.md 12 that a reading alone can answer. EXERCISE.</summary>
public sealed class VectorTests
{
    [Fact]
    public void V1_a_clean_message_of_the_US_form_is_read_whole()
    {
        var message = Sample.Read(Sample.UnitedStates);

        Assert.Equal(Profile.Acp127Us, message.Profile);
        Assert.Equal(new ChannelNumber("ABA", "021"), message.Transmission.Channel);
        Assert.Equal(Precedence.Priority, message.Transmission.Called!.Precedence);
        Assert.Equal(["RVEHAA", "RVEHAB"], message.Transmission.Called.RoutingIndicators);
        Assert.Equal("RVEHBB 0817 2731221", message.TransmissionIdentity);
        Assert.Equal(At(2008, 9, 29, 12, 21), message.Transmission.Station!.Filed);
        Assert.Equal(new SecurityWarning("ZNY", "CCCCC", Level.Confidential), message.Transmission.Security);
        Assert.Equal(At(2008, 9, 29, 12, 21), message.Dtg!.Utc);
        Assert.Equal(new PrecedencePair(Precedence.Priority, Precedence.Routine), message.Precedence);
        Assert.Equal("LEGATION NORTHPORT", message.From!.Name);
        Assert.Equal(["MINFOR HOMECITY"], message.Action.Select(a => a.Name));
        Assert.Equal(["LEGATION EASTPORT", "LEGATION WESTPORT"], message.Info.Select(a => a.Name));
        Assert.Equal(new Ending("0817", "NNNN"), message.Transmission.Ending);
        Assert.Equal(["TX-404 info"], Sample.Findings(message));
        Assert.Contains("RVEHAC", message.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void V2_the_heading_of_the_brief_is_read_field_for_field()
    {
        var message = Assert.Single(new MessageReader().ReadAll(Shared.Brief()));

        Assert.Equal(Profile.State, message.Profile);
        Assert.Equal("XRO 3894", message.ChannelIdentity);
        Assert.Equal(["RUEHPA"], message.Transmission.Called!.RoutingIndicators);
        Assert.Equal("RUEHBP 0817 2731221", message.TransmissionIdentity);
        Assert.Equal("2731221", message.Transmission.Station!.Julian);
        Assert.Equal(["ZZH"], message.Transmission.Instructions.Select(i => i.Signal));
        Assert.Equal(new PrecedencePair(Precedence.Routine, null), message.Precedence);
        var action = Assert.Single(message.Action);
        Assert.Equal(("RUEHC", "SECSTATE WASHDC", "9669"), (action.RoutingIndicator, action.Name, action.Number));
        Assert.Equal([null, "0491", null, null, null], message.Info.Select(a => a.Number));
        Assert.Equal("COMSOCEUR VAIHINGEN GE", message.Info[2].Name);
        Assert.Equal(
            ["TX-103 info", "TX-105 warning", "TX-107 warning", "TX-202 warning", "TX-405 info"],
            Sample.Findings(message).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain(message.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void V3_the_43_positions_of_an_ACP_128_header_are_taken_apart()
    {
        var message = Sample.Read(Sample.Header);

        Assert.Equal(Profile.Acp128, message.Profile);
        var called = message.Transmission.Called!;
        Assert.Equal(("TT", 'U', "UUUU", "ZYUW"), (called.Lmf, called.ClassLetter, called.ClassRedundancy, called.ContentIndicator));
        Assert.Equal(["RVDOSAB", "RVLYCUR"], called.RoutingIndicators);
        Assert.Equal("RVBCYKN 0001 0331200", message.TransmissionIdentity);
        Assert.Equal(At(2002, 2, 2, 12, 0), message.Transmission.Station!.Filed);
        Assert.Empty(Sample.Findings(message));
    }

    [Theory]
    [InlineData("V4", "\n#0817", "\n#0818", "TX-201 warning")]
    [InlineData("V5", "\n#0817", "\n#0000", "TX-201 info")]
    [InlineData("V6", "2731221", "2721221", "TX-204 info")]
    [InlineData("V6", "2731221", "2721221", "TX-205 info")]
    [InlineData("V7", "2731221", "3671221", "TX-203 error")]
    [InlineData("V8", "ZNY CCCCC", "ZNY CCCSC", "TX-501 error")]
    [InlineData("V9", "C O N F I D E N T I A L", "S E C R E T", "TX-504 error")]
    [InlineData("V10", "ZNY CCCCC", "ZNR CCCCC", "TX-505 error")]
    [InlineData("V13", "\nP R 2912", "\nR P 2912", "TX-303 warning")]
    [InlineData("V14", "291221Z SEP", "311221Z SEP", "TX-207 error")]
    [InlineData("V15", "PP RVEHAA RVEHAB", "OP RVEHAA", "TX-301 error")]
    public void A_change_to_the_clean_message_is_found(string vector, string what, string with, string finding)
    {
        Assert.NotEmpty(vector);
        Assert.DoesNotContain(finding, Sample.Findings(Sample.Read(Sample.UnitedStates)));

        Assert.Contains(finding, Sample.Findings(Sample.Read(Sample.UnitedStates.Replace(what, with, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("V11", "RVLYCUR.", "RVLYCUR", "TX-407 warning")]
    [InlineData("V12", "-UUUU--", "-UUXX--", "TX-511 error")]
    public void A_change_to_the_header_is_found(string vector, string what, string with, string finding)
    {
        Assert.NotEmpty(vector);

        Assert.Contains(finding, Sample.Findings(Sample.Read(Sample.Header.Replace(what, with, StringComparison.Ordinal))));
    }

    [Fact]
    public void V4_says_which_serial_stands_where()
    {
        var message = Sample.Read(Sample.UnitedStates.Replace("\n#0817", "\n#0818", StringComparison.Ordinal));

        Assert.Equal(
            "Serial in the ending is 0818, format line 3 says 0817.",
            Assert.Single(message.Findings, f => f.Id == "TX-201").Message
        );
    }

    [Fact]
    public void V16_a_straggler_gives_two_messages_and_an_error_in_the_first()
    {
        var text =
            Sample.UnitedStates.Replace("NNNN\n", "", StringComparison.Ordinal)
            + Sample.UnitedStates.Replace("ABA021", "ABA022", StringComparison.Ordinal);

        var messages = new MessageReader().ReadAll(Sample.Bytes(text));

        Assert.Equal(["021", "022"], messages.Select(m => m.Transmission.Channel!.Number));
        Assert.Contains("TX-106 error", Sample.Findings(messages[0]));
        Assert.DoesNotContain("TX-106 error", Sample.Findings(messages[1]));
        Assert.DoesNotContain(messages[0].Findings, f => f.Id == "TX-105");
    }

    [Fact]
    public void V20_a_page_line_between_two_addressees_is_cut_out()
    {
        var message = Sample.Read(
            Sample.UnitedStates.Replace("EASTPORT\n", "EASTPORT\nPAGE 02 RVEHBB 0817 CONFIDENTIAL\n", StringComparison.Ordinal)
        );

        Assert.Equal(["LEGATION EASTPORT", "LEGATION WESTPORT"], message.Info.Select(a => a.Name));
        Assert.Contains(message.Parts, p => p.Kind == PartKind.PageLine);
        Assert.Equal(["TX-404 info"], Sample.Findings(message));
    }

    [Fact]
    public void V22_an_addressee_served_before_is_kept_and_not_routed()
    {
        var message = Sample.Read(Sample.UnitedStates.Replace("INFO RVEHAB/", "INFO ZEN/", StringComparison.Ordinal));

        Assert.Equal("LEGATION EASTPORT", message.Info[0].Name);
        Assert.True(message.Info[0].IsServedOtherwise);
        Assert.Null(message.Info[0].RoutingIndicator);
    }

    [Fact]
    public void V23_a_line_with_FM_behind_BT_stays_text()
    {
        var message = Sample.Read(
            Sample.UnitedStates.Replace("EXERCISE TEXT.", "FM SOMEBODY\nTO NOBODY\nEXERCISE TEXT.", StringComparison.Ordinal)
        );

        Assert.Equal("LEGATION NORTHPORT", message.From!.Name);
        Assert.Single(message.Action);
        Assert.Equal(["TX-404 info"], Sample.Findings(message));
    }

    [Fact]
    public void V24_names_behind_XMT_are_exempted_from_the_collective_before()
    {
        var message = Sample.Read(
            Sample
                .State.Replace("PRIORITY\n", "PRIORITY\nXMT LEGATION WESTPORT\nLEGATION SOUTHPORT\n", StringComparison.Ordinal)
                .Replace("RVEHAA/AIG 1234\nRVEHAA/LEGATION EASTPORT NIACT IMMEDIATE 0491\n", "", StringComparison.Ordinal)
        );

        Assert.Equal(
            [
                new ExemptedAddressee("LEGATION WESTPORT", null, "ALPHA COLLECTIVE"),
                new ExemptedAddressee("LEGATION SOUTHPORT", null, "ALPHA COLLECTIVE"),
            ],
            message.Exempt
        );
        Assert.Equal(["ALPHA COLLECTIVE"], message.Info.Select(a => a.Name));
    }

    [Fact]
    public void V27_a_message_of_the_base_is_read_without_a_finding()
    {
        var message = Sample.Read(Sample.Base);

        Assert.Equal(Profile.Acp127, message.Profile);
        Assert.Equal(new ChannelNumber("KLA", "207"), message.Transmission.Channel);
        Assert.Equal("UU", message.Transmission.SecurityProsign);
        Assert.Equal("RVHBC 058C 14/0731Z", message.TransmissionIdentity);
        Assert.Null(message.Transmission.Station!.Julian);
        Assert.Equal(At(2007, 5, 14, 7, 31), message.Transmission.Station.Filed);
        Assert.Null(message.Transmission.Security);
        Assert.Empty(Sample.Findings(message));
    }

    [Theory]
    [InlineData("IT'S BACK")]
    [InlineData("A = B")]
    public void V47_characters_outside_the_base_set_are_found(string words)
    {
        var message = Sample.Read(Sample.Base.Replace("BACK IN PLACE", words, StringComparison.Ordinal));

        Assert.Equal(["TX-104 warning"], Sample.Findings(message));
    }

    [Theory]
    [InlineData(Sample.Base, "MAY 2007", "MAY 71", 1971)]
    [InlineData(Sample.Base, "MAY 2007", "MAY 05", 2005)]
    [InlineData(Sample.Base, "MAY 2007", "MAY 06", 1906)]
    [InlineData(Sample.State, "SEP 08", "SEP 08", 2008)]
    [InlineData(Sample.State, "SEP 08", "SEP 70", 1970)]
    public void V48_two_digit_years_go_by_the_pivot_of_the_profile(string text, string what, string with, int year) =>
        Assert.Equal(year, Sample.Read(text.Replace(what, with, StringComparison.Ordinal)).Dtg!.Utc!.Value.Year);

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    [Theory]
    [InlineData('A', 11)]
    [InlineData('I', 3)]
    [InlineData('K', 2)]
    [InlineData('M', 0)]
    [InlineData('N', 13)]
    [InlineData('X', 23)]
    [InlineData('Z', 12)]
    public void A_zone_letter_moves_the_hour(char zone, int hour) =>
        Assert.Equal(
            new DateTimeOffset(2008, 9, 29, hour, 0, 0, TimeSpan.Zero),
            Sample.Read($"R 291200{zone} SEP 08\nFM LEGATION NORTHPORT\nTO HOMECITY\nBT\nUNCLAS\nEXERCISE\nBT\n").Dtg?.Utc
        );
}
