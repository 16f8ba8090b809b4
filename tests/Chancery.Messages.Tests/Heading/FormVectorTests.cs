using Chancery.Messages.Json;

namespace Chancery.Messages.Tests.Heading;

/// <summary>Vectors of transmission.md 12 about forms: pilots, readdressals, service messages, codress, cancellations, pages. EXERCISE.</summary>
public sealed class FormVectorTests
{
    private const string Pilot = """
        VV   KLA031     UU
        RR RVKLDA
        ZNR UUUUU ZOV RVKLAB
        EVC093HBA207
        RR RVKLAB
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS BUOY SEVEN BACK IN PLACE
        BT
        NNNN

        """;

    [Fact]
    public void V21_of_two_address_blocks_only_the_first_routes()
    {
        const string Text = """
            RATUZYUW RVCOGAB0455 2310336-UUXX--RVMFIUU.
            ZNR UUUXX ZUI RVCOMCA0562 2310355
            R 190336Z AUG 06
            FM HARBOUR BOARD WESTPORT
            TO PILOT OFFICE WESTPORT
            AIG 7729
            R 181550Z AUG 06 ZYB
            FM LIGHTHOUSE BOARD SOUTHPORT//N1//
            TO HARBOUR BOARD WESTPORT
            INFO RVMFIUU/PILOT OFFICE EASTPORT
            BT
            UNCLAS EXERCISE
            BT
            #0455
            NNNN

            """;

        var message = Sample.Read(Text);

        Assert.Equal("HARBOUR BOARD WESTPORT 190336Z AUG 06", message.MessageIdentity);
        Assert.Equal(["PILOT OFFICE WESTPORT", "AIG 7729"], message.Action.Select(a => a.Name));
        Assert.Empty(message.Info);
        var block = Assert.Single(message.Readdressed);
        Assert.Equal("181550Z AUG 06", block.Dtg!.Raw);
        Assert.Equal(new DateTimeOffset(2006, 8, 18, 15, 50, 0, TimeSpan.Zero), block.Dtg.Utc);
        Assert.Equal(("LIGHTHOUSE BOARD SOUTHPORT", "N1"), (block.From!.Name, Assert.Single(block.From.Offices)));
        Assert.Equal(["HARBOUR BOARD WESTPORT"], block.Action.Select(a => a.Name));
        Assert.Equal("RVMFIUU", Assert.Single(block.Info).RoutingIndicator);
        Assert.Equal(["ZYB"], block.MessageInstructions);
        Assert.DoesNotContain(message.Findings, f => f.Id is "TX-108" or "TX-109" or "TX-414");
    }

