using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Chancery.EndToEnd.Tests.Doors;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>Senders by every door and the station that receives: each goes on through whatever happens to the office.</summary>
internal sealed class ChaosPeers(Ledger ledger, ServedStore store, OpenDoors doors)
{
    private const int CutEvery = 23;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);
    private int cuts;

    /// <summary>Lines that were cut in the middle of a message, so far.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    public async Task Http(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var n = ledger.Next();
            if (await store.Post(Ledger.Bytes(Ledger.Telegram(n, "XXA001"))) is not null)
            {
                ledger.Acknowledge(n, "http");
            }
            else
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>Keeps several under way in one request, and begins another where that ends.</summary>
    public async Task Stream(CancellationToken stop)
    {
        const int UnderWay = 8;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var stream = new HttpStream(store.Port, store.Token);
                for (var sent = 0; !stop.IsCancellationRequested; sent++)
                {
                    var n = ledger.Next();
                    await stream.Send(Ledger.Bytes(Ledger.Telegram(n, "XXA001")), n.ToString(CultureInfo.InvariantCulture));
                    if (sent < UnderWay)
                    {
                        continue;
                    }
                    var answer = await stream.Hear() ?? throw new IOException("the stream ended");
                    if (answer.GetProperty("status").GetInt32() != 201)
                    {
                        throw new IOException("refused");
                    }
                    ledger.Acknowledge(int.Parse(answer.GetProperty("key").GetString()!, CultureInfo.InvariantCulture), "stream");
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException or TimeoutException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>Lays a file down whole, and counts it when it lies in done/.</summary>
    public async Task Folder(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var n = ledger.Next();
            var name = $"{n:000000}.txt";
            await File.WriteAllBytesAsync(
                Path.Combine(doors.Traffic, "." + name),
                Ledger.Bytes(Ledger.Telegram(n, "XXA001")),
                CancellationToken.None
            );
            File.Move(Path.Combine(doors.Traffic, "." + name), Path.Combine(doors.Traffic, name));
            await Until.Holds(() => File.Exists(Path.Combine(doors.Traffic, "done", name)), $"acceptance of {name}");
            ledger.Acknowledge(n, "folder");
        }
    }

    public async Task Mail(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", doors.Smtp);
                using var lines = new StreamReader(client.GetStream(), Encoding.ASCII);
                await Say(null, "220");
                await Say("EHLO exercise", "250");
                while (!stop.IsCancellationRequested)
                {
                    var n = ledger.Next();
                    await Say("MAIL FROM:<a@example.org>", "250");
                    await Say("RCPT TO:<centre@example.org>", "250");
                    await Say("DATA", "354");
                    if (n % CutEvery == 0)
                    {
                        Interlocked.Increment(ref cuts);
                        await client.GetStream().WriteAsync(Ledger.Bytes("From: a@example.org\r\n\r\nVZCZC"), CancellationToken.None);
                        throw new IOException("cut in the middle");
                    }
                    await Say($"From: a@example.org\r\nTo: centre@example.org\r\nSubject: x\r\n\r\n{Ledger.Telegram(n, "XXA001")}.", "250");
                    ledger.Acknowledge(n, "mail");
                }

                async Task Say(string? line, string expected)
                {
                    if (line is not null)
                    {
                        await client.GetStream().WriteAsync(Ledger.Bytes(line + "\r\n"), CancellationToken.None);
                    }
                    string? answer;
                    do
                    {
                        answer = await lines.ReadLineAsync(CancellationToken.None);
                    } while (answer is { Length: > 3 } && answer[3] == '-');
                    if (answer?.StartsWith(expected, StringComparison.Ordinal) != true)
                    {
                        throw new IOException(answer);
                    }
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>Keeps each transmission until QSL comes, and sends it again under its number after a cut.</summary>
    public async Task CircuitIn(CancellationToken stop)
    {
        var channel = 1;
        var n = ledger.Next();
        var cut = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", doors.Circuit);
                using var lines = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (!stop.IsCancellationRequested)
                {
                    var number = string.Create(CultureInfo.InvariantCulture, $"QQA{channel:000}");
                    if (n % CutEvery == 0 && cut != n)
                    {
                        cut = n;
                        Interlocked.Increment(ref cuts);
                        await client.GetStream().WriteAsync(Ledger.Bytes(Ledger.Telegram(n, number)[..150]), CancellationToken.None);
                        throw new IOException("cut in the middle");
                    }
                    await client.GetStream().WriteAsync(Ledger.Bytes(Ledger.Telegram(n, number)), CancellationToken.None);
                    string? line;
                    do
                    {
                        line =
                            await lines
                                .ReadLineAsync(CancellationToken.None)
                                .AsTask()
                                .WaitAsync(TimeSpan.FromSeconds(20), CancellationToken.None)
                            ?? throw new IOException("the line ended");
                    } while (line.Trim() != $"QSL {number}");
                    ledger.Acknowledge(n, "circuit");
                    (channel, n) = (channel == 999 ? 1 : channel + 1, ledger.Next());
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException or TimeoutException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>Receives what the office sends on, answers QSL, and now and then cuts the line in the middle.</summary>
    public async Task CircuitOut(CancellationToken stop)
    {
        for (var cut = 1; !stop.IsCancellationRequested; cut++)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", doors.Spare);
                await using var closing = stop.Register(client.Close);
                using var lines = new StreamReader(client.GetStream(), Encoding.ASCII);
                var telegram = new StringBuilder();
                for (var count = 0; cut % 3 != 0 || count < 40; )
                {
                    var line = await lines.ReadLineAsync(CancellationToken.None) ?? throw new IOException("the line ended");
                    telegram.Append(line).Append('\n');
                    if (line.Trim() != "NNNN")
                    {
                        continue;
                    }
                    var text = telegram.ToString();
                    telegram.Clear();
                    var number = text[(text.IndexOf("ZZO", StringComparison.Ordinal) + 3)..][..3];
                    if (Ledger.NumberIn(text) is > 0 and var n)
                    {
                        ledger.Deliver(n, number);
                    }
                    await client.GetStream().WriteAsync(Ledger.Bytes($"QSL ZZO{number}\r\r\n"), CancellationToken.None);
                    count++;
                }
            }
            catch (Exception fault) when (fault is IOException or SocketException or ObjectDisposedException)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }
}
