using System.Net;
using System.Text;
using Chancery.EndToEnd.Tests.Doors;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>A disk that becomes full while every door is open.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a small disk")]
    [InlineData("files that may not grow")]
    public async Task A_full_disk_stops_every_door_with_an_alarm_and_each_goes_on_by_itself_when_there_is_room(string how)
    {
        using var disk = how == "a small disk" ? (IFullDisk)await SmallDisk.Mount(folder) : await LimitedFiles.Make(folder);
        var doors = new OpenDoors(folder);
        using var store = await ServedStore.Start(Path.Combine(disk.Path, "store"), doors.Settings);
        var acknowledged = new List<int>();
        var n = 0;
        disk.Fill(store.ServerId, left: 512 * 1024);
        while (await store.Post(Large(++n)) is not null)
        {
            acknowledged.Add(n);
        }

        // Where a large message finds no room a small one may: the disk is full when none does.
        disk.Fill(store.ServerId, left: 0);
        var health = "";
        await Until.Holds(
            async () =>
            {
                if (await store.Post(Encoding.ASCII.GetBytes(Text(++n))) is not null)
                {
                    acknowledged.Add(n);
                }
                (var status, health) = await store.Get("/health");
                return status == HttpStatusCode.ServiceUnavailable;
            },
            "the end of all room"
        );
        Assert.Contains("\"storage\"", health);
        using var mail = Peer.Connect(doors.Smtp);
        await mail.Answer();
        await mail.Ask("EHLO exercise");
        Assert.Equal("452", await Mailed(mail, ++n));
        using var line = Peer.Connect(doors.Circuit);
        var byCircuit = ++n;
        await line.Say(Text(byCircuit, "QQA001"));
        var byFolder = ++n;
        await File.WriteAllTextAsync(Path.Combine(doors.Traffic, "1.txt"), Text(byFolder));
        await Until.Holds(() => store.Said("circuit QQA waits"), "the circuit's waiting");
        Assert.True(File.Exists(Path.Combine(doors.Traffic, "1.txt")));

        disk.Empty(store.ServerId);

        Assert.True(await line.IsQuitted("QQA001"));
        await Until.Holds(() => File.Exists(Path.Combine(doors.Traffic, "done", "1.txt")), "acceptance of the file");
        Assert.Equal("250", await Mailed(mail, ++n));
        var byMail = n;
        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(Text(++n))));
        await Until.Holds(async () => (await store.Get("/health")).Status == HttpStatusCode.OK, "health");
        Assert.Equal([.. acknowledged, byCircuit, byFolder, byMail, n], await store.Numbers());
        Assert.Equal(0, (await store.Stop("TERM")).Code);
        (await Tool.Run("verify", "--store", store.Folder)).IsDone();
    }

    private static string Text(int n, string channel = "XXA001") => Peer.Telegram(channel, n);

    /// <summary>A message of a quarter of a megabyte.</summary>
    private static byte[] Large(int n) =>
        Encoding.ASCII.GetBytes(
            Text(n)
                .Replace(
                    "1. (U)",
                    string.Concat(Enumerable.Repeat("EXERCISE EXERCISE EXERCISE\r\n", 9000)) + "1. (U)",
                    StringComparison.Ordinal
                )
        );

    private static async Task<string?> Mailed(Peer mail, int n)
    {
        Assert.Equal("250", await mail.Ask("MAIL FROM:<a@example.org>"));
        Assert.Equal("250", await mail.Ask("RCPT TO:<centre@example.org>"));
        Assert.Equal("354", await mail.Ask("DATA"));
        return await mail.Ask($"Subject: x\r\n\r\n{Text(n)}.");
    }
}
