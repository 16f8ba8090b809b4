using System.Text;
using System.Text.Json;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>The log of the built program.</summary>
public sealed class LogTests : IDisposable
{
    /// <summary>Stands in everything that is sent, and nowhere else.</summary>
    private const string Word = "QUETZALCOATL";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_log_in_JSON_is_an_object_a_line_and_holds_no_word_of_what_came_by_any_door()
    {
        var doors = new OpenDoors(folder);
        using var store = await ServedStore.Start(
            folder["store"],
            $"""

            [log]
            json = true
            [limits]
            message = 65536
            {doors.Settings}
            """
        );
        var text = Peer.Telegram("QQA001", 1)
            .Replace("HOMECITY", Word, StringComparison.Ordinal)
            .Replace("RETURN", Word, StringComparison.Ordinal);
        var secret = text.Replace("UNCLAS", "T O P  S E C R E T", StringComparison.Ordinal);
        var huge = text.Replace("1. (U)", string.Concat(Enumerable.Repeat($"{Word} {Word}\r\n", 8000)), StringComparison.Ordinal);

        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(text)));
        await store.Post(Encoding.ASCII.GetBytes(secret));
        await store.Post(Encoding.ASCII.GetBytes(huge));
        await store.Get($"/api/messages?q={Word}");
        await store.Get($"/{Word}");
        using (var peer = Peer.Connect(doors.Circuit))
        {
            await peer.Say($"{Word} {Word}\r\n{text}");
            Assert.True(await peer.IsQuitted("QQA001"));
            await peer.Say(huge[..^200]);
        }
        using (var mail = Peer.Connect(doors.Smtp))
        {
            await mail.Answer();
            await mail.Ask("EHLO exercise");
            foreach (var body in new[] { text, secret, huge, $"{Word}\r\n" })
            {
                await mail.Ask($"MAIL FROM:<{Word}@example.org>");
                await mail.Ask($"RCPT TO:<{Word}@example.org>");
                await mail.Ask("DATA");
                await mail.Ask($"Subject: {Word}\r\n\r\n{body}.");
            }
            await mail.Ask(Word);
        }
        foreach (var (name, body) in new[] { ("1.txt", text), ("2.txt", huge) })
        {
            await File.WriteAllTextAsync(Path.Combine(doors.Traffic, name), body);
        }
        await Until.Holds(() => Directory.GetFiles(doors.Traffic).Length == 0, "taking of the files");
        using (var garbled = Peer.Connect(store.Port))
        {
            await garbled.Say($"POST {Word} HTTP/9.9\r\n{Word}\r\n\r\n");
            await garbled.Hear();
        }

        var log = (await store.Stop("TERM")).Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.NotEmpty(log);
        Assert.All(log, line => Assert.True(JsonElement.Parse(line).GetProperty("what").GetString()!.Length > 0));
        Assert.All(log, line => Assert.DoesNotContain(Word, line, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(log, line => line.Contains("too-large", StringComparison.Ordinal));
    }
}
