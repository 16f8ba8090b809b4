using System.Globalization;
using System.Text;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>The stream of messages in one request, with the built program.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_stream_answered_is_on_disk_when_the_office_is_killed_and_what_is_sent_again_is_filed_once()
    {
        const int Count = 400;
        using var store = await ServedStore.Start(folder["store"]);
        var answered = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var stream = new HttpStream(store.Port, store.Token))
        {
            var sending = Task.Run(() => SendAll(stream, Count));
            while (answered.Count < 100 && await stream.Hear() is { } answer)
            {
                answered.Add(answer.GetProperty("key").GetString()!, answer.GetProperty("accepted")[0].GetProperty("id").GetString()!);
            }
            await store.Stop("KILL");
            while (await stream.Hear() is { } answer)
            {
                answered.Add(answer.GetProperty("key").GetString()!, answer.GetProperty("accepted")[0].GetProperty("id").GetString()!);
            }
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        await store.Start();
        var kept = (await store.Rows()).Select(row => row.GetProperty("id").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.InRange(answered.Count, 100, Count);
        Assert.Empty(answered.Values.Except(kept));

        using var again = new HttpStream(store.Port, store.Token);
        await SendAll(again, Count);
        await again.End();
        var heard = 0;
        while (await again.Hear() is { } answer)
        {
            heard++;
            var key = answer.GetProperty("key").GetString()!;
            var id = answer.GetProperty("accepted")[0].GetProperty("id").GetString()!;
            Assert.Equal(id, answered.GetValueOrDefault(key, id));
        }
        Assert.Equal(Count, heard);
        Assert.Equal(Enumerable.Range(1, Count), await store.Numbers());
    }

    [Fact]
    public async Task A_sender_that_hears_no_answers_is_not_read_and_takes_no_memory()
    {
        using var store = await ServedStore.Start(folder["store"]);
        using var stream = new HttpStream(store.Port, store.Token);
        await stream.Send(Encoding.ASCII.GetBytes(Peer.Telegram("QQA001", 1)), "first");
        Assert.NotNull(await stream.Hear());
        var before = store.MostMemory;
        // Tiny frames with long keys: each answer is longer than what it answers.
        var key = new string('k', 190);
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < 200_000; i++)
            {
                await stream.Send([], key);
            }
        });

        await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(3)));

        Assert.False(sending.IsCompleted);
        Assert.InRange(store.MostMemory, 0, before + (64L << 20));
        stream.Dispose();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(Peer.Telegram("QQA002", 2))));
    }

    private static async Task SendAll(HttpStream stream, int count)
    {
        for (var n = 1; n <= count; n++)
        {
            await stream.Send(Encoding.ASCII.GetBytes(Peer.Telegram("XXA001", n)), string.Create(CultureInfo.InvariantCulture, $"key-{n}"));
        }
    }
}
