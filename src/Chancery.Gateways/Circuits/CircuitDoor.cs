using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Chancery.Gateways.Circuits;

/// <summary>
/// Keeps the line of a circuit: listens or connects, again and again, with TLS and certificates on both sides where set. A circuit joins two stations: a
/// new connection takes the place of the old one, which first reads to its end what it has.
/// </summary>
internal sealed class CircuitDoor(CircuitSettings circuit, RunningOffice office, TimeProvider clock, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private const int MostHandshakes = 64;
    private readonly CancellationTokenSource ending = new();
    private readonly SemaphoreSlim shakingHands = new(MostHandshakes, MostHandshakes);
    private readonly SemaphoreSlim changing = new(1, 1);
    private Task current = Task.CompletedTask;
    private CancellationTokenSource? stop;
    private TcpListener? listener;
    private Task work = Task.CompletedTask;

    /// <summary>Listens at once, so that whoever was told that the office is open reaches it; connects in its own time.</summary>
    public void Open()
    {
        if (circuit.Listen is not null)
        {
            TryListen();
        }
        work = Task.Run(() => circuit.Listen is not null ? Listen() : Connect(), CancellationToken.None);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener?.Stop();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Tell("down", "the office is closing");
        ending.Dispose();
    }

    private bool TryListen()
    {
        if (Endpoints.ToListen(circuit.Listen!) is not { } endpoint)
        {
            Tell("down", $"{circuit.Listen} is no address to listen at");
            return false;
        }
        try
        {
            var made = new TcpListener(endpoint);
            made.Start(128);
            listener = made;
            Tell("listening", circuit.Listen);
            return true;
        }
        catch (SocketException fault)
        {
            Tell("down", $"cannot listen at {circuit.Listen}: {fault.SocketErrorCode}");
            return false;
        }
    }

    private async Task Listen()
    {
        while (listener is null)
        {
            await Task.Delay(LongestPause / 3, clock, ending.Token);
            TryListen();
        }
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ending.Token);
                if (!IsSecured)
                {
                    await Follow(client, client.GetStream());
                }
                else if (await shakingHands.WaitAsync(TimeSpan.Zero))
                {
                    // Whoever has shown no certificate takes nobody's place, nor keeps anybody waiting.
                    _ = Task.Run(() => Admit(client), CancellationToken.None);
                }
                else
                {
                    client.Dispose();
                }
            }
        }
        finally
        {
            await current;
            stop?.Dispose();
        }
    }

    /// <summary>Lets a caller in that shows a certificate of the authority.</summary>
    private async Task Admit(TcpClient client)
    {
        try
        {
            client.NoDelay = true;
            await Follow(client, await Secured(client.GetStream(), isServer: true, ending.Token));
        }
        catch (Exception fault)
        {
            client.Dispose();
            say($"circuit {circuit.Name}: a caller was not let in ({Faults.Told(fault)})");
        }
        finally
        {
            shakingHands.Release();
        }
    }

    /// <summary>Puts a new connection in the place of the old one.</summary>
    private async Task Follow(TcpClient client, Stream stream)
    {
        await changing.WaitAsync(ending.Token);
        try
        {
            // A peer that has closed its end is read to the end of what it sent; one that is silent makes room.
            await Task.WhenAny(current, Task.Delay(Grace, clock, ending.Token));
            if (stop is not null)
            {
                await stop.CancelAsync();
                await current;
                stop.Dispose();
            }
            stop = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
            var token = stop.Token;
            current = Task.Run(() => Hold(client, stream, isServer: true, token), CancellationToken.None);
        }
        finally
        {
            changing.Release();
        }
    }

    private async Task Connect()
    {
        var pause = TimeSpan.FromSeconds(1);
        while (true)
        {
            Tell("connecting", circuit.Connect);
            try
            {
                var (host, port) = Endpoints.Parse(circuit.Connect!) ?? throw new SocketException((int)SocketError.AddressNotAvailable);
                var client = new TcpClient();
                await client.ConnectAsync(host, port, ending.Token);
                pause = TimeSpan.FromSeconds(1);
                await Call(client);
            }
            catch (SocketException fault)
            {
                Tell("down", $"cannot connect to {circuit.Connect}: {fault.SocketErrorCode}");
            }
            await Task.Delay(pause, clock, ending.Token);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private bool IsSecured => circuit is { Certificate: not null, Key: not null, Authority: not null };

    /// <summary>Works a connection that we made; never throws.</summary>
    private async Task Call(TcpClient client)
    {
        try
        {
            client.NoDelay = true;
            await Hold(client, await Secured(client.GetStream(), isServer: false, ending.Token), isServer: false, ending.Token);
        }
        catch (Exception fault)
        {
            client.Dispose();
            Tell("down", $"the other station was not accepted ({Faults.Told(fault)})");
        }
    }

    /// <summary>Works one connection until it ends; never throws.</summary>
    private async Task Hold(TcpClient client, Stream line, bool isServer, CancellationToken cancellation)
    {
        using var held = client;
        try
        {
            client.NoDelay = true;
            await using var stream = line;
            Tell("up", client.Client.RemoteEndPoint?.ToString());
            using var traffic = new CircuitLine(circuit, office, clock, say);
            await traffic.Run(stream, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            say($"circuit {circuit.Name}: {Faults.Told(fault)}");
        }
        catch (OperationCanceledException)
        {
            // The office is closing, or a newer connection has taken the place.
        }
        Tell(isServer ? "listening" : "down", "the line ended");
    }

    private async Task<Stream> Secured(NetworkStream plain, bool isServer, CancellationToken cancellation)
    {
        if (circuit.Certificate is not { } file || circuit.Key is not { } key || circuit.Authority is not { } authorityFile)
        {
            return plain;
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(HandshakeTime);
        // Through PKCS 12, because a key straight from PEM is not usable for a handshake everywhere.
        using var pem = X509Certificate2.CreateFromPemFile(file, key);
        var own = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        var authority = X509CertificateLoader.LoadCertificateFromFile(authorityFile);
        var secured = new SslStream(plain, leaveInnerStreamOpen: false);
        if (isServer)
        {
            await secured.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificate = own,
                    ClientCertificateRequired = true,
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => IsSigned(certificate, authority),
                },
                limit.Token
            );
        }
        else
        {
            await secured.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = Endpoints.Parse(circuit.Connect!)?.Host ?? "",
                    ClientCertificates = [own],
                    RemoteCertificateValidationCallback = (_, certificate, _, _) => IsSigned(certificate, authority),
                },
                limit.Token
            );
        }
        return secured;
    }

    /// <summary>Only the authority of the settings counts, not those of the machine.</summary>
    private static bool IsSigned(X509Certificate? certificate, X509Certificate2 authority)
    {
        if (certificate is not X509Certificate2 shown)
        {
            return false;
        }
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }

    private void Tell(string state, string? detail)
    {
        office.Circuits.Tell(new CircuitStatus(circuit.Name, state, clock.GetUtcNow(), detail));
        say($"circuit {circuit.Name} {state}{(detail is null ? "" : $": {detail}")}");
    }
}
