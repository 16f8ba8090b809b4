namespace Chancery.Messages.Tests.Checks;

/// <summary>Rules of transmission.md 11 that a message alone can break: each is silent on a clean message and fires on one change. EXERCISE.</summary>
public sealed class TransmissionRuleTests
{
    /// <summary>A codress of the base: no address, a group count, groups of five letters.</summary>
    private const string Codress = """
        VV   KLA208     UU
        RR RVKLDA
        DE RVHBC 059C 14/0731Z
        ZNR UUUUU T XYZA
        R 140725Z MAY 2007
        GR 12
        BT
        ABCDE FGHIJ KLMNO PQRST UVWXY ZABCD
        EFGHI JKLMN OPQRS TUVWX YZABC DEFGH
        BT
        NNNN

        """;

    /// <summary>A message of two pages.</summary>
    private const string Pages = """
        VV   KLA207     UU
        RR RVKLDA
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS
        LINE
        PAGE 2 RVHBC 058C UNCLAS
        LINE
        PAGE 3 RVHBC 058C UNCLAS
        LINE
        BT
        NNNN

        """;

    private const string Readdressed = """
        VV   KLA207     UU
        RR RVKLDA
        DE RVHBC 058C 04/0731Z
        R 040725Z JAN 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        R 291200Z JAN
        FM LIGHTHOUSE BOARD SOUTHPORT
        TO HARBOUR BOARD NORTHPORT
        BT
        UNCLAS EXERCISE
        BT
        NNNN

        """;

    private const string Book = """
        VV   KLA207     UU
        RR RVKLDA RVKLDB
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007 ZEX
        FM HARBOUR BOARD NORTHPORT
        TO RVKLDA/PILOT OFFICE WESTPORT
        RVKLDB/PILOT OFFICE EASTPORT
        BT
        UNCLAS EXERCISE
        BT
        NNNN

        """;

    private const string Fast = """
        VV   KLA207     UU
        ZZ RVKLDA RVKLDB
        DE RVHBC 058C 14/0731Z
        Z R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO RVKLDA/PILOT OFFICE WESTPORT
        INFO RVKLDA/PILOT OFFICE EASTPORT
        BT
        UNCLAS EXERCISE
        BT
        NNNN

        """;

    private static readonly string Filler = string.Concat(Enumerable.Repeat("MORE WORDS ", 100));

