using System.Text;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>A slow circuit of the built program: what is on the line for long gives way to a FLASH (transmission.md 3.2 P8, 8.6).</summary>
public sealed class SlowLineTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_FLASH_breaks_a_long_message_off_and_the_message_comes_again_whole()
    {
        var port = ServedStore.FreePort();
        using var store = await ServedStore.Start(
            folder["store"],
            $"\n[[circuit]]\nname = \"ZZO\"\nlisten = \"127.0.0.1:{port}\"\nlevel = \"SECRET\"\nroutes = [\"RVEHZ\"]\nbaud = 9600\n"
        );
        var text = string.Concat(Enumerable.Repeat("2. (U) EXERCISE. ALL OF THIS TAKES TIME.\r\n", 240));
        var longOne = Peer.Telegram("XXA001", 1).Replace("BT\r\n#", text + "BT\r\n#", StringComparison.Ordinal);
        var flash = Peer.Telegram("XXA002", 2)
            .Replace("RR RVEHZZ", "ZZ RVEHZZ", StringComparison.Ordinal)
            .Replace("R 0112", "Z 0112", StringComparison.Ordinal);
        using var station = Peer.Connect(port);
        var id = await store.Post(Encoding.ASCII.GetBytes(longOne));
        Assert.Equal("VZCZCZZO001", await station.Hear());
        await Heard(station, "2. (U) EXERCISE.");
        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(flash)));

        await Heard(station, "E E E E E E E E AR");
        Assert.Equal("NNNN", await station.Hear());
        Assert.Equal("VZCZCZZO002", await station.Hear());
        Assert.Equal("ZZ RVEHZZ", await station.Hear());
        await Heard(station, "NNNN");
        Assert.Equal("VZCZCZZO003", await station.Hear());
        await Heard(station, "#0001");
        Assert.Equal("NNNN", await station.Hear());
        await Until.Holds(
            async () => (await store.Get($"/api/messages/{id}/trace")).Body.Contains("\"ZZO003\"", StringComparison.Ordinal),
            "delivery under the new number"
        );
        Assert.Contains("broken-off", (await store.Get($"/api/messages/{id}/history")).Body, StringComparison.Ordinal);
    }

    private static async Task Heard(Peer station, string start)
    {
        while (await station.Hear() is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail($"The line ended before {start} came.");
    }
}
