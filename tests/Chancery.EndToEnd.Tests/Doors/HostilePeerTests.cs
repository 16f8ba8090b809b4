using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>The doors of the built program line by line, with peers that are slow, broken or hostile.</summary>
public sealed class HostilePeerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly OpenDoors doors;

    private static int Connections =>
        int.TryParse(Environment.GetEnvironmentVariable("CHANCERY_CONNECTIONS"), CultureInfo.InvariantCulture, out var count)
            ? count
            : 1000;

    public HostilePeerTests() => doors = new OpenDoors(folder);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_transmission_that_comes_a_byte_at_a_time_is_one_transmission()
    {
        using var store = await Serve();
        using var peer = Peer.Connect(doors.Circuit);

        foreach (var letter in Peer.Telegram("QQA001", 1))
        {
            await peer.Say([(byte)letter]);
        }

        Assert.True(await peer.IsQuitted("QQA001"));
        Assert.Equal([1], await store.Numbers());
    }

    [Fact]
    public async Task Garble_between_transmissions_is_noise_and_costs_none_of_them()
    {
        using var store = await Serve();
        using var peer = Peer.Connect(doors.Circuit);
        var garble = Enumerable.Range(0, 4096).Select(i => (byte)(i * 7919 % 251)).ToArray();

        await peer.Say(Peer.Telegram("QQA001", 1));
        await peer.Say(garble);
        await peer.Say("\r\n" + Peer.Telegram("QQA002", 2));

        Assert.True(await peer.IsQuitted("QQA001"));
        Assert.True(await peer.IsQuitted("QQA002"));
        Assert.Equal([1, 2], await store.Numbers());
    }

    [Fact]
    public async Task A_line_that_never_ends_takes_no_memory_and_what_follows_is_heard()
    {
        const int Megabytes = 256;
        using var store = await Serve();
        using var peer = Peer.Connect(doors.Circuit);
        await peer.Say(Peer.Telegram("QQA001", 1));
        Assert.True(await peer.IsQuitted("QQA001"));
        var before = store.MostMemory;
        var piece = Enumerable.Repeat((byte)'A', 1 << 20).ToArray();

        for (var i = 0; i < Megabytes; i++)
        {
            await peer.Say(piece);
        }
        await peer.Say("\r\n" + Peer.Telegram("QQA002", 2));

        Assert.True(await peer.IsQuitted("QQA002"));
        Assert.InRange(store.MostMemory, 0, before + ((long)Megabytes << 19));
    }

    [Fact]
    public async Task A_message_beyond_the_limit_is_cut_off_there_and_the_next_is_heard()
    {
        using var store = await Serve("[limits]\nmessage = 65536\n");
        using var peer = Peer.Connect(doors.Circuit);
        var whole = Peer.Telegram("QQA001", 1);
        var text = whole.IndexOf("1. (U)", StringComparison.Ordinal);

        await peer.Say(whole[..text]);
        for (var i = 0; i < 4096; i++)
        {
            await peer.Say("EXERCISE EXERCISE EXERCISE EXERCISE EXERCISE EXERCISE EXERCISE\r\n");
        }
        await peer.Say("\r\n" + Peer.Telegram("QQA002", 2));

        Assert.True(await peer.IsQuitted("QQA002"));
    }

    [Fact]
    public async Task A_peer_that_has_closed_its_own_end_gets_its_answers()
    {
        using var store = await Serve();
        using var peer = Peer.Connect(doors.Circuit);

        await peer.Say(Peer.Telegram("QQA001", 1));
        peer.CloseOwnEnd();

        Assert.True(await peer.IsQuitted("QQA001"));
    }

    [Fact]
    public async Task A_transmission_that_was_cut_in_the_middle_is_not_answered_and_comes_again_whole()
    {
        using var store = await Serve();
        using (var cut = Peer.Connect(doors.Circuit))
        {
            await cut.Say(Peer.Telegram("QQA001", 1)[..200]);
        }
        using var peer = Peer.Connect(doors.Circuit);

        await peer.Say(Peer.Telegram("QQA001", 1));

        Assert.True(await peer.IsQuitted("QQA001"));
        Assert.Equal([1], await store.Numbers());
    }

    [Fact]
    public async Task A_silent_peer_makes_room_for_the_next()
    {
        using var store = await Serve();
        using var silent = Peer.Connect(doors.Circuit);
        using var peer = Peer.Connect(doors.Circuit);

        await peer.Say(Peer.Telegram("QQA001", 1));

        Assert.True(await peer.IsQuitted("QQA001"));
    }

    [Fact]
    public async Task Mail_is_answered_line_by_line_whatever_is_said()
    {
        using var store = await Serve();
        using var peer = Peer.Connect(doors.Smtp);
        Assert.StartsWith("220", await peer.Answer());

        Assert.StartsWith("5", await peer.Ask("NONSENSE"));
        Assert.Equal("250", await peer.Ask("EHLO exercise"));
        Assert.StartsWith("5", await peer.Ask("DATA"));
        Assert.StartsWith("5", await peer.Ask("RCPT TO:<centre@example.org>"));
        Assert.Equal("250", await peer.Ask("MAIL FROM:<a@example.org>"));
        Assert.Equal("250", await peer.Ask("RSET"));
        Assert.Equal("250", await peer.Ask("MAIL FROM:<a@example.org>"));
        Assert.Equal("250", await peer.Ask("RCPT TO:<centre@example.org>"));
        Assert.Equal("354", await peer.Ask("DATA"));
        Assert.StartsWith("5", await peer.Ask("Subject: x\r\nContent-Type: image/png\r\n\r\nno text\r\n."));
        Assert.Equal("250", await peer.Ask("MAIL FROM:<a@example.org>"));
        Assert.Equal("250", await peer.Ask("RCPT TO:<centre@example.org>"));
        Assert.Equal("354", await peer.Ask("DATA"));
        Assert.Equal("250", await peer.Ask($"Subject: x\r\n\r\n{Peer.Telegram("XXA001", 1)}."));
        Assert.Equal("221", await peer.Ask("QUIT"));
        Assert.Equal([1], await store.Numbers());
    }

    [Fact]
    public async Task Mail_larger_than_the_limit_is_refused_and_mail_cut_before_its_end_is_no_mail()
    {
        using var store = await Serve("[limits]\nbody = 65536\n");
        using (var large = Peer.Connect(doors.Smtp))
        {
            await large.Answer();
            await large.Ask("EHLO exercise");
            Assert.Equal("552", await large.Ask("MAIL FROM:<a@example.org> SIZE=1000000"));
        }
        using (var cut = Peer.Connect(doors.Smtp))
        {
            await cut.Answer();
            await cut.Ask("EHLO exercise");
            await cut.Ask("MAIL FROM:<a@example.org>");
            await cut.Ask("RCPT TO:<centre@example.org>");
            Assert.Equal("354", await cut.Ask("DATA"));
            await cut.Say($"Subject: x\r\n\r\n{Peer.Telegram("XXA001", 1)}");
        }

        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(Peer.Telegram("XXA001", 2))));
        Assert.Equal([2], await store.Numbers());
    }

    [Fact]
    public async Task A_request_that_is_garbled_or_breaks_off_files_nothing()
    {
        using var store = await Serve();
        using (var garbled = Peer.Connect(store.Port))
        {
            await garbled.Say("\u0001\u0002 /api/messages\r\n\r\n");
            Assert.StartsWith("HTTP/1.1 400", await garbled.Hear());
        }
        using (var cut = Peer.Connect(store.Port))
        {
            await cut.Say($"POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {store.Token}\r\nContent-Length: 4000\r\n\r\n");
            await cut.Say(Peer.Telegram("XXA001", 1));
        }
        using (var stranger = Peer.Connect(store.Port))
        {
            await stranger.Say("POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nVZ");
            Assert.StartsWith("HTTP/1.1 401", await stranger.Hear());
        }

        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(Peer.Telegram("XXA001", 2))));
        Assert.Equal([2], await store.Numbers());
    }

    [Fact]
    public async Task Many_connections_that_say_nothing_shut_no_door()
    {
        using var store = await Serve();
        var silent = new List<Socket>();
        try
        {
            foreach (var port in new[] { store.Port, doors.Smtp, doors.Circuit })
            {
                for (var i = 0; i < Connections / 3; i++)
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
                    silent.Add(socket);
                    try
                    {
                        await socket.ConnectAsync("127.0.0.1", port, new CancellationTokenSource(TimeSpan.FromMilliseconds(50)).Token);
                    }
                    catch (Exception fault) when (fault is SocketException or OperationCanceledException)
                    {
                        // The door has as many waiting as it will have.
                    }
                }
            }

            Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(Peer.Telegram("XXA001", 1))));
            using var mail = Peer.Connect(doors.Smtp);
            Assert.StartsWith("220", await mail.Answer());
            Assert.Equal("250", await mail.Ask("EHLO exercise"));
        }
        finally
        {
            silent.ForEach(socket => socket.Dispose());
        }
        using var peer = Peer.Connect(doors.Circuit);
        await peer.Say(Peer.Telegram("QQA001", 2));
        Assert.True(await peer.IsQuitted("QQA001"));
    }

    private Task<ServedStore> Serve(string more = "") =>
        ServedStore.Start(
            folder["store"],
            $"""

            {more}
            {doors.Settings}
            """
        );
}