    public static TheoryData<string, string, string, string> Received =>
        new()
        {
            { Sample.Base, "VV   KLA207", "VV   KLA207KLA208", "TX-115 warning" },
            { Sample.Base, "BUOY SEVEN", "BUOY\nKLA208\nSEVEN", "TX-116 warning" },
            { Fast, "INFO RVKLDA/PILOT OFFICE EASTPORT\n", "", "TX-304 warning" },
            { Sample.State, "COLLECTIVE PRIORITY", "COLLECTIVE FLASH", "TX-305 warning" },
            { Fast, "UNCLAS EXERCISE", "UNCLAS EXERCISE " + Filler, "TX-307 info" },
            { Sample.Base, "RR RVKLDA", "XX RVKLDA", "TX-308 error" },
            { Sample.Base, "R 140725Z", "X 140725Z", "TX-308 error" },
            { Sample.Base, "R 140725Z", "Y 140725Z", "TX-308 warning" },
            { Sample.Header, "RTTUZYUW", "XTTUZYUW", "TX-308 error" },
            { Fast, "INFO RVKLDA/", "INFO RVKLDB/", "TX-309 info" },
            { Sample.UnitedStates, "RVEHAA RVEHAB", "RVEHAA RVE1AB", "TX-401 error" },
            { Sample.Header, "RVDOSAB", "RVD0SAB", "TX-401 error" },
            { Sample.UnitedStates, "RVEHAA RVEHAB", "RVEHAA RVEHAB RVEHAA", "TX-402 warning" },
            { Sample.UnitedStates, "ZNY CCCCC", "ZNY CCCCC ZXQ", "TX-408 info" },
            { Sample.UnitedStates, "SEP 08", "SEP 08 ZXQ2", "TX-408 info" },
            { Sample.UnitedStates, "RVEHAB\nDE", "RVEHAB RHMFIUU\nDE", "TX-409 error" },
            { Sample.UnitedStates, "\nBT\nC", "\nXMT LEGATION SOUTHPORT\nBT\nC", "TX-411 warning" },
            { Sample.State, "\nRVEHAA/AIG 1234", "\nXMT LEGATION EASTPORT\nINFO RVEHAA/AIG 1234", "TX-413 warning" },
            { Sample.UnitedStates, "FM LEGATION NORTHPORT\n", "", "TX-414 error" },
            { Sample.UnitedStates, "TO RVEHAA/MINFOR", "FM LEGATION SOUTHPORT\nTO RVEHAA/MINFOR", "TX-414 error" },
            { Sample.Base, "FM HARBOUR BOARD NORTHPORT\nTO PILOT OFFICE WESTPORT", "TO AIG 207", "TX-414 info" },
            { Sample.Base, "TO PILOT OFFICE WESTPORT\n", "", "TX-415 error" },
            { Sample.UnitedStates, "RVEHAC/LEGATION WESTPORT", "RVEHAC/MINFOR HOMECITY", "TX-416 warning" },
            { Sample.State, "AIG 1234", "AIG 1234//N1//", "TX-418 warning" },
            { Sample.UnitedStates, "LEGATION EASTPORT", "LEGATION EASTPORT//N1", "TX-418 warning" },
            { Sample.Header, "ZYUW", "ZYWU", "TX-421 warning" },
            { Sample.Header, "ZYUW", "ZDKW", "TX-422 info" },
            { Sample.Header, "ZNR UUUUU", "ZNR UUUUU ZOV RVDOSAA0136", "TX-422 info" },
            { Codress, "GR 12", "GR 13", "TX-426 warning" },
            { Sample.Base, "TO PILOT OFFICE WESTPORT", "TO PILOT OFFICE WESTPORT\nGBX7Q", "TX-430 warning" },
            { Sample.Base, "DE RVHBC 058C 14/0731Z", "DE RVHBC 058C 14/0731Z\nZNR UUUUU ZUI IX", "TX-431 info" },
            { Codress, "GR 12", "GRNC", "TX-431 info" },
            { Sample.UnitedStates, "RVEHAC/LEGATION", "LEGATION", "TX-432 info" },
            { Sample.Base, "WESTPORT\nBT", "WESTPORT\nGR 37\nBT", "TX-433 warning" },
            { Codress, "GR 12\n", "", "TX-433 warning" },
            { Sample.Base, "RR RVKLDA", "RR RVKLDA RVEAAC RVKLDB", "TX-434 info" },
            { Codress, "T XYZA", "T", "TX-435 warning" },
            { Codress, "T XYZA", "T PILOT OFFICE", "TX-435 warning" },
            { Sample.UnitedStates, "ZNY CCCCC", "ZUI RVEHAA ZNY CCCCC", "TX-521 warning" },
            { Sample.UnitedStates, "ZNY CCCCC", "ZUI RVEHAA\nZNY CCCCC", "TX-521 warning" },
            { Pages, "PAGE 3", "PAGE 4", "TX-601 warning" },
            { Pages, "PAGE 3 RVHBC 058C", "PAGE 3 RVHBC 059C", "TX-602 warning" },
            { Pages, "LINE\nPAGE 3", string.Concat(Enumerable.Repeat("LINE\n", 21)) + "PAGE 3", "TX-603 info" },
            { Sample.State, "EXERCISE TEXT.", "NORTHPORT 00000817  003 OF 002\nEXERCISE TEXT.", "TX-605 warning" },
            { Sample.Base, "BUOY SEVEN", "CORRECTED COPY BUOY SEVEN", "TX-607 info" },
            { Sample.UnitedStates, "EXERCISE TEXT.", "5#3 8,8589, -,$ 5#3 43-$", "TX-609 warning" },
            { Pages, "PAGE 3 RVHBC 058C UNCLAS", "PAGE 3 RVHBC 058C", "TX-610 info" },
            { Sample.Base, "UNCLAS BUOY", "UNCLAS SECTION 2 OF 2\nBUOY", "TX-611 info" },
        };