    [Fact]
    public void A_message_may_be_readdressed_more_than_once_newest_first()
    {
        var text = Sample.Base.Replace(
            "TO PILOT OFFICE WESTPORT\n",
            "TO PILOT OFFICE WESTPORT\nR 131200Z MAY 2007\nFM BOARD SOUTHPORT\nTO HARBOUR BOARD NORTHPORT\nR 120900Z MAY 2007\nFM LIGHT ONE\nTO BOARD SOUTHPORT\n",
            StringComparison.Ordinal
        );

        var message = Sample.Read(text);

        Assert.Equal(["131200Z MAY 2007", "120900Z MAY 2007"], message.Readdressed.Select(b => b.Dtg!.Raw));
        Assert.Equal(["BOARD SOUTHPORT", "LIGHT ONE"], message.Readdressed.Select(b => b.From!.Name));
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void V28_numbers_of_earlier_hops_stand_behind_the_newest()
    {
        var message = Sample.Read(Sample.Base.Replace("VV   KLA207     UU", "VV   EVC093KLA207     ", StringComparison.Ordinal));

        Assert.Equal(new ChannelNumber("EVC", "093"), message.Transmission.Channel);
        Assert.Equal([new ChannelNumber("KLA", "207")], message.Transmission.EarlierChannels);
        Assert.Equal(["TX-518 info"], Sample.Findings(message));
    }

    [Theory]
    [InlineData("VV   EVC093VV   KLA207     UU")]
    [InlineData("VZCZCEVC093KLA207     UU")]
    public void Several_channel_numbers_are_read_in_every_printed_form(string line)
    {
        var message = Sample.Read(Sample.Base.Replace("VV   KLA207     UU", line, StringComparison.Ordinal));

        Assert.Equal(new ChannelNumber("EVC", "093"), message.Transmission.Channel);
        Assert.Equal([new ChannelNumber("KLA", "207")], message.Transmission.EarlierChannels);
    }

    [Fact]
    public void V29_bells_before_FLASH_are_read()
    {
        var message = Sample.Read(
            Sample
                .Base.Replace("RR RVKLDA", "JJJJJSSSSSZZ RVKLDA", StringComparison.Ordinal)
                .Replace("R 1407", "Z 1407", StringComparison.Ordinal)
        );

        Assert.True(message.Transmission.Called!.HasBells);
        Assert.Equal((Precedence.Flash, Precedence.Flash), (message.Transmission.Called.Precedence, message.Precedence.Action));
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void V30_a_receipt_for_FLASH_is_a_short_service_message_and_never_answered()
    {
        var message = Sample.Read("VV   DAB012     UU\nZZ RVKL\nDE RVKLDA 14/0733Z\nR Z KLA207\nNNNN\n");

        Assert.Equal(MessageForm.ShortService, message.Form);
        Assert.True(message.Transmission.IsNeverAnswered);
        Assert.Equal("14/0733Z", message.Transmission.Station!.FiledRaw);
        Assert.DoesNotContain(message.Findings, f => f.Id is "TX-107" or "TX-222" or "TX-414" or "TX-415" or "TX-506");
        Assert.Contains(message.Parts, p => p.FormatLine == 12);
    }

    [Fact]
    public void V31_a_pilot_routes_and_the_message_below_keeps_its_identity()
    {
        var message = Sample.Read(Pilot);

        var transmission = message.Transmission;
        Assert.Equal(["RVKLDA"], transmission.Called!.RoutingIndicators);
        Assert.Equal(["RVKLAB"], transmission.CalledBelowPilots!.RoutingIndicators);
        var pilot = Assert.Single(transmission.Pilots);
        Assert.Equal(("ZOV", "RVKLAB"), (pilot.Signal, pilot.Station));
        Assert.Equal(["RVKLDA"], pilot.Called.RoutingIndicators);
        Assert.Equal([new ChannelNumber("KLA", "031")], pilot.Channels);
        Assert.Equal(new SecurityWarning("ZNR", "UUUUU", Level.Unclassified), pilot.Security);
        Assert.Equal("RVHBC 058C 14/0731Z", message.TransmissionIdentity);
        Assert.Equal("KLA 031", message.ChannelIdentity);
        Assert.Equal([new ChannelNumber("EVC", "093"), new ChannelNumber("HBA", "207")], transmission.EarlierChannels);
        Assert.Empty(transmission.Instructions);
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void V32_a_suspected_duplicate_says_so_in_its_pilot() =>
        Assert.Equal(
            ("ZFD", "RVKL"),
            (
                Sample.Read(Pilot.Replace("ZOV RVKLAB", "ZFD RVKL", StringComparison.Ordinal)).Transmission.Pilots[0].Signal,
                Sample.Read(Pilot.Replace("ZOV RVKLAB", "ZFD RVKL", StringComparison.Ordinal)).Transmission.Pilots[0].Station
            )
        );

    [Theory]
    [InlineData("ZNR UUUUU ZDG", "ZDG", null)]
    [InlineData("ZEL RVHBC", "ZEL", "RVHBC")]
    [InlineData("ZNR UUUUU ZOV RVKLAB T PILOT OFFICE WESTPORT", "ZOV", "RVKLAB")]
    public void V50_pilots_say_why_they_were_set(string line, string signal, string? station)
    {
        var pilot = Assert.Single(Sample.Read(Pilot.Replace("ZNR UUUUU ZOV RVKLAB", line, StringComparison.Ordinal)).Transmission.Pilots);

        Assert.Equal((signal, station), (pilot.Signal, pilot.Station));
    }

    [Fact]
    public void Pilots_may_stand_on_pilots_newest_first()
    {
        var message = Sample.Read(
            "VV   MNB014     UU\nRR RVMNAA\nZNR UUUUU ZFD RVMN\n" + Pilot.Replace("VV   KLA031     UU", "KLA031", StringComparison.Ordinal)
        );

        Assert.Equal(["ZFD", "ZOV"], message.Transmission.Pilots.Select(p => p.Signal));
        Assert.Equal(["RVMNAA", "RVKLDA"], message.Transmission.Pilots.Select(p => Assert.Single(p.Called.RoutingIndicators)));
        Assert.Equal(["RVMNAA"], message.Transmission.Called!.RoutingIndicators);
        Assert.Equal(["RVKLAB"], message.Transmission.CalledBelowPilots!.RoutingIndicators);
        Assert.Equal("RVHBC 058C 14/0731Z", message.TransmissionIdentity);
    }

    [Fact]
    public void V33_the_own_number_stands_before_the_number_received()
    {
        var message = Sample.Read(Sample.Base.Replace("VV   KLA207     UU", "VV   KLB044KLA207     UU", StringComparison.Ordinal));

        Assert.Equal("KLB 044", message.ChannelIdentity);
        Assert.Empty(message.Transmission.Pilots);
        Assert.Empty(Sample.Findings(message));
    }

    [Theory]
    [InlineData("E E E E E E E E AR")]
    [InlineData("ZXB ZXB")]
    [InlineData("ZPH ZPH ZPH")]
    public void V34_a_transmission_that_was_broken_off_is_not_delivered_and_the_next_is_whole(string sign)
    {
        var text =
            $"VV   KLA207     UU\nRR RVKLDA\nDE RVHBC 058C 14/0731Z\nR 1407\n{sign}\n\n\n\n\n\n\n\nNNNN\n"
            + Sample.Base.Replace("207", "208", StringComparison.Ordinal);

        var messages = new MessageReader().ReadAll(Sample.Bytes(text));

        Assert.Equal(["207", "208"], messages.Select(m => m.Transmission.Channel!.Number));
        Assert.Equal([true, false], messages.Select(m => m.Transmission.IsCancelled));
        Assert.Contains("TX-118 info", Sample.Findings(messages[0]));
        Assert.DoesNotContain(messages[0].Findings, f => f.Severity == Severity.Error || f.Id is "TX-107" or "TX-415");
        Assert.Empty(Sample.Findings(messages[1]));
    }

    [Fact]
    public void A_transmission_broken_off_in_its_text_loses_no_byte_and_no_sign()
    {
        var message = Sample.Read(Sample.Base.Replace("IN PLACE\nBT\n", "IN PL\nE E E E E E E E AR\n", StringComparison.Ordinal));

        Assert.True(message.Transmission.IsCancelled);
        Assert.Equal(["TX-111 warning", "TX-118 info"], Sample.Findings(message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void V37_two_numbers_of_one_channel_before_a_message_are_reported()
    {
        var message = Sample.Read(Sample.Base.Replace("VV   KLA207     UU", "KLA207\nKLA208", StringComparison.Ordinal));

        Assert.Equal("KLA 207", message.ChannelIdentity);
        Assert.Equal([new ChannelNumber("KLA", "208")], message.Transmission.EarlierChannels);
        Assert.Contains("TX-115 warning", Sample.Findings(message));
    }

    [Fact]
    public void V38_a_message_without_a_channel_number_is_a_warning_on_a_circuit()
    {
        var text = Sample.Bytes(Sample.Base.Replace("VV   KLA207     UU\n", "", StringComparison.Ordinal));

        Assert.Contains("TX-101 warning", Sample.Findings(new MessageReader(new ReaderOptions { Live = true }).Read(text)));
        Assert.DoesNotContain("TX-101 warning", Sample.Findings(new MessageReader().Read(text)));
    }

    [Fact]
    public void V39_a_short_service_message_has_no_BT_no_serial_and_no_address()
    {
        var message = Sample.Read("PP RVKL\nDE RVHB 14/1230Z\nINT ZDK KLA116\nNNNN\n");

        Assert.Equal((Profile.Acp127, MessageForm.ShortService), (message.Profile, message.Form));
        Assert.Equal("RVHB", message.Transmission.Station!.RoutingIndicator);
        Assert.DoesNotContain(message.Findings, f => f.Id is "TX-107" or "TX-222" or "TX-414" or "TX-415" or "TX-108");
        Assert.False(message.Transmission.IsNeverAnswered);
    }

    [Fact]
    public void V40_a_message_repeated_behind_a_service_message_is_one_message_with_a_pilot()
    {
        var text =
            "VV   KLA209     UU\nRR RVKLDA\nDE RVHBC 061C 14/0902Z\nBT\nUNCLAS SVC ZUI KLA103 ZDK RVHBC 058C\n14/0731Z\n"
            + Sample.Base[(Sample.Base.IndexOf('\n', StringComparison.Ordinal) + 1)..];

        var message = Sample.Read(text);

        Assert.Equal("RVHBC 058C 14/0731Z", message.TransmissionIdentity);
        Assert.Equal("KLA 209", message.ChannelIdentity);
        var pilot = Assert.Single(message.Transmission.Pilots);
        Assert.Equal(("ZDK", "RVHBC"), (pilot.Signal, pilot.Station));
        Assert.Equal("HARBOUR BOARD NORTHPORT", message.From!.Name);
        Assert.DoesNotContain(message.Findings, f => f.Id is "TX-107" or "TX-108" or "TX-109" or "TX-112");
    }

    [Theory]
    [InlineData(14, 13, 0)]
    [InlineData(14, 21, 1)]
    public void V41_a_page_has_twenty_lines_and_page_one_is_counted_from_format_line_5(int addressees, int second, int findings)
    {
        var lines = string.Concat(Enumerable.Range(1, addressees).Select(i => $"{(i == 1 ? "TO " : "")}PILOT OFFICE {(char)('A' + i)}\n"));
        var text = Sample
            .Base.Replace("TO PILOT OFFICE WESTPORT\n", lines, StringComparison.Ordinal)
            .Replace(
                "UNCLAS BUOY SEVEN BACK IN PLACE\n",
                "UNCLAS\nONE\nTWO\nPAGE 2 RVHBC 058C UNCLAS\n" + string.Concat(Enumerable.Repeat("LINE\n", second)),
                StringComparison.Ordinal
            );

        Assert.Equal(findings, Sample.Findings(Sample.Read(text)).Count(f => f == "TX-603 info"));
    }

    [Fact]
    public void V42_the_last_section_is_marked_FINAL_and_keeps_its_group()
    {
        var text = Sample
            .Base.Replace("058C", "059C", StringComparison.Ordinal)
            .Replace("UNCLAS BUOY", "UNCLAS FINAL SECTION OF 2\nBUOY", StringComparison.Ordinal);

        var message = Sample.Read(text);

        Assert.Equal(new Section(2, 2, true), message.Section);
        Assert.DoesNotContain(message.Findings, f => f.Id == "TX-611");
    }

    [Fact]
    public void V43_an_AIG_may_name_the_originator() =>
        Assert.Equal(
            ["TX-414 info"],
            Sample.Findings(
                Sample.Read(
                    Sample.Base.Replace("FM HARBOUR BOARD NORTHPORT\nTO PILOT OFFICE WESTPORT", "TO AIG 207", StringComparison.Ordinal)
                )
            )
        );

    [Fact]
    public void V44_a_readdressed_codress_has_two_date_time_groups_and_no_address()
    {
        var message = Sample.Read(
            """
            VV   KLA207     UU
            RR RVKLDA
            DE RVHBC 058C 15/0915Z
            ZNR UUUUU T XYZA
            R 150910Z JUN 2007
            R 140725Z MAY 2007
            GR 12
            BT
            ABCDE FGHIJ KLMNO PQRST UVWXY ZABCD
            EFGHI JKLMN OPQRS TUVWX YZABC DEFGH
            BT
            NNNN

            """
        );

        Assert.Equal(MessageForm.Codress, message.Form);
        Assert.Equal(12, message.Transmission.GroupCount);
        Assert.Equal("150910Z JUN 2007", message.Dtg!.Raw);
        Assert.Equal("140725Z MAY 2007", Assert.Single(message.Readdressed).Dtg!.Raw);
        Assert.Equal(["TX-513 info"], Sample.Findings(message));
    }

    [Fact]
    public void V45_an_instruction_keeps_its_station_and_the_names_behind_T()
    {
        var message = Sample.Read(
            Sample
                .Base.Replace("RR RVKLDA", "PP RVKLDA RVKLDB RVEAAC", StringComparison.Ordinal)
                .Replace("14/0731Z\n", "14/0731Z\nRVEAAC T XYZA\n", StringComparison.Ordinal)
                .Replace("R 1407", "P R 1407", StringComparison.Ordinal)
                .Replace(
                    "TO PILOT OFFICE WESTPORT",
                    "TO RVKLDA/PILOT OFFICE WESTPORT\nINFO RVKLDB/ONE\nRVEAAC/TWO",
                    StringComparison.Ordinal
                )
        );

        Assert.Equal(["RVEAAC", "XYZA"], Assert.Single(message.Transmission.Instructions).Operands);
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void V46_FLASH_and_a_lower_precedence_do_not_go_in_one_transmission()
    {
        var text = Sample
            .Base.Replace("RR RVKLDA", "JJJJJSSSSSZZ RVKLDA RVKLDB", StringComparison.Ordinal)
            .Replace("R 1407", "Z R 1407", StringComparison.Ordinal)
            .Replace("TO PILOT OFFICE WESTPORT", "TO RVKLDA/PILOT OFFICE WESTPORT\nINFO RVKLDB/ONE", StringComparison.Ordinal);

        Assert.Contains("TX-309 error", Sample.Findings(new MessageReader(new ReaderOptions { Outgoing = true }).Read(Sample.Bytes(text))));
    }

    [Fact]
    public void V49_an_exact_duplicate_on_a_tracer_is_marked_in_format_line_5() =>
        Assert.Equal(
            ["ZFG"],
            Sample.Read(Sample.Base.Replace("MAY 2007", "MAY 2007 ZFG", StringComparison.Ordinal)).Transmission.MessageInstructions
        );

    [Fact]
    public void V51_a_damaged_format_line_3_fits_none_and_the_hash_alone_makes_the_US_form()
    {
        var damaged = Sample.Read(Sample.Base.Replace("058C 14/0731Z", "2/0731Z", StringComparison.Ordinal));
        Assert.Contains("TX-108 warning", Sample.Findings(damaged));
        Assert.Null(damaged.TransmissionIdentity);

        var julian = Sample.Read(Sample.Base.Replace("058C 14/0731Z", "#0058 1340731", StringComparison.Ordinal));
        Assert.Equal(Profile.Acp127Us, julian.Profile);
    }

    [Fact]
    public void Corrections_behind_the_text_are_kept_and_not_applied()
    {
        var message = Sample.Read(Sample.Base.Replace("BT\nNNNN", "BT\nC WA BUOY EIGHT\nC7 - ABCDE\nNNNN", StringComparison.Ordinal));

        Assert.Equal(["C WA BUOY EIGHT", "C7 - ABCDE"], message.Transmission.Ending.Corrections);
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void A_service_message_for_relays_has_BT_and_the_word_SVC()
    {
        var message = Sample.Read(
            "VV   KLA207     UU\nRR RVKLDA\nDE RVHBC 058C 14/0731Z\nBT\nUNCLAS SVC ZUI RVKLDA 012 14/0700Z ZES2\nBT\nNNNN\n"
        );

        Assert.Equal(MessageForm.Service, message.Form);
        Assert.Empty(Sample.Findings(message));
    }

    [Fact]
    public void What_a_machine_made_is_never_answered()
    {
        var text = "VV   KLA207     UU\nRR RVKLDA\nDE RVHBCSD 058 14/0731Z\nBT\nUNCLAS SVC ZES2\nBT\nNNNN\n";

        Assert.True(Sample.Read(text).Transmission.IsNeverAnswered);
        Assert.False(Sample.Read(text.Replace("RVHBCSD", "RVHBC", StringComparison.Ordinal)).Transmission.IsNeverAnswered);
        var live = new MessageReader(new ReaderOptions { Live = true });
        Assert.Contains("TX-425 info", Sample.Findings(live.Read(Sample.Bytes(text))));
        Assert.Contains("TX-437 info", Sample.Findings(live.Read("PP RVKL\nDE RVHB 14/1230Z\nZIC KLA116\nNNNN\n"u8.ToArray())));
        Assert.DoesNotContain("TX-437 info", Sample.Findings(live.Read("PP RVKL\nDE RVHB 14/1230Z\nINT ZDK KLA116\nNNNN\n"u8.ToArray())));
    }

    [Fact]
    public void Format_line_10_gives_accounting_and_group_count()
    {
        var message = Sample.Read(Sample.Base.Replace("WESTPORT\nBT", "WESTPORT\nNAVY GR48\nBT", StringComparison.Ordinal));

        Assert.Equal(("NAVY", 48), (message.Transmission.Accounting, message.Transmission.GroupCount));
    }

    [Theory]
    [InlineData("PILOT OFFICE WESTPORT", AddressKind.Plain)]
    [InlineData("AIG 7729", AddressKind.Aig)]
    [InlineData("COASTAL POSTS COLLECTIVE", AddressKind.Collective)]
    [InlineData("ALL DIPLOMATIC POSTS", AddressKind.Collective)]
    [InlineData("GBX7Q", AddressKind.CallSign)]
    [InlineData("MINFOR", AddressKind.Plain)]
    public void An_address_tells_its_kind_where_it_can(string name, AddressKind kind) => Assert.Equal(kind, new Addressee(name).Kind);

    [Theory]
    [InlineData("UUUAX", "AX")]
    [InlineData("SSSBB", "BB")]
    [InlineData("CCCCC", null)]
    public void A_release_code_takes_the_place_of_the_last_two_letters(string group, string? code) =>
        Assert.Equal(code, new SecurityWarning("ZNY", group, null).ReleaseCode);

    [Theory]
    [InlineData(
        "FM HARBOUR BOARD NORTHPORT\nR 041441Z SEP 18\nTO ALLPORTS\nBT\nUNCLAS\nEXERCISE\nBT\nNNNN\n",
        "HARBOUR BOARD NORTHPORT",
        "ALLPORTS"
    )]
    [InlineData(
        "FM MAIL GATEWAY\nINFO MAIL USER\nR 041441Z SEP 18\nFM HARBOUR BOARD NORTHPORT\nTO ALLPORTS\nBT\nUNCLAS\nEXERCISE\nBT\nNNNN\n",
        "HARBOUR BOARD NORTHPORT",
        "ALLPORTS"
    )]
    [InlineData(
        "R 041441Z SEP 18FM HARBOUR BOARD NORTHPORT\nTO ALLPORTS\nBT\nUNCLAS\nEXERCISE\nBT\nNNNN\n",
        "HARBOUR BOARD NORTHPORT",
        "ALLPORTS"
    )]
    [InlineData(
        "R 041441Z SEP 18 ZYB FM HARBOUR BOARD\nNORTHPORT TO ALLPORTS INFO PILOT OFFICE\nBT\nUNCLAS\nEXERCISE\nBT\nNNNN\n",
        "HARBOUR BOARD NORTHPORT",
        "ALLPORTS"
    )]
    [InlineData(
        "R 041441Z SEP 18\nFM OU=HARBOUR BOARD,\nL=NORTHPORT,C=XX TO\nALLPORTS\nBT\nUNCLAS\nEXERCISE\nBT\nNNNN\n",
        "OU=HARBOUR BOARD, L=NORTHPORT,C=XX",
        "ALLPORTS"
    )]
    public void Addresses_whose_lines_slipped_or_ran_together_are_told_apart(string text, string from, string action)
    {
        var message = Sample.Read(text);

        Assert.Equal((from, action), (message.From!.Name, Assert.Single(message.Action).Name));
        Assert.DoesNotContain(message.Findings, f => f.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("VZCZCABA021\n")]
    [InlineData("PP RVEHAA RVEHAB\n")]
    [InlineData("DE RVEHBB #0817 2731221\n")]
    [InlineData("ZNY CCCCC\n")]
    [InlineData("P R 291221Z SEP 08\n")]
    [InlineData("FM LEGATION NORTHPORT\n")]
    [InlineData("TO RVEHAA/MINFOR HOMECITY\n")]
    [InlineData("RVEHAC/LEGATION WESTPORT\n")]
    public void A_line_that_a_fault_doubled_says_nothing_new(string line)
    {
        var message = Sample.Read(Sample.UnitedStates.Replace(line, line + line, StringComparison.Ordinal));

        Assert.Equal(["TX-109 warning", "TX-404 info"], Sample.Findings(message).Order(StringComparer.Ordinal));
        Assert.Equal(("RVEHBB 0817 2731221", "ABA 021"), (message.TransmissionIdentity, message.ChannelIdentity));
        Assert.Equal((1, 2), (message.Action.Length, message.Info.Length));
        Assert.Empty(message.Readdressed);
        Assert.Empty(message.Transmission.EarlierChannels);
    }

    [Fact]
    public void A_doubled_BT_still_opens_the_text()
    {
        var message = Sample.Read(Sample.UnitedStates.Replace("WESTPORT\nBT\n", "WESTPORT\nBT\nBT\n", StringComparison.Ordinal));

        Assert.Equal(Level.Confidential, message.Classification!.Level);
        Assert.Equal("C O N F I D E N T I A L", message.Classification.Raw);
        Assert.Equal(["TX-107 warning", "TX-109 warning", "TX-404 info"], Sample.Findings(message).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("FM LEGATION", "FN LEGATION")]
    [InlineData("TO RVEHAA", "IO RVEHAA")]
    [InlineData("TO RVEHAA", "RVEHAA")]
    [InlineData("INFO RVEHAB", "INFN RVEHAB")]
    [InlineData("DE RVEHBB", "DK RVEHBB")]
    public void A_damaged_or_lost_prosign_is_read_where_its_place_asks_for_it(string what, string with)
    {
        var message = Sample.Read(Sample.UnitedStates.Replace(what, with, StringComparison.Ordinal));

        Assert.Equal(["TX-108 warning", "TX-404 info"], Sample.Findings(message).Order(StringComparer.Ordinal));
        Assert.Equal(Profile.Acp127Us, message.Profile);
        Assert.Equal("LEGATION NORTHPORT", message.From!.Name);
        Assert.Equal(["MINFOR HOMECITY"], message.Action.Select(a => a.Name));
        Assert.Equal(["LEGATION EASTPORT", "LEGATION WESTPORT"], message.Info.Select(a => a.Name));
        Assert.Equal("RVEHBB 0817 2731221", message.TransmissionIdentity);
    }

    [Theory]
    [InlineData("DTG: 261015Z NOV 25\nUNCLAS\nBUOY SEVEN", null)]
    [InlineData("DTG: R 261015Z NOV 25\nUNCLAS\nBUOY SEVEN", null)]
    [InlineData("261015Z NOV 25\nUNCLAS\nBUOY SEVEN", null)]
    [InlineData("DTG: 261015Z NOV 25\nFM LEGATION NORTHPORT\nTO LEGATION EASTPORT\nUNCLAS\nBUOY SEVEN", "LEGATION EASTPORT")]
    [InlineData("FM LEGATION NORTHPORT\nTO LEGATION EASTPORT\nDTG: 261015Z NOV 25\nBT\nUNCLAS\nBUOY SEVEN\nBT", "LEGATION EASTPORT")]
    public void A_date_time_group_without_precedence_opens_a_heading_and_the_text_below_it_is_kept(string lines, string? to)
    {
        var message = Sample.Read(lines);

        Assert.Equal("261015Z NOV 25", message.Dtg?.Raw);
        Assert.Equal(to, message.Action.SingleOrDefault()?.Name);
        Assert.Equal(Level.Unclassified, message.Classification?.Level);
        Assert.Equal("BUOY SEVEN", Assert.Single(message.Paragraphs).Text);
    }

    [Fact]
    public void Of_a_damaged_format_line_3_what_is_whole_counts()
    {
        var message = Sample.Read(Sample.UnitedStates.Replace("#0817 273", "#0F17 273", StringComparison.Ordinal));

        Assert.Equal((Profile.Acp127Us, null), (message.Profile, message.TransmissionIdentity));
        Assert.Equal(
            ("RVEHBB", null, "2731221"),
            (message.Transmission.Station!.RoutingIndicator, message.Transmission.Station.Serial, message.Transmission.Station.FiledRaw)
        );
        Assert.Contains("TX-108 warning", Sample.Findings(message));
        Assert.DoesNotContain("TX-222 warning", Sample.Findings(message));
    }

    [Fact]
    public void A_security_warning_glued_to_the_routing_is_read()
    {
        var message = Sample.Read(Sample.Header.Replace("RVLYCUR.\nZNR UUUUU", "RVLYCUR ZNR UUUUU", StringComparison.Ordinal));

        Assert.Equal(["RVDOSAB", "RVLYCUR"], message.Transmission.Called!.RoutingIndicators);
        Assert.Equal(new SecurityWarning("ZNR", "UUUUU", Level.Unclassified), message.Transmission.Security);
        Assert.Equal(["TX-407 warning"], Sample.Findings(message));
    }

    [Fact]
    public void A_warning_that_is_not_first_still_tells_the_level()
    {
        var message = Sample.Read(Sample.UnitedStates.Replace("ZNY CCCCC", "ZUI RVEHAA ZNY SSSSS", StringComparison.Ordinal));

        Assert.Equal(Level.Secret, message.Transmission.Security!.Level);
        Assert.Equal(Level.Secret, message.EffectiveLevel.Level);
    }

    [Fact]
    public void Pilots_blocks_and_corrections_are_written_as_JSON()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new System.Text.Json.Utf8JsonWriter(buffer))
        {
            MessageJson.Write(
                writer,
                Sample.Read(
                    Pilot.Replace("TO PILOT OFFICE WESTPORT\n", "TO A\nR 131200Z MAY 2007\nFM B\nTO C\n", StringComparison.Ordinal)
                ),
                "-"
            );
        }
        var root = System.Text.Json.JsonDocument.Parse(buffer.WrittenMemory).RootElement;

        Assert.Equal("PLAINDRESS", root.GetProperty("form").GetString());
        var pilot = root.GetProperty("transmission").GetProperty("pilots")[0];
        Assert.Equal("ZOV", pilot.GetProperty("signal").GetString());
        Assert.Equal("RVKLDA", pilot.GetProperty("called").GetProperty("routingIndicators")[0].GetString());
        Assert.Equal("031", pilot.GetProperty("channels")[0].GetProperty("number").GetString());
        Assert.Equal(
            "RVKLAB",
            root.GetProperty("transmission").GetProperty("calledBelowPilots").GetProperty("routingIndicators")[0].GetString()
        );
        Assert.Equal("B", root.GetProperty("readdressed")[0].GetProperty("from").GetProperty("name").GetString());
        Assert.Equal(0, root.GetProperty("transmission").GetProperty("ending").GetProperty("corrections").GetArrayLength());
    }
}
