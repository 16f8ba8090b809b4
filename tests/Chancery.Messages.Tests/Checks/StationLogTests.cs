using System.Collections.Immutable;

namespace Chancery.Messages.Tests.Checks;

/// <summary>Rules that need what a station knows beside the message (transmission.md 5.2, 5.3, 11). EXERCISE.</summary>
public sealed class StationLogTests
{
    private const string Flash = """
        VV   KLA207     UU
        ZZ RVKLDA
        DE RVHBC 058C 14/0731Z
        Z 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS EXERCISE
        BT
        NNNN

        """;

    private const string Service = """
        VV   KLA207     UU
        RR RVKLDA
        DE RVHBC 058C 14/0731Z
        BT
        UNCLAS SVC ZUI RVKLDA 012 14/0700Z ZES2
        BT
        NNNN

        """;

    private static readonly LoggedMessage Known = LoggedMessage.Of(Sample.Read(Sample.UnitedStates));

    [Fact]
    public void Without_a_log_nothing_is_asked_and_nothing_is_found() =>
        Assert.DoesNotContain(
            Sample.Findings(Sample.Read(Sample.UnitedStates)),
            id => id[..6] is "TX-102" or "TX-215" or "TX-219" or "TX-403" or "TX-412" or "TX-423" or "TX-512" or "TX-606" or "TX-608"
        );

    [Fact]
    public void A_log_that_knows_nothing_finds_nothing() =>
        Assert.Equal(Sample.Findings(Sample.Read(Sample.State)), Read(Sample.State, new Log()));

