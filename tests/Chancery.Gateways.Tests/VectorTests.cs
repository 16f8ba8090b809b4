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

    private OpenOffice Open(string circuit) =>
        OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVKLDA\"\n[[circuit]]\nname = \"{circuit}\"\nlisten = \"127.0.0.1:{port}\"\nstation = \"RVKL\"\nreport_gaps_after = \"200ms\"\nlevel = \"SECRET\"\nroutes = [\"RV\"]\n"
        );
}
