namespace Chancery.Gateways.Tests;

/// <summary>Traffic with the wrong routing indicator: sent on below a pilot, or its origin told (transmission.md 2.16, 5.5).</summary>
public sealed class MisrouteTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret, Roles.Reader | Roles.Communicator);
    private static readonly Reader Second = Samples.Person("second", Level.Secret, Roles.Reader | Roles.Communicator);
    private readonly TemporaryFolder folder = new();
    private readonly int near = OpenOffice.FreePort();
    private readonly int far = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_misrouted_goes_on_whole_below_a_pilot_and_the_origin_is_told()
    {
        await using var office = Open("MINFOR HOMECITY;RVEFAA\n");
        using var sender = await Peer.Connect(near);
        using var station = await Peer.Connect(far);
        await sender.Send(Traffic.Telegram(1, called: "RVXXAA"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        Assert.Equal(
            "RVEFAA",
            office.Office.Misroutes.Proposed(new MessageReader().Read(Traffic.Bytes(Traffic.Telegram(1, called: "RVXXAA"))))
        );

        Assert.Equal((true, null), await office.Office.Misroutes.SendOn(Op, id, "RVEFAA", "old indicator"));

        await station.Hears("NNNN");
        Assert.StartsWith(
            "VZCZCEFA001\r\r\nRR RVEFAA\r\r\nZNR UUUUU ZOV RVEHAA\r\r\nQQA001\r\r\nRR RVXXAA\r\r\nDE RVEHBB #0001 0610001\r\r\n",
            station.Heard,
            StringComparison.Ordinal
        );
        var read = new MessageReader().Read(Traffic.Bytes(station.Heard));
        Assert.Equal(("ZOV", "RVEHAA"), (read.Transmission.Pilots[0].Signal, read.Transmission.Pilots[0].Station));
        Assert.Equal(["RVEFAA"], read.Transmission.Pilots[0].Called.RoutingIndicators);
        await sender.Hears("ZEQ3 RVEHBB 0001 0610001 RVEFAA");
        Assert.Empty(office.Rows()[0].States);
        Assert.Contains(
            office.Office.Archive.History(Reader.Owner, id),
            line => line.Kind == "released" && line.Detail!.Contains("ZOV", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Of_several_addressees_the_pilot_names_those_whom_the_directory_knows_there()
    {
        await using var office = Open("LEGATION EASTPORT;RVEFAA\n");
        using var sender = await Peer.Connect(near);
        using var station = await Peer.Connect(far);
        await sender.Send(
            Traffic
                .Telegram(1, called: "RVEHAA RVXXAA")
                .Replace("HOMECITY\r\r\n", "HOMECITY\r\r\nRVXXAA/LEGATION EASTPORT\r\r\n", StringComparison.Ordinal)
        );
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        var (isDone, refusal) = await office.Office.Misroutes.SendOn(Op, id, "RVEFBB", "old indicator");
        Assert.Equal((false, "which-addressee"), (isDone, refusal?.Code));

        Assert.Equal((true, null), await office.Office.Misroutes.SendOn(Op, id, "RVEFAA", "old indicator"));

        await station.Hears("ZOV RVEHAA T LEGATION EASTPORT\r\r\n");
        await sender.Hears("RVEFAA LEGATION");
    }

    [Fact]
    public async Task FLASH_is_sent_on_by_two_persons_who_name_the_same_station()
    {
        await using var office = Open("MINFOR HOMECITY;RVEFAA\n");
        using var sender = await Peer.Connect(near);
        await sender.Send(Traffic.Telegram(1, "Z", "RVXXAA"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;

        Assert.Equal((false, null), await office.Office.Misroutes.SendOn(Op, id, "RVEFAA", "first"));
        Assert.Equal("two-persons", (await office.Office.Misroutes.SendOn(Op, id, "RVEFAA", "first again")).Refusal?.Code);
        Assert.Equal((false, null), await office.Office.Misroutes.SendOn(Second, id, "RVEFBB", "another station"));
        Assert.Equal((true, null), await office.Office.Misroutes.SendOn(Op, id, "RVEFBB", "the same"));
    }

    [Theory]
    [InlineData("RVEHAA", "ours")]
    [InlineData("RVZZAA", "no-route")]
    [InlineData("rvefaa", "no-indicator")]
    [InlineData("RVELAA", "not-cleared")]
    public async Task It_goes_to_no_station_that_is_none_that_is_ours_or_that_no_cleared_way_leads_to(string indicator, string code)
    {
        await using var office = Open("");
        using var sender = await Peer.Connect(near);
        await sender.Send(
            Traffic
                .Telegram(1, called: "RVXXAA")
                .Replace("ZNR UUUUU", "ZNY SSSSS", StringComparison.Ordinal)
                .Replace("UNCLAS NORTH", "S E C R E T NORTH", StringComparison.Ordinal)
        );
        await office.Filed(1);

        var (isDone, refusal) = await office.Office.Misroutes.SendOn(Op, office.Rows()[0].Id, indicator, "old indicator");

        Assert.Equal((false, code), (isDone, refusal?.Code));
        Assert.Equal(["held"], office.Rows()[0].States);
    }

    [Fact]
    public async Task Where_nobody_knows_the_right_station_the_origin_is_told_to_protect_delivery()
    {
        await using var office = Open("");
        using var sender = await Peer.Connect(near);
        await sender.Send(Traffic.Telegram(1, called: "RVXXAA"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        Assert.Equal("not-a-communicator", (await office.Office.Misroutes.Protect(Samples.Person("ada", Level.Secret), id, "x"))?.Code);

        Assert.Null(await office.Office.Misroutes.Protect(Op, id, "nobody knows it"));

        await sender.Hears("ZEQ4 RVEHBB 0001 0610001 MINFOR HOMECITY\r\nBT");
        Assert.Empty(office.Rows()[0].States);
        Assert.Equal("not-held", (await office.Office.Misroutes.Protect(Op, id, "again"))?.Code);
    }

    [Fact]
    public async Task What_a_station_could_not_deliver_because_it_was_garbled_goes_again_whole_with_ZEQ6_and_the_second_time_a_person_looks()
    {
        await using var office = Open("");
        using var station = await Peer.Connect(far);
        var sent = Traffic.Telegram(1, called: "RVEFAA").Replace("DE RVEHBB", "DE RVEHAA", StringComparison.Ordinal);
        Assert.Null(
            (
                await office.Office.Intake.Accept(
                    new Submission(Traffic.Bytes(sent), new Origin("http", "op"), Op with { Roles = Op.Roles | Roles.Sender }),
                    default
                )
            ).Refusal
        );
        await station.Hears("VZCZCEFA001");

        await station.Send(NotDelivered(1, "MINFOR HOMECITY GARBLED"));
        await station.Hears("VZCZCEFA002");
        await station.Hears("ZNR UUUUU ZEQ6\r\r\n");
        var read = new MessageReader().Read(Traffic.Bytes(station.Heard[station.Heard.IndexOf("VZCZCEFA002", StringComparison.Ordinal)..]));
        Assert.Equal(("RVEHAA 0001 0610001", "UUUUU"), (read.TransmissionIdentity, read.Transmission.Security?.Group));
        Assert.Empty(office.Office.Desk.Holds(Op, 10));

        await station.Send(NotDelivered(2, "MINFOR HOMECITY GARBLED"));
        await Until.Holds(() => office.Office.Desk.Holds(Op, 10).Count == 1, "a message that is held");
        Assert.Equal("ZEQ4", office.Office.Desk.Holds(Op, 10)[0].Rule);
        await station.Send(NotDelivered(3, "RVEFBB MINFOR HOMECITY"));
        await Until.Holds(() => office.Office.Desk.Holds(Op, 10).Count == 2, "another one");
        Assert.DoesNotContain("VZCZCEFA003", station.Heard, StringComparison.Ordinal);
    }

    private static string NotDelivered(int number, string words) =>
        $"VZCZCEFA{number:000}\r\nPP RVEHAA\r\nDE RVEFAA 01{number} 02/120{number}Z\r\nZNR UUUUU\r\nBT\r\nUNCLAS SVC ZEQ4 RVEHAA 0001 0610001\r\n{words}\r\nBT\r\nNNNN\r\n";

    [Fact]
    public async Task What_bears_two_release_codes_is_held_by_TX_511()
    {
        await using var office = Open("");
        using var sender = await Peer.Connect(near);
        await sender.Send(
            "VZCZCQQA001\r\nRTTUZYUW RVEFAA0817 0611200-UUXX--RVEHAA.\r\nZNR UUUUU\r\nR 021200Z MAR 26\r\nFM LEGATION NORTHPORT\r\nTO RVEHAA/MINFOR HOMECITY\r\n"
                + "BT\r\nUNCLAS\r\nEXERCISE\r\nBT\r\n#0817\r\nNNNN\r\n"
        );
        await office.Filed(1);

        Assert.Equal("TX-511", Assert.Single(office.Office.Desk.Holds(Op, 10)).Rule);
    }

    private OpenOffice Open(string addressees)
    {
        var path = Path.Combine(folder.Path, "office");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "addressees.csv"), "name;ri\n" + addressees);
        return OpenOffice.Open(
            path,
            $"[office]\nrouting_indicator = \"RVEHAA\"\n[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:{near}\"\nstation = \"RVEHBB\"\nlevel = \"SECRET\"\nroutes = [\"RVEHB\"]\n"
                + $"[[circuit]]\nname = \"EFA\"\nlisten = \"127.0.0.1:{far}\"\nlevel = \"SECRET\"\nroutes = [\"RVEF\"]\n"
                + "[[circuit]]\nname = \"LOW\"\nconnect = \"127.0.0.1:1\"\nroutes = [\"RVEL\"]\n"
        );
    }
}