    [Theory]
    [InlineData(21, "")]
    [InlineData(19, "2 numbers are open (ZFX)")]
    [InlineData(22, "it came before, or late")]
    public void V26_V35_TX_102_channel_numbers_follow_each_other(int next, string words)
    {
        var findings = All(Sample.UnitedStates, new Log { Next = next }).Where(f => f.Id == "TX-102").ToArray();

        Assert.Equal(words.Length == 0 ? 0 : 1, findings.Length);
        Assert.All(findings, finding => Assert.Contains(words, finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("D1", "", "", "TX-215 info")]
    [InlineData("D2", "FM LEGATION NORTHPORT", "FM LEGATION SOUTHPORT", "TX-223 error")]
    [InlineData("D2", "#0817 2731221\nZNY CCCCC\nP R 291221Z", "#0818 2731222\nZNY CCCCC\nP R 291222Z", "TX-215 warning")]
    [InlineData("D3", "ABA021", "ABA022", "TX-215 info")]
    [InlineData("D4", "ZNY CCCCC", "ZNY CCCCC ZDK", "TX-215 info")]
    [InlineData("D5", "ZNY CCCCC", "ZNY CCCCC ZFD", "TX-215 info")]
    [InlineData("D12", "SEP 08", "SEP 08 ZFG", "TX-215 info")]
    [InlineData("D10", "#0817 2731221\nZNY CCCCC\nP R 291221Z", "#0818 2731222\nZNY CCCCC\nP R 291222Z", "TX-215 info")]
    public void V17_V36_TX_215_duplicates_are_told_by_the_table(string row, string what, string with, string finding)
    {
        var text = what.Length == 0 ? Sample.UnitedStates : Sample.UnitedStates.Replace(what, with, StringComparison.Ordinal);
        text = row is "D4" or "D5" or "D10" or "D12" ? text.Replace("ABA021", "ABA022", StringComparison.Ordinal) : text;

        var found = All(text, new Log { Earlier = [Known] });

        Assert.Contains(finding, Ids(found));
        if (finding.StartsWith("TX-215", StringComparison.Ordinal))
        {
            var told = found.Single(f => f.Id == "TX-215").Message;
            Assert.StartsWith(row == "D2" ? "D2" : row, told, StringComparison.Ordinal);
        }
        if (row is not ("D4" or "D5"))
        {
            Assert.DoesNotContain(finding, Read(text, new Log()));
        }
    }

    [Fact]
    public void V18_D6_a_corrected_copy_takes_the_place_of_the_earlier_one()
    {
        var text = Another(Sample.UnitedStates).Replace("SEP 08", "SEP 08 ZEL", StringComparison.Ordinal);

        Assert.StartsWith("D6", All(text, new Log { Earlier = [Known] }).Single(f => f.Id == "TX-215").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void V19_D8_a_reused_date_time_group_is_a_warning_and_both_are_kept()
    {
        var text = Another(Sample.UnitedStates).Replace("#0817", "#0818", StringComparison.Ordinal);

        Assert.Contains("TX-220 warning", Read(text, new Log { Earlier = [Known] }));
        Assert.DoesNotContain("TX-220 warning", Read(text, new Log()));
    }

    [Fact]
    public void D3a_the_origin_may_send_a_message_to_other_stations_separately()
    {
        var text = Sample
            .UnitedStates.Replace("ABA021", "ABA022", StringComparison.Ordinal)
            .Replace("PP RVEHAA RVEHAB", "PP RVEHAC", StringComparison.Ordinal);

        Assert.StartsWith("D3a", All(text, new Log { Earlier = [Known] }).Single(f => f.Id == "TX-215").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void D7_of_a_damaged_and_a_whole_copy_the_better_one_counts()
    {
        var text = Another(Sample.UnitedStates);

        Assert.Contains("TX-215 warning", Read(text, new Log { Earlier = [Known with { IsDamaged = true }] }));
    }

    [Fact]
    public void D11_an_announced_repetition_of_something_unknown_is_told()
    {
        var text = Sample.UnitedStates.Replace("ZNY CCCCC", "ZNY CCCCC ZFD", StringComparison.Ordinal);

        Assert.StartsWith("D11", All(text, new Log()).Single(f => f.Id == "TX-215").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void V50_D13_a_copy_behind_one_that_was_subject_to_correction_is_told_as_such()
    {
        var text = Sample.UnitedStates.Replace("ABA021", "ABA022", StringComparison.Ordinal);

        Assert.StartsWith(
            "D13",
            All(text, new Log { Earlier = [Known with { IsSubjectToCorrection = true }] }).Single(f => f.Id == "TX-215").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TX_223_one_transmission_is_one_text()
    {
        Assert.Contains("TX-223 error", Read(Another(Sample.UnitedStates), new Log { Earlier = [Known] }));
        Assert.DoesNotContain("TX-223 error", Read(Sample.UnitedStates, new Log { Earlier = [Known] }));
    }

    [Fact]
    public void TX_219_a_cited_transmission_is_on_file_and_well_formed()
    {
        var text = Sample.UnitedStates.Replace("ZNY CCCCC", "ZNY CCCCC ZUI RVEHAB0123 2721100", StringComparison.Ordinal);

        Assert.Contains("TX-219 info", Read(text, new Log { IsComplete = true }));
        Assert.DoesNotContain("TX-219 info", Read(text, new Log()));
        Assert.DoesNotContain("TX-219 info", Read(text, new Log { IsComplete = true, OnFile = ["RVEHAB 0123 2721100"] }));
        Assert.Contains("TX-219 info", Read(text.Replace("RVEHAB0123", "NOBODY", StringComparison.Ordinal), new Log()));
    }

    [Fact]
    public void TX_310_and_TX_311_a_FLASH_message_has_a_receipt()
    {
        Assert.Contains("TX-310 error", Read(Flash, new Log { Receipted = false }));
        Assert.DoesNotContain("TX-310 error", Read(Flash, new Log { Receipted = true }));
        Assert.DoesNotContain(
            "TX-310 error",
            Read(Flash.Replace("\nZ 14", "\nZNR UUUUU ZGC\nZ 14", StringComparison.Ordinal), new Log { Receipted = false })
        );
        var outgoing = new ReaderOptions
        {
            Outgoing = true,
            Log = new Log { Receipted = false },
        };
        Assert.Contains("TX-311 warning", Sample.Findings(new MessageReader(outgoing).Read(Sample.Bytes(Flash))));
        Assert.DoesNotContain("TX-311 warning", Read(Flash, new Log { Receipted = false }));
    }

    [Fact]
    public void TX_403_a_station_called_is_ours_or_lies_behind_us()
    {
        Assert.Contains("TX-403 warning", Read(Sample.UnitedStates, new Log { Ours = ["RVXXAA"] }));
        Assert.DoesNotContain("TX-403 warning", Read(Sample.UnitedStates, new Log { Ours = ["RVEHAB"] }));
    }

    [Fact]
    public void TX_412_who_is_exempted_is_a_member()
    {
        var text = Sample.State.Replace(
            "PRIORITY\nRVEHAA/AIG",
            "PRIORITY\nXMT LEGATION WESTPORT\nINFO RVEHAA/AIG",
            StringComparison.Ordinal
        );

        Assert.Contains("TX-412 warning", Read(text, new Log { Members = ["LEGATION SOUTHPORT"] }));
        Assert.DoesNotContain("TX-412 warning", Read(text, new Log { Members = ["LEGATION WESTPORT"] }));
    }

    [Fact]
    public void What_a_circuit_cannot_carry_is_told()
    {
        Assert.Contains("TX-512 error", Read(Sample.UnitedStates, new Log { Terms = new CircuitTerms { Clearance = Level.Restricted } }));
        Assert.DoesNotContain(
            "TX-512 error",
            Read(Sample.UnitedStates, new Log { Terms = new CircuitTerms { Clearance = Level.Confidential } })
        );
        var cards = Sample.Header.Replace("RTTU", "RTCU", StringComparison.Ordinal);
        Assert.Contains("TX-420 warning", Read(cards, new Log { Terms = new CircuitTerms { Lmf = 'A' } }));
        Assert.DoesNotContain("TX-420 warning", Read(Sample.Header, new Log { Terms = new CircuitTerms { Lmf = 'A' } }));
        var three = Sample.UnitedStates.Replace("RVEHAB\nDE", "RVEHAB\nRVEHAD\nRVEHAE\nDE", StringComparison.Ordinal);
        var leaving = new Log { Terms = new CircuitTerms { LeavesNetwork = true } };
        Assert.Contains("TX-429 error", Sent(three, leaving));
        Assert.DoesNotContain("TX-429 error", Sent(Sample.UnitedStates, leaving));
        Assert.DoesNotContain("TX-429 error", Sent(three, new Log { Terms = new CircuitTerms() }));
    }

    [Fact]
    public void TX_423_continuity_numbers_follow_each_other()
    {
        Assert.Contains("TX-423 warning", Read(Sample.State, new Log { NextContinuity = 9668 }));
        Assert.DoesNotContain(
            "TX-423 warning",
            Read(Sample.State.Replace(" NIACT IMMEDIATE 0491", "", StringComparison.Ordinal), new Log { NextContinuity = 9669 })
        );
    }

    [Fact]
    public void TX_424_a_message_that_was_sent_here_already_goes_round()
    {
        Assert.Contains("TX-424 error", Read(Sample.UnitedStates, new Log { Earlier = [Known with { WasSentHere = true }] }));
        Assert.DoesNotContain("TX-424 error", Read(Sample.UnitedStates, new Log { Earlier = [Known] }));
    }

    [Fact]
    public void TX_436_only_the_newest_pilot_routes()
    {
        var text = Sample.Base.Replace("RR RVKLDA", "RR RVKLDA\nZNR UUUUU ZOV RVKLAB\nEVC093HBA207\nRR RVKLAB", StringComparison.Ordinal);

        Assert.Contains("TX-436 error", Read(text, new Log { SentTo = ["RVKLAB"] }));
        Assert.DoesNotContain("TX-436 error", Read(text, new Log { SentTo = ["RVKLDA"] }));
    }

    [Fact]
    public void TX_515_a_service_message_about_a_classified_one_shows_no_text()
    {
        var secret = new Log { OnFile = ["RVKLDA 012 14/0700Z"], LevelOnFile = Level.Secret };
        var telling = Service.Replace("ZES2", "ZES2 LAST PARAGRAPH ABOUT HARBOUR DEFENCES", StringComparison.Ordinal);

        Assert.Contains("TX-515 warning", Read(telling, secret));
        Assert.DoesNotContain("TX-515 warning", Read(Service, secret));
        Assert.DoesNotContain("TX-515 warning", Read(telling, secret with { LevelOnFile = Level.Unclassified }));
    }

    [Fact]
    public void TX_516_a_readdressed_message_keeps_its_class()
    {
        var text = Sample.Base.Replace(
            "TO PILOT OFFICE WESTPORT\n",
            "TO PILOT OFFICE WESTPORT\nR 131200Z MAY 2007\nFM LIGHTHOUSE BOARD SOUTHPORT\nTO HARBOUR BOARD NORTHPORT\n",
            StringComparison.Ordinal
        );
        var log = new Log { OnFile = ["LIGHTHOUSE BOARD SOUTHPORT 131200Z MAY 2007"], LevelOnFile = Level.Secret };

        Assert.Contains("TX-516 error", Read(text, log));
        Assert.DoesNotContain("TX-516 error", Read(text, log with { LevelOnFile = Level.Unclassified }));
    }

    [Fact]
    public void TX_517_all_sections_have_one_class()
    {
        var other = LoggedMessage.Of(Sample.Read(Sample.State)) with { Section = new Section(2, 2, false), Level = Level.Secret };

        Assert.Contains("TX-517 warning", Read(Sample.State, new Log { Earlier = [other] }));
        Assert.DoesNotContain("TX-517 warning", Read(Sample.State, new Log { Earlier = [other with { Level = Level.Confidential }] }));
    }

    [Fact]
    public void TX_606_a_passing_instruction_names_an_office_of_the_addressee()
    {
        var text = Sample.State.Replace(
            "EXERCISE TEXT.",
            "\nDEPT FOR EUR/RUS\n\nE.O. 12958: N/A\nSUBJECT: EXERCISE\n\n1. EXERCISE.",
            StringComparison.Ordinal
        );

        Assert.Contains("TX-606 info", Read(text, new Log { Offices = [] }));
        Assert.DoesNotContain("TX-606 info", Read(text, new Log { Offices = ["EUR/RUS"] }));
    }

    [Fact]
    public void TX_608_the_other_parts_of_a_message_are_on_file()
    {
        var text = Sample.Base.Replace("BUOY", "PART ONE OF TWO. PART TWO IDENT DTG 140800Z MAY 2007.\nBUOY", StringComparison.Ordinal);

        Assert.Contains("TX-608 info", Read(text, new Log { IsComplete = true }));
        Assert.DoesNotContain(
            "TX-608 info",
            Read(text, new Log { IsComplete = true, OnFile = ["HARBOUR BOARD NORTHPORT 140800Z MAY 2007"] })
        );
    }

    [Fact]
    public void The_hash_of_a_text_does_not_change_with_line_ends_pages_and_case()
    {
        var pages = Sample.UnitedStates.Replace("TEXT.", "\r\r\nPAGE 02 RVEHBB 0817 CONFIDENTIAL\r\ntext.", StringComparison.Ordinal);

        Assert.Equal(Known.TextHash, LoggedMessage.Of(Sample.Read(pages)).TextHash);
        Assert.NotEqual(Known.TextHash, LoggedMessage.Of(Sample.Read(Another(Sample.UnitedStates))).TextHash);
    }

    private static string Another(string text) =>
        text.Replace("EXERCISE TEXT", "EXERCISE OTHER WORDS", StringComparison.Ordinal)
            .Replace("ABA021", "ABA022", StringComparison.Ordinal);

    private static ImmutableArray<Finding> All(string text, Log log) =>
        new MessageReader(new ReaderOptions { Log = log }).Read(Sample.Bytes(text)).Findings;

    private static string[] Read(string text, Log log) => Ids(All(text, log));

    private static string[] Sent(string text, Log log) =>
        Ids(new MessageReader(new ReaderOptions { Log = log, Outgoing = true }).Read(Sample.Bytes(text)).Findings);

    private static string[] Ids(ImmutableArray<Finding> findings) => Sample.Findings(new Message { Findings = findings });

    /// <summary>A log that answers what a test gives it.</summary>
    private sealed record Log : IStationLog
    {
        public int? Next { get; init; }
        public ImmutableArray<LoggedMessage> Earlier { get; init; } = [];
        public bool IsComplete { get; init; }
        public string[] OnFile { get; init; } = [];
        public Level? LevelOnFile { get; init; }
        public bool? Receipted { get; init; }
        public string[]? Ours { get; init; }
        public string[]? Members { get; init; }
        public string[]? Offices { get; init; }
        public string[] SentTo { get; init; } = [];
        public int? NextContinuity { get; init; }
        public CircuitTerms? Terms { get; init; }

        public CircuitTerms? Circuit => Terms;

        public bool? Serves(string station) => Ours?.Contains(station);

        public bool? IsMember(string collective, string address) => Members?.Contains(address);

        public bool? KnowsOffice(string office) => Offices?.Contains(office);

        public int? NextNumber(string designator) => Next;

        public int? NextContinuityNumber(string originator, string addressee) => NextContinuity;

        public ImmutableArray<LoggedMessage> Alike(LoggedMessage message) => Earlier;

        public LoggedMessage? Find(string identity) =>
            OnFile.Contains(identity) ? new LoggedMessage(null, identity, null, "") { Level = LevelOnFile } : null;

        public bool? IsReceipted(ChannelNumber number) => Receipted;

        public ImmutableArray<string> SentOnTo(string transmissionIdentity) => [.. SentTo];
    }
}