    public static TheoryData<string, string, string, string> Sent =>
        new()
        {
            { Readdressed, "R 291200Z JAN", "R 291200Z DEC", "TX-224 warning" },
            { Fast, "INFO RVKLDA/", "INFO RVKLDB/", "TX-309 error" },
            { Sample.UnitedStates, "RVEHAB\nDE", "RVEHAB RUCRNAD\nDE", "TX-410 error" },
            { Sample.UnitedStates, "RVEHAB\nDE", string.Concat(Many(500)) + "\nDE", "TX-419 error" },
            { Sample.UnitedStates, "RVEHAB\nDE", "RVEHAB RXEHAB\nDE", "TX-509 error" },
            {
                Pages,
                "LINE\nBT",
                string.Concat(Enumerable.Range(4, 6).Select(n => $"PAGE {n} RVHBC 058C UNCLAS\nLINE\n")) + "BT",
                "TX-604 warning"
            },
        };

    [Theory]
    [MemberData(nameof(Received))]
    public void A_rule_fires_on_a_received_message_that_breaks_it_and_on_no_clean_one(string text, string what, string with, string finding)
    {
        Assert.Contains(what, text, StringComparison.Ordinal);
        Assert.DoesNotContain(finding, Sample.Findings(Sample.Read(text)));

        Assert.Contains(finding, Sample.Findings(Sample.Read(text.Replace(what, with, StringComparison.Ordinal))));
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public void A_rule_for_sending_fires_before_sending_only(string text, string what, string with, string finding)
    {
        Assert.Contains(what, text, StringComparison.Ordinal);
        var changed = text.Replace(what, with, StringComparison.Ordinal);
        Assert.DoesNotContain(finding, Outgoing(text));

        Assert.Contains(finding, Outgoing(changed));
        Assert.DoesNotContain(finding, Sample.Findings(Sample.Read(changed)));
    }

    [Fact]
    public void A_book_that_leaves_the_relay_net_shows_one_addressee()
    {
        Assert.Contains("TX-427 warning", Outgoing(Book));
        Assert.DoesNotContain("TX-427 warning", Outgoing(Book.Replace(" ZEX", "", StringComparison.Ordinal)));
        Assert.DoesNotContain("TX-427 warning", Sample.Findings(Sample.Read(Book)));
    }

    [Fact]
    public void A_codress_of_ACP_128_has_class_letter_U()
    {
        const string Header = """
            RTTCZYUW RVBCYKN0001 0331200-CCCC--RVDOSAB.
            ZNY CCCCC
            R 021200Z FEB 02
            GR 5
            BT
            ABCDE FGHIJ KLMNO PQRST UVWXY
            BT
            #0001
            NNNN

            """;

        Assert.Contains("TX-522 error", Sample.Findings(Sample.Read(Header)));
        var unclassified = Header
            .Replace("RTTCZYUW", "RTTUZYUW", StringComparison.Ordinal)
            .Replace("-CCCC-", "-UUUU-", StringComparison.Ordinal)
            .Replace("ZNY CCCCC", "ZNR UUUUU", StringComparison.Ordinal);
        Assert.DoesNotContain("TX-522 error", Sample.Findings(Sample.Read(unclassified)));
    }

    [Fact]
    public void Speed_of_service_is_looked_at_on_a_circuit_only()
    {
        var late = new ReaderOptions { Live = true, ReceivedAt = new DateTimeOffset(2007, 5, 14, 18, 0, 0, TimeSpan.Zero) };

        Assert.Contains("TX-306 warning", Read(Sample.Base, late));
        Assert.DoesNotContain("TX-306 warning", Read(Sample.Base, late with { ReceivedAt = late.ReceivedAt!.Value.AddHours(-6) }));
        Assert.DoesNotContain("TX-306 warning", Read(Sample.Base, late with { Live = false }));
    }

    [Fact]
    public void Machine_functions_are_looked_at_where_the_bytes_show_them()
    {
        var tape = Sample
            .Base.Replace("BT\nNNNN\n", "BT\n\n\n\n\n\n\n\nNNNN" + new string('\x1F', 12), StringComparison.Ordinal)
            .Replace("\n", "\r\r\n", StringComparison.Ordinal);
        var options = new ReaderOptions { ShowsFunctions = true };

        Assert.DoesNotContain("TX-114 info", Read(tape, options));
        Assert.DoesNotContain("TX-312 info", Read(tape, options));
        Assert.Contains("TX-114 info", Read(tape.Replace("     UU", "    UU", StringComparison.Ordinal), options));
        Assert.Contains("TX-114 info", Read(tape[..^1], options));
        Assert.Contains(
            "TX-114 info",
            Read(tape.Replace("DE RVHBC 058C 14/0731Z\r\r\n", "DE RVHBC 058C 14/0731Z\r\n", StringComparison.Ordinal), options)
        );
        Assert.DoesNotContain("TX-114 info", Read(Sample.Base, ReaderOptions.Default));
    }

    [Fact]
    public void Bells_go_with_FLASH_and_with_nothing_else()
    {
        var options = new ReaderOptions { ShowsFunctions = true };

        Assert.Contains("TX-312 info", Read(Fast, options));
        Assert.DoesNotContain("TX-312 info", Read(Fast.Replace("\nZZ ", "\nJJJJJSSSSSZZ ", StringComparison.Ordinal), options));
        Assert.Contains("TX-312 info", Read(Sample.Base.Replace("\nRR ", "\nJJJJJSSSSSRR ", StringComparison.Ordinal), options));
    }

    [Fact]
    public void An_office_s_own_directory_knows_stations_and_addresses()
    {
        var directory = StationDirectory.Parse(
            """
            ri,name,kind,post
            RVEHAA,MINFOR HOMECITY,agency,
            RVEHAB,LEGATION EASTPORT,embassy,EASTPORT
            RVEHAC,LEGATION WESTPORT,embassy,WESTPORT
            RVEHBB,LEGATION NORTHPORT,embassy,NORTHPORT
            """
        );
        var options = new ReaderOptions { Directory = directory };

        Assert.Equal(["TX-404 info"], Read(Sample.UnitedStates, options));
        Assert.Contains("TX-214 info", Read(Sample.UnitedStates.Replace("DE RVEHBB", "DE RVXXBB", StringComparison.Ordinal), options));
        Assert.Contains("TX-406 warning", Read(Sample.UnitedStates.Replace("RVEHAB/LEG", "RVEHAA/LEG", StringComparison.Ordinal), options));
        Assert.Contains("TX-406 warning", Read(Sample.UnitedStates.Replace("EASTPORT", "NOPORT", StringComparison.Ordinal), options));
        Assert.Contains("TX-417 warning", Read(Sample.UnitedStates.Replace("RVEHAB/LEG", "ZEN/LEG", StringComparison.Ordinal), options));
        Assert.DoesNotContain("TX-406 warning", Sample.Findings(Sample.Read(Sample.UnitedStates)));
    }

    private static IEnumerable<string> Many(int count) =>
        Enumerable.Range(0, count).Select(i => $" RVQ{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}");

    private static string[] Outgoing(string text) => Read(text, new ReaderOptions { Outgoing = true });

    private static string[] Read(string text, ReaderOptions options) =>
        Sample.Findings(Assert.Single(new MessageReader(options).ReadAll(Sample.Bytes(text))));
}
