namespace Chancery.Gateways.Tests;

/// <summary>A circuit over a loopback socket, with peers of all kinds.</summary>
public sealed class CircuitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_missing_number_is_reported_once_by_ZFX_and_a_late_message_closes_it()
    {
        await using var office = Open("report_gaps_after = \"200ms\"");
        using var peer = await Peer.Connect(port);
        await peer.Send(Traffic.Telegram(1) + Traffic.Telegram(2) + Traffic.Telegram(4));
        await peer.Hears("ZFX QQA003");
        Assert.Contains("VZCZCQQA001\r\r\nOO RVEH\r\nDE QQA ", peer.Heard, StringComparison.Ordinal);

        var missing = Assert.Single(office.Office.Circuits.Record.Missing("QQA", 10));
        Assert.Equal((3, NumberState.Reported), (missing.Number, missing.State));
        await peer.Send(Traffic.Telegram(3));
        await Until.Holds(() => office.Office.Circuits.Record.Missing("QQA", 10).Count == 0, "closed number");
        Assert.Equal([1, 2, 3, 4], office.Numbers().Order());
        Assert.Equal(1, peer.Heard.Split("ZFX").Length - 1);
    }

    [Fact]
    public async Task What_the_numbers_had_come_to_is_known_after_a_restart()
    {
        await using (var office = Open("report_gaps_after = \"1h\""))
        {
            using var peer = await Peer.Connect(port);
            await peer.Send(Traffic.Telegram(1) + Traffic.Telegram(2));
            await office.Filed(2);
        }
        await using var again = Open("report_gaps_after = \"1h\"");
        using var other = await Peer.Connect(port);
        await other.Send(Traffic.Telegram(5));
        await again.Filed(3);
        Assert.Equal([3, 4], again.Office.Circuits.Record.Missing("QQA", 10).Select(entry => entry.Number));
    }

    [Fact]
    public async Task The_same_transmission_under_its_number_again_is_dropped_and_two_messages_under_one_number_are_both_kept()
    {
        await using var office = Open("");
        using var peer = await Peer.Connect(port);
        await peer.Send(Traffic.Telegram(1) + Traffic.Telegram(1) + Traffic.Telegram(1, text: 77) + Traffic.Telegram(2));
        await peer.Hears("ZFQ QQA001");
        await Until.Holds(() => office.Numbers().Contains(2), "second number");
        Assert.Equal([1, 77, 2], office.Numbers());
    }

    [Fact]
    public async Task A_cut_message_is_kept_and_the_whole_one_under_its_number_as_well()
    {
        await using var office = Open("");
        using (var peer = await Peer.Connect(port))
        {
            await peer.Send(Traffic.Telegram(1)[..^60]);
        }
        await office.Filed(1);
        using var again = await Peer.Connect(port);
        await again.Send(Traffic.Telegram(1));
        await office.Filed(2);

        var rows = office.Rows();
        Assert.Contains("TX-105", rows[0].Findings);
        Assert.Equal(["held"], rows[0].States);
        Assert.Empty(rows[1].States);
    }

    [Fact]
    public async Task Rubbish_and_lines_that_never_end_harm_no_message()
    {
        await using var office = Open("");
        using (var hostile = await Peer.Connect(port))
        {
            await hostile.Send(new string('\0', 100_000) + new string('A', 3_000_000));
        }
        using var peer = await Peer.Connect(port);
        await peer.Send("\r\n" + Traffic.Telegram(1));
        await Until.Holds(() => office.Numbers().Count == 1, "message");
    }

    [Fact]
    public async Task A_FLASH_is_receipted_at_once_and_a_receipt_never()
    {
        await using var office = Open("");
        using var peer = await Peer.Connect(port);
        await peer.Send(Traffic.Telegram(1, "Z"));
        await peer.Hears("R Z QQA001");
        await peer.Send("VZCZCQQA002\r\r\nZZ RVEHAA\r\r\nDE RVEHBB 14/0733Z\r\r\nR Z QQA001\r\r\nNNNN\r\r\n");
        await peer.Send(Traffic.Telegram(3));
        await office.Filed(4);
        Assert.Equal(1, peer.Heard.Split("R Z ").Length - 1);
    }

    [Fact]
    public async Task What_is_routed_to_a_circuit_goes_out_numbered_by_precedence_and_again_when_asked_for()
    {
        await using var office = Open("");
        foreach (var (number, precedence) in new[] { (11, "R"), (12, "P"), (13, "Z"), (14, "R") })
        {
            var answer = await office.Office.Intake.Accept(
                new Submission(
                    Traffic.Bytes(Traffic.Telegram(number, precedence, channel: "XXA")),
                    new Origin("http", "op"),
                    Samples.Person("op", Level.Secret)
                ),
                default
            );
            Assert.Null(answer.Refusal);
        }
        using var peer = await Peer.Connect(port);
        await peer.Hears("VZCZCQQA004");
        var order = peer.Heard.Split("UNCLAS NORTHPORT ").Skip(1).Select(text => text[..6]);
        Assert.Equal(["000013", "000012", "000011", "000014"], order);

        await peer.Send("VZCZCQQA001\r\r\nPP RVEHAA\r\r\nDE RVEHBB 14/1230Z\r\r\nINT ZDK QQA002\r\r\nNNNN\r\r\n");
        await peer.Hears("VZCZCQQA005");
        Assert.Contains("NORTHPORT 000012", peer.Heard.Split("VZCZCQQA005")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_leaves_above_the_level_of_the_circuit()
    {
        await using var office = Open("");
        var secret = Traffic
            .Telegram(11, channel: "XXA")
            .Replace("ZNR UUUUU", "ZNY SSSSS", StringComparison.Ordinal)
            .Replace("UNCLAS NORTH", "S E C R E T NORTH", StringComparison.Ordinal);
        await office.Office.Intake.Accept(
            new Submission(Traffic.Bytes(secret), new Origin("http", "op"), Samples.Person("op", Level.Secret)),
            default
        );
        Assert.Equal(["held"], Assert.Single(office.Rows()).States);
        Assert.Empty(office.Office.Queue.Of(office.Rows()[0].Id));
    }

    [Fact]
    public async Task Two_offices_joined_by_an_acknowledged_circuit_lose_and_double_nothing_when_the_line_is_cut()
    {
        using var far = new TemporaryFolder();
        await using var there = OpenOffice.Open(
            far.Path,
            $"[office]\nrouting_indicator = \"RVEHAA\"\n[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:{port}\"\nacknowledged = true\nlevel = \"SECRET\"\n"
        );
        for (var round = 0; round < 4; round++)
        {
            await using var here = OpenOffice.Open(
                folder.Path,
                $"[office]\nrouting_indicator = \"RVEHBB\"\n[[circuit]]\nname = \"QQA\"\nconnect = \"127.0.0.1:{port}\"\nacknowledged = true\nlevel = \"SECRET\"\nroutes = [\"RVEHA\"]\n"
            );
            foreach (var number in Enumerable.Range(round * 50 + 1, 50))
            {
                await here.Office.Intake.Accept(
                    new Submission(
                        Traffic.Bytes(Traffic.Telegram(number, channel: "XXA")),
                        new Origin("http", "op"),
                        Samples.Person("op", Level.Secret)
                    ),
                    default
                );
            }
            var enough = round == 3 ? 200 : round * 50 + 10;
            await Until.Holds(() => there.Numbers().Count >= enough, "delivery");
        }
        Assert.Equal(Enumerable.Range(1, 200).Select(number => (long)number), there.Numbers().Order());
    }

    private OpenOffice Open(string more) =>
        OpenOffice.Open(
            folder.Path,
            $"[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:{port}\"\nlevel = \"CONFIDENTIAL\"\nroutes = [\"RVEH\"]\n{more}\n"
        );
}
