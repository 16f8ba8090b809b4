using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>TLS at the doors of the built program, with certificates made here.</summary>
public sealed class SecuredDoorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Certificates ours = new("EXERCISE authority");
    private readonly Certificates strangers = new("EXERCISE strangers");

    public SecuredDoorTests() => ours.Write(Path.Combine(folder["tls"]));

    public void Dispose()
    {
        ours.Dispose();
        strangers.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_circuit_hears_only_a_station_whose_certificate_its_authority_signed()
    {
        var port = ServedStore.FreePort();
        using var store = await ServedStore.Start(folder["store"], Circuit($"listen = \"127.0.0.1:{port}\""));
        using var right = ours.Sign("north");
        using var wrong = strangers.Sign("north");
        using var expired = ours.Sign("north", hasExpired: true);

        Assert.False(await Sends(port, 1, wrong), "a certificate of another authority was taken");
        Assert.False(await Sends(port, 2, expired), "an expired certificate was taken");
        Assert.False(await Sends(port, 3, null), "a station without a certificate was heard");
        using (var plain = Peer.Connect(port))
        {
            await plain.Say(Peer.Telegram("QQA004", 4));
            Assert.False(await plain.IsQuitted("QQA004"), "a station that speaks no TLS was heard");
        }
        Assert.True(await Sends(port, 5, right), "the right certificate was not taken");
        Assert.Equal([5], await store.Numbers());
    }

    [Fact]
    public async Task Who_has_no_certificate_takes_nobodys_place_on_a_circuit()
    {
        var port = ServedStore.FreePort();
        using var store = await ServedStore.Start(folder["store"], Circuit($"listen = \"127.0.0.1:{port}\""));
        using var right = ours.Sign("north");
        using var station = Peer.Connect(port);
        await station.Secure(right);
        await station.Say(Peer.Telegram("QQA001", 1));
        Assert.True(await station.IsQuitted("QQA001"));

        using var silent = Peer.Connect(port);
        Assert.False(await Sends(port, 2, null));

        await station.Say(Peer.Telegram("QQA002", 3));
        Assert.True(await station.IsQuitted("QQA002"), "the station lost its line to a caller without a certificate");
    }

    [Fact]
    public async Task A_circuit_sends_nothing_to_a_station_whose_certificate_another_authority_signed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var store = await ServedStore.Start(
            folder["store"],
            Circuit($"connect = \"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}\"") + "routes = [\"RVEHZ\"]\n"
        );
        Assert.NotNull(await store.Post(Encoding.ASCII.GetBytes(Peer.Telegram("XXA001", 1))));
        using var wrong = strangers.Sign("localhost");
        using var right = ours.Sign("localhost");

        Assert.DoesNotContain("NORTHPORT", await Received(listener, wrong));
        Assert.Contains("NORTHPORT 000001", await Received(listener, right));
    }

    [Fact]
    public async Task Mail_is_taken_in_plain_words_and_after_STARTTLS()
    {
        var port = ServedStore.FreePort();
        using var store = await ServedStore.Start(
            folder["store"],
            $"""

            [smtp]
            listen = "127.0.0.1:{port}"
            allow = ["127.0.0.1"]
            certificate = "{folder["tls"]}/cert.pem"
            key = "{folder["tls"]}/key.pem"

            """
        );
        using var mail = Peer.Connect(port);
        Assert.StartsWith("220", await mail.Answer());
        await mail.Say("EHLO exercise\r\n");
        var offers = new List<string>();
        string? offer;
        do
        {
            offer = await mail.Hear();
            offers.Add(offer![4..]);
        } while (offer[3] == '-');
        Assert.Contains("STARTTLS", offers);
        Assert.Equal("220", await mail.Ask("STARTTLS"));
        await mail.Secure(own: null);
        Assert.Equal("250", await mail.Ask("EHLO exercise"));
        Assert.Equal("250", await mail.Ask("MAIL FROM:<a@example.org>"));
        Assert.Equal("250", await mail.Ask("RCPT TO:<centre@example.org>"));
        Assert.Equal("354", await mail.Ask("DATA"));
        Assert.Equal("250", await mail.Ask($"From: a@example.org\r\nSubject: x\r\n\r\n{Peer.Telegram("XXA001", 1)}."));
        Assert.Equal([1], await store.Numbers());
    }

    private string Circuit(string where) =>
        $"\n[[circuit]]\nname = \"QQA\"\n{where}\nacknowledged = true\nlevel = \"SECRET\"\ncertificate = \"{folder["tls"]}/cert.pem\"\nkey = \"{folder["tls"]}/key.pem\"\nauthority = \"{folder["tls"]}/authority.pem\"\n";

    private static async Task<bool> Sends(int port, int n, X509Certificate2? own)
    {
        using var peer = Peer.Connect(port);
        try
        {
            await peer.Secure(own);
            await peer.Say(Peer.Telegram($"QQA{n:000}", n));
            return await peer.IsQuitted($"QQA{n:000}");
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            return false;
        }
    }

    /// <summary>What the office sends to a station that shows this certificate, until it ends the line or a message is whole.</summary>
    private static async Task<string> Received(TcpListener listener, X509Certificate2 shown)
    {
        using var client = await listener.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await using var secured = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => shown is not null);
        var text = new StringBuilder();
        try
        {
            await secured.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = shown, ClientCertificateRequired = true }
            );
            using var lines = new StreamReader(secured, Encoding.ASCII);
            while (
                await lines.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line
                && !text.ToString().Contains("NNNN", StringComparison.Ordinal)
            )
            {
                text.Append(line).Append('\n');
                if (line.Trim() == "NNNN")
                {
                    break;
                }
            }
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            // The office has ended the line.
        }
        return text.ToString();
    }
}
