namespace Chancery.Gateways.Tests;

/// <summary>What waits for a circuit that is out is offered the next route.</summary>
public sealed class OfferTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret, Roles.Reader | Roles.Sender | Roles.Communicator);
    private readonly TemporaryFolder folder = new();
    private readonly int first = OpenOffice.FreePort();
    private readonly int second = OpenOffice.FreePort();
    private readonly int other = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_waits_for_a_circuit_that_is_out_goes_by_the_one_that_is_offered_when_a_communicator_says_so()
    {
        await using var office = Open();
        for (var number = 1; number <= 3; number++)
        {
            await Accept(office, Traffic.Telegram(number, called: "RVEFAA"));
        }
        Assert.Null(office.Office.Offers.For(Op, "EFA"));
        using var station = await Peer.Connect(second);
        await Until.Holds(() => office.Office.Circuits.Status("EFB").State == "up", "the line");

        var offer = office.Office.Offers.For(Op, "EFA")!;
        Assert.Equal(("EFB", 3), (offer.By, offer.Deliveries.Length));
        Assert.Equal("not-a-communicator", office.Office.Offers.Send(Op with { Roles = Roles.Reader }, "EFA", "out").Refusal?.Code);
        Assert.Equal((3, null), office.Office.Offers.Send(Op, "EFA", "EFA is out"));

        await station.Hears("VZCZCEFB003");
        Assert.Equal("no-offer", office.Office.Offers.Send(Op, "EFA", "again").Refusal?.Code);
        Assert.Null(office.Office.Offers.For(Op, "EFA"));
    }

    [Fact]
    public async Task Nothing_is_offered_by_a_circuit_that_is_not_cleared_or_while_its_own_is_up()
    {
        await using var office = Open();
        await Accept(
            office,
            Traffic
                .Telegram(1, called: "RVEFAA")
                .Replace("ZNR UUUUU", "ZNY SSSSS", StringComparison.Ordinal)
                .Replace("UNCLAS NORTH", "S E C R E T NORTH", StringComparison.Ordinal)
        );
        using var station = await Peer.Connect(second);
        await Until.Holds(() => office.Office.Circuits.Status("EFB").State == "up", "the line");
        Assert.Single(office.Office.Desk.Waiting(Op, 10));
        Assert.Null(office.Office.Offers.For(Op, "EFA"));
        Assert.Null(office.Office.Offers.For(Op, "EFB"));
    }

    [Fact]
    public async Task What_is_offered_for_one_circuit_does_not_hang_on_how_much_waits_for_another()
    {
        await using var office = Open();
        for (var number = 1; number <= 210; number++)
        {
            await Accept(office, Traffic.Telegram(number, called: "RVEGAA"));
        }
        await Accept(office, Traffic.Telegram(211, called: "RVEFAA"));
        Assert.Null(office.Office.Offers.For(Op, "EFA"));
        using var station = await Peer.Connect(second);
        await Until.Holds(() => office.Office.Circuits.Status("EFB").State == "up", "the line");
        Assert.Equal(("EFB", 1), office.Office.Offers.For(Op, "EFA") is { } offer ? (offer.By, offer.Deliveries.Length) : default);
        station.Dispose();
        await Until.Holds(() => office.Office.Circuits.Status("EFB").State != "up", "the end of the line");
        Assert.Null(office.Office.Offers.For(Op, "EFA"));
    }

    private static async Task Accept(OpenOffice office, string telegram)
    {
        var answer = await office.Office.Intake.Accept(new Submission(Traffic.Bytes(telegram), new Origin("http", "op"), Op), default);
        Assert.Null(answer.Refusal);
    }

    private OpenOffice Open() =>
        OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVEHAA\"\n[[circuit]]\nname = \"EFA\"\nlisten = \"127.0.0.1:{first}\"\nlevel = \"SECRET\"\nroutes = [\"RVEF\"]\n"
                + $"[[circuit]]\nname = \"ABC\"\nlisten = \"127.0.0.1:{other}\"\nlevel = \"SECRET\"\nroutes = [\"RVEG\"]\n"
                + $"[[circuit]]\nname = \"EFB\"\nlisten = \"127.0.0.1:{second}\"\nlevel = \"UNCLASSIFIED\"\nroutes = [\"RVEF\"]\n"
        );
}
