using System.Globalization;

namespace Chancery.Gateways.Tests;

/// <summary>On a slow line a FLASH does not wait behind a message that takes more than ten seconds (transmission.md 3.2 P8, 8.6).</summary>
public sealed class PreemptionTests : IDisposable
{
    private const string Broken = "E E E E E E E E AR";
    private readonly TemporaryFolder folder = new();
    private readonly int near = OpenOffice.FreePort();
    private readonly int far = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_FLASH_breaks_a_long_message_off_and_the_message_goes_again_whole_under_a_new_number(bool acknowledged)
    {
        await using var office = Open(baud: 4800, acknowledged);
        using var sender = await Peer.Connect(near);
        using var station = await Peer.Connect(far);
        await sender.Send(Long(1, "P", 6000));
        await station.Hears("VZCZCEFA001\r\r\nPP");
        await station.Hears("SUBJECT");
        await sender.Send(Traffic.Telegram(2, "Z", "RVEFAA"));
        await station.Hears("#0002\r\r\nNNNN");

        var heard = station.Heard;
        var end = heard.IndexOf(Broken, StringComparison.Ordinal);
        Assert.InRange(end, 1, 6000);
        Assert.StartsWith(
            "VZCZCEFA002\r\r\nZZ RVEFAA",
            heard[(heard.IndexOf("NNNN", end, StringComparison.Ordinal) + 4)..].TrimStart(),
            StringComparison.Ordinal
        );
        await station.Hears("VZCZCEFA003\r\r\nPP");
        if (acknowledged)
        {
            await station.Send("QSL EFA001\r\r\nQSL EFA002\r\r\n");
        }
        var id = office.Rows()[0].Id;
        Assert.Contains(
            office.Office.Archive.History(Reader.Owner, id),
            line => line.Kind == "broken-off" && line.Detail!.Contains("EFA001", StringComparison.Ordinal)
        );
        Assert.Contains(
            office.Office.Circuits.Record.Numbers("EFA", isOut: true, 10),
            entry => entry is { Number: 1, State: NumberState.Cancelled }
        );
    }

    [Theory]
    [InlineData("O", "P")]
    [InlineData("Z", "Z")]
    public async Task What_is_no_FLASH_and_what_is_no_higher_breaks_nothing_off(string second, string first)
    {
        await using var office = Open(baud: 4800, acknowledged: false);
        using var sender = await Peer.Connect(near);
        using var station = await Peer.Connect(far);
        await sender.Send(Long(1, first, 6000));
        await station.Hears("VZCZCEFA001");
        await sender.Send(Traffic.Telegram(2, second, "RVEFAA"));
        await office.Filed(2);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("NNNN", station.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_short_goes_to_its_end_and_the_FLASH_comes_next()
    {
        await using var office = Open(baud: 9600, acknowledged: false);
        using var sender = await Peer.Connect(near);
        using var station = await Peer.Connect(far);
        await sender.Send(Long(1, "P", 2000) + Traffic.Telegram(3, "P", "RVEFAA"));
        await station.Hears("VZCZCEFA001");
        await sender.Send(Traffic.Telegram(2, "Z", "RVEFAA"));
        await station.Hears("#0003\r\r\nNNNN");

        Assert.DoesNotContain(Broken, station.Heard, StringComparison.Ordinal);
        Assert.Contains("VZCZCEFA002\r\r\nZZ", station.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_offices_on_a_slow_line_have_the_message_once_and_the_number_that_was_broken_off_is_not_missed()
    {
        await using var office = Open(baud: 4800, acknowledged: true);
        await using var other = OpenOffice.Open(
            Path.Combine(folder.Path, "other"),
            $"[office]\nrouting_indicator = \"RVEFAA\"\n[[circuit]]\nname = \"EFA\"\nconnect = \"127.0.0.1:{far}\"\nacknowledged = true\nlevel = \"SECRET\"\n"
                + "station = \"RVEHAA\"\nreport_gaps_after = \"100ms\"\n"
        );
        using var sender = await Peer.Connect(near);
        await sender.Send(Long(1, "P", 5500));
        await Until.Holds(() => office.Office.Circuits.Record.Numbers("EFA", isOut: true, 10).Count > 0, "a number");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        await sender.Send(Traffic.Telegram(2, "Z", "RVEFAA"));
        await Until.Holds(() => other.Numbers().Count(number => number is 1 or 2) >= 3, "broken off, FLASH and the whole message");

        var rows = other.Rows();
        Assert.Equal([1, 2, 1], other.Numbers());
        Assert.Equal(["cancelled"], rows[0].States);
        Assert.All(rows.Skip(1), row => Assert.Empty(row.States));
        Assert.Empty(other.Office.Circuits.Record.Missing("EFA", 10));
        Assert.Empty(other.Office.Verify(null, default));
        Assert.Empty(office.Office.Verify(null, default));
    }

    [Fact]
    public void Wherever_it_is_broken_off_behind_its_first_line_the_other_side_knows_the_number_and_that_it_is_no_message()
    {
        var whole = Traffic.Telegram(7, "P", "RVEFAA");
        var reader = new MessageReader();
        for (var cut = whole.IndexOf('\n', StringComparison.Ordinal) + 1; cut < whole.Length - TransmissionWriter.BrokenOff.Length; cut++)
        {
            byte[] sent = [.. Traffic.Bytes(whole[..cut]), .. TransmissionWriter.BrokenOff.Span];
            var heard = new Chancery.Gateways.Circuits.CircuitFramer(1 << 20).Add(sent);
            var message = reader.Read(Assert.Single(heard).Bytes);
            Assert.True(message.Transmission.IsCancelled, $"cut at {cut.ToString(CultureInfo.InvariantCulture)}");
            Assert.Equal(("QQA", "007"), (message.Transmission.Channel?.Designator, message.Transmission.Channel?.Number));
        }
    }

    private static string Long(int number, string precedence, int length)
    {
        const string Line = "2. (U) EXERCISE. NOTHING OF THIS IS TRUE AND ALL OF IT TAKES TIME.\r\r\n";
        var telegram = Traffic.Telegram(number, precedence, "RVEFAA");
        var text = string.Concat(Enumerable.Repeat(Line, Math.Max(0, length - telegram.Length) / Line.Length));
        return telegram.Replace("\r\r\nBT\r\r\n#", "\r\r\n" + text + "BT\r\r\n#", StringComparison.Ordinal);
    }

    private OpenOffice Open(int baud, bool acknowledged) =>
        OpenOffice.Open(
            Path.Combine(folder.Path, "office"),
            $"[office]\nrouting_indicator = \"RVEHAA\"\n[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:{near}\"\nstation = \"RVEHBB\"\nlevel = \"SECRET\"\n"
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"[[circuit]]\nname = \"EFA\"\nlisten = \"127.0.0.1:{far}\"\nlevel = \"SECRET\"\nroutes = [\"RVEF\"]\nbaud = {baud}\nacknowledged = {(acknowledged ? "true" : "false")}\n"
                )
        );
}
