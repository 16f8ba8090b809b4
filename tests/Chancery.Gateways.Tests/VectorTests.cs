namespace Chancery.Gateways.Tests;

/// <summary>The vectors of transmission.md 12 that need a circuit, in the form of the base: station RVKLDA behind relay RVKL.</summary>
public sealed class VectorTests : IDisposable
{
    private const string V27 = """
        VV   KLA207     UU
        RR RVKLDA
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS
        BUOY SEVEN BACK IN PLACE
        BT
        NNNN

        """;

    private readonly TemporaryFolder folder = new();
    private readonly int port = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task V28_only_the_newest_number_counts_and_the_earlier_one_stays()
    {
        await using var office = Open("EVC");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27.Replace("KLA207     UU", "EVC093KLA207     ", StringComparison.Ordinal));
        await office.Filed(1);
        Assert.Equal("EVC 093", office.Rows()[0].ChannelIdentity);
        Assert.Equal(["EVC"], office.Office.Circuits.Record.Channels().Select(channel => channel.Name));
    }

    [Fact]
    public async Task V29_a_FLASH_is_receipted_with_the_station_and_its_number_unless_ZGC_says_not()
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        var flash = V27.Replace("RR RVKLDA", "ZZ RVKLDA", StringComparison.Ordinal)
            .Replace("R 140725Z", "Z 140725Z", StringComparison.Ordinal);
        await peer.Send(flash);
        await peer.Hears("R Z KLA207");
        Assert.Contains("ZZ RVKL\r\nDE RVKLDA ", peer.Heard, StringComparison.Ordinal);

        await peer.Send(
            flash
                .Replace("KLA207", "KLA208", StringComparison.Ordinal)
                .Replace("140725Z", "140726Z", StringComparison.Ordinal)
                .Replace("058C 14/0731Z", "059C 14/0731Z\nZNR UUUUU ZGC", StringComparison.Ordinal)
        );
        await office.Filed(3);
        await peer.Send(V27.Replace("KLA207", "KLA210", StringComparison.Ordinal));
        await peer.Hears("ZFX KLA209");
        Assert.DoesNotContain("R Z KLA208", peer.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V34_a_cancelled_transmission_is_kept_and_not_delivered_and_its_number_is_used()
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        var cut = V27[..V27.IndexOf("25Z MAY", StringComparison.Ordinal)] + "\r\nE E E E E E E E AR\r\n\r\nNNNN\r\n";
        await peer.Send(cut + V27.Replace("KLA207", "KLA208", StringComparison.Ordinal));
        await office.Filed(2);
        Assert.Equal(["cancelled"], office.Rows()[0].States);
        Assert.Empty(office.Rows()[1].States);
        Assert.Equal(
            [NumberState.Received, NumberState.Cancelled],
            office.Office.Circuits.Record.Numbers("KLA", isOut: false, 10).Select(number => number.State)
        );
        Assert.Empty(office.Office.Circuits.Record.Missing("KLA", 10));
    }

    [Fact]
    public async Task V35_a_gap_is_one_report_and_no_request()
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27);
        await peer.Send(
            V27.Replace("KLA207", "KLA209", StringComparison.Ordinal)
                .Replace("140725Z", "140726Z", StringComparison.Ordinal)
                .Replace("058C", "059C", StringComparison.Ordinal)
                .Replace("SEVEN", "EIGHT", StringComparison.Ordinal)
        );
        await peer.Hears("ZFX KLA208");
        Assert.Contains("OO RVKL\r\nDE RVKLDA ", peer.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("INT ZDK", peer.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V38_a_transmission_without_a_number_is_released_and_reported()
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27.Replace("KLA207", "KLA206", StringComparison.Ordinal));
        await peer.Send(
            V27[(V27.IndexOf('\n', StringComparison.Ordinal) + 1)..]
                .Replace("140725Z", "140726Z", StringComparison.Ordinal)
                .Replace("058C", "059C", StringComparison.Ordinal)
                .Replace("SEVEN", "EIGHT", StringComparison.Ordinal)
        );
        await peer.Hears("ZFT RVHBC 059C 14/0731Z KLA206");
        Assert.All(office.Rows(), row => Assert.Empty(row.States));
    }

    [Fact]
    public async Task V32_a_suspected_duplicate_seen_before_is_filed_and_not_sent_on()
    {
        await using var office = OpenOffice.Open(
            folder.Path,
            $"[[circuit]]\nname = \"KLA\"\nlisten = \"127.0.0.1:{port}\"\n[[folder]]\nname = \"west\"\nout = \"west\"\nroutes = [\"RVKLD\"]\n"
        );
        using var peer = await Peer.Connect(port);
        await peer.Send(V27);
        await peer.Send("VV   KLA208     UU\nRR RVKLDA\nZNR UUUUU ZFD RVKL\n" + V27);
        await office.Filed(2);
        Assert.Single(office.Office.Queue.Of(office.Rows()[0].Id));
        Assert.Empty(office.Office.Queue.Of(office.Rows()[1].Id));
    }

    [Fact]
    public async Task V31_only_the_newest_pilot_routes_and_the_message_below_goes_on_as_it_came()
    {
        await using var office = WithFolders("RVKLDB", "RVKLDA", "RVKLAB");
        using var peer = await Peer.Connect(port);
        var below = V27.Replace("VV   KLA207     UU", "EVC093HBA207", StringComparison.Ordinal)
            .Replace("RR RVKLDA", "RR RVKLAB", StringComparison.Ordinal);
        await peer.Send("VV   KLA031     UU\nRR RVKLDA\nZNR UUUUU ZOV RVKLAB\n" + below);
        await office.Filed(1);
        var laid = await Laid("RVKLDA");
        Assert.StartsWith("RR RVKLDA\nZNR UUUUU ZOV RVKLAB\n" + below[..^6], laid, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "RVKLAB")));
        Assert.Equal("RVHBC 058C 14/0731Z", office.Rows()[0].TransmissionIdentity);
    }

    [Fact]
    public async Task V33_what_is_missent_goes_on_unchanged_with_our_number_before_its_own_and_nobody_is_told()
    {
        await using var office = OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVKLDB\"\n[[circuit]]\nname = \"KLA\"\nout = \"KLB\"\nlisten = \"127.0.0.1:{port}\"\nstation = \"RVKL\"\nroutes = [\"RV\"]\n"
        );
        using var peer = await Peer.Connect(port);
        await peer.Send(V27);
        await peer.Hears("NNNN");
        Assert.Equal(
            "VZCZCKLB001KLA207     UU\n" + V27[(V27.IndexOf('\n', StringComparison.Ordinal) + 1)..],
            peer.Heard.Replace("\r", "", StringComparison.Ordinal)
        );
        // The relay that sends it here once more is told that it came twice, and does not get it back again.
        await peer.Send(V27.Replace("KLA207", "KLA208", StringComparison.Ordinal));
        await peer.Hears("RECEIVED TWICE");
        Assert.Equal(1, peer.Heard.Split("BUOY SEVEN").Length - 1);
    }

    [Fact]
    public async Task What_is_missent_and_damaged_is_held_and_the_relay_told_ZEQ2()
    {
        await using var office = OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVKLDB\"\n[[circuit]]\nname = \"KLA\"\nlisten = \"127.0.0.1:{port}\"\nstation = \"RVKL\"\nroutes = [\"RV\"]\n"
        );
        using var peer = await Peer.Connect(port);
        await peer.Send(
            V27.Replace("BT\nNNNN\n", "VZCZCKLA208\n", StringComparison.Ordinal) + V27[(V27.IndexOf('\n', StringComparison.Ordinal) + 1)..]
        );
        await peer.Hears("ZEQ2 RVHBC 058C 14/0731Z GARBLED");
        Assert.Equal(["held"], office.Rows()[0].States);
    }

    [Fact]
    public async Task V34_after_ZXB_the_calling_station_is_asked_for_a_full_copy()
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27[..V27.IndexOf("25Z MAY", StringComparison.Ordinal)] + "\r\nZXB ZXB\r\n\r\nNNNN\r\n");
        await peer.Hears("UNCLAS SVC INT ZDK RVHBC 058C 14/0731Z");
        Assert.Contains("PP RVHBC\r\nDE RVKLDA ", peer.Heard, StringComparison.Ordinal);
        Assert.Contains("ZNR UUUUU\r\nBT\r\n", peer.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KLA207\nKLA208")]
    [InlineData("VV   KLA208KLA207     UU")]
    public async Task V37_a_message_under_two_numbers_is_filed_under_the_lower_and_the_higher_is_blanked(string numbers)
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27.Replace("KLA207", "KLA206", StringComparison.Ordinal));
        await peer.Send(Another(V27).Replace("VV   KLA207     UU", numbers, StringComparison.Ordinal));
        await peer.Hears("ZFU KLA207 KLA208 RVHBC 059C 14/0731Z");
        await peer.Send(Another(Another(V27)).Replace("KLA207", "KLA209", StringComparison.Ordinal));
        await Until.Holds(() => Numbers(office).Length == 4, "KLA209");
        Assert.Equal([NumberState.Received, NumberState.Received, NumberState.Blanked, NumberState.Received], Numbers(office));
        Assert.Empty(office.Office.Circuits.Record.Missing("KLA", 10));
    }

    [Fact]
    public async Task A_number_inside_a_message_is_reported_ZFV_and_what_goes_on_is_subject_to_correction()
    {
        await using var office = WithFolders("RVKLDB", "RVKLDA");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27.Replace("BACK IN PLACE", "BACK\nKLA208\nIN PLACE", StringComparison.Ordinal));
        await peer.Hears("KLA207 KLA208 ZFV RVHBC 058C 14/0731Z RECORDED AS KLA207 AND");
        Assert.StartsWith("RR RVKLDA\r\r\nZDG\r\r\nKLA207\r\r\nRR RVKLDA\n", await Laid("RVKLDA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V40_a_repetition_behind_a_service_message_closes_as_D4_and_is_reported_to_nobody()
    {
        await using var office = Open("KLA");
        using var peer = await Peer.Connect(port);
        await peer.Send(V27);
        await peer.Send(
            "VV   KLA208     UU\nRR RVKLDA\nDE RVHBC 061C 14/0902Z\nBT\nUNCLAS SVC ZUI KLA103 ZDK RVHBC 058C\n14/0731Z\n"
                + V27[(V27.IndexOf('\n', StringComparison.Ordinal) + 1)..]
        );
        await office.Filed(2);
        Assert.Equal("RVHBC 058C 14/0731Z", office.Rows()[1].TransmissionIdentity);
        Assert.Empty(office.Rows()[1].States);
        var (kind, row, _, isEarlier) = Assert.Single(office.Office.Desk.Links(Reader.Owner, office.Rows()[1].Id));
        Assert.Equal((LinkKind.Repeats, "D4", true), (kind, row, isEarlier));
        Assert.DoesNotContain("RECEIVED TWICE", peer.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V45_V46_copies_for_information_go_lower_where_the_circuit_is_set_so_and_FLASH_always_apart_at_its_origin()
    {
        await using var office = OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVHBC\"\n[[folder]]\nname = \"K\"\nout = \"K\"\nroutes = [\"RVKL\"]\n[[circuit]]\nname = \"EAA\"\nlisten = \"127.0.0.1:{port}\"\nroutes = [\"RVE\"]\nlower_info = true\n"
        );
        using var peer = await Peer.Connect(port);
        var v45 = V27.Replace("RR RVKLDA", "PP RVKLDA RVKLDB RVEAAC", StringComparison.Ordinal)
            .Replace("R 140725Z", "P R 140725Z", StringComparison.Ordinal)
            .Replace("TO PILOT OFFICE WESTPORT", "TO RVKLDA/PILOT OFFICE WESTPORT\nINFO RVKLDB/ONE\nRVEAAC/TWO", StringComparison.Ordinal);
        await Accept(office, v45);
        Assert.StartsWith("PP RVKLDA RVKLDB\nDE RVHBC 058C", await Laid("K"), StringComparison.Ordinal);
        await peer.Hears("\r\nRR RVEAAC\nDE RVHBC 058C");

        Directory.Delete(Path.Combine(folder.Path, "K"), recursive: true);
        await Accept(
            office,
            Another(v45).Replace("PP RVKLDA", "ZZ RVKLDA", StringComparison.Ordinal).Replace("P R 14", "Z R 14", StringComparison.Ordinal)
        );
        await peer.Hears("\r\nRR RVEAAC\nDE RVHBC 059C");
        var copies = office.Office.Queue.Of(office.Rows()[1].Id).Select(copy => (copy.Destination, copy.Precedence));
        Assert.Equal([("folder K", Precedence.Flash), ("folder K", Precedence.Routine), ("circuit EAA", Precedence.Routine)], copies);
    }

    /// <summary>The same message with another date-time group, serial and text.</summary>
    private static string Another(string text) =>
        text.Contains("059C", StringComparison.Ordinal)
            ? text.Replace("140726Z", "140727Z", StringComparison.Ordinal)
                .Replace("059C", "060C", StringComparison.Ordinal)
                .Replace("EIGHT", "NINE", StringComparison.Ordinal)
            : text.Replace("140725Z", "140726Z", StringComparison.Ordinal)
                .Replace("058C", "059C", StringComparison.Ordinal)
                .Replace("SEVEN", "EIGHT", StringComparison.Ordinal);

    private static NumberState[] Numbers(OpenOffice office) =>
        [.. office.Office.Circuits.Record.Numbers("KLA", isOut: false, 10).Reverse().Select(number => number.State)];

    private static async Task Accept(OpenOffice office, string telegram)
    {
        var answer = await office.Office.Intake.Accept(
            new Submission(Traffic.Bytes(telegram), new Origin("http", "op"), Samples.Person("op", Level.Secret)),
            default
        );
        Assert.Null(answer.Refusal);
    }

    /// <summary>The one file that was laid into a folder below the store.</summary>
    private async Task<string> Laid(string name)
    {
        var path = Path.Combine(folder.Path, name);
        await Until.Holds(() => Directory.Exists(path) && Directory.GetFiles(path, "*.txt").Length > 0, $"file in {name}");
        return await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(path, "*.txt")));
    }

    private OpenOffice WithFolders(string own, params string[] stations) =>
        OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"{own}\"\n[[circuit]]\nname = \"KLA\"\nlisten = \"127.0.0.1:{port}\"\nstation = \"RVKL\"\n"
                + string.Concat(stations.Select(one => $"[[folder]]\nname = \"{one}\"\nout = \"{one}\"\nroutes = [\"{one}\"]\n"))
        );

    private OpenOffice Open(string circuit) =>
        OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVKLDA\"\n[[circuit]]\nname = \"{circuit}\"\nlisten = \"127.0.0.1:{port}\"\nstation = \"RVKL\"\nreport_gaps_after = \"200ms\"\nlevel = \"SECRET\"\nroutes = [\"RV\"]\n"
        );
}
