using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SmtpServer;

namespace Chancery.Gateways.Mail;

/// <summary>Takes mail in by SMTP.</summary>
internal sealed class MailDoor(SmtpSettings smtp, RunningOffice office, Action<string> say) : IAsyncDisposable
{
    private readonly CancellationTokenSource ending = new();
    private Task work = Task.CompletedTask;

    public void Open()
    {
        if (Endpoints.ToListen(smtp.Listen!) is not { } endpoint)
        {
            say($"smtp: {smtp.Listen} is no address to listen at: no mail is taken in.");
            return;
        }
        X509Certificate2? certificate = null;
        try
        {
            certificate = smtp is { Certificate: { } file, Key: { } key } ? Certificate(file, key) : null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            say($"smtp: the certificate cannot be read ({fault.Message}): no mail is taken in.");
            return;
        }
        var options = new SmtpServerOptionsBuilder()
            .ServerName("chancery")
            .MaxMessageSize((int)Math.Min(int.MaxValue, office.Settings.Limits.Body), MaxMessageSizeHandling.Strict)
            .Endpoint(builder =>
            {
                builder.Endpoint(endpoint);
                if (certificate is not null)
                {
                    builder.Certificate(certificate);
                }
            })
            .Build();
        var provider = new SmtpServer.ComponentModel.ServiceProvider();
        provider.Add(new MailIntake(office, say));
        provider.Add(new ListedSenders(smtp.Allow));
        work = Serve(new SmtpServer.SmtpServer(options, provider));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task Serve(SmtpServer.SmtpServer server)
    {
        try
        {
            await server.StartAsync(ending.Token);
        }
        catch (System.Net.Sockets.SocketException fault)
        {
            say($"smtp: cannot listen at {smtp.Listen} ({fault.SocketErrorCode}): no mail is taken in.");
        }
        catch (OperationCanceledException)
        {
            // The office is closing.
        }
    }

    private static X509Certificate2 Certificate(string file, string key)
    {
        // Through PKCS 12, because a key straight from PEM is not usable for a handshake everywhere.
        using var pem = X509Certificate2.CreateFromPemFile(file, key);
        return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
    }
}
