using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Chancery.Gateways.Mail;

/// <summary>Sends what is queued for a mail destination; a relay that is away is tried again after growing pauses.</summary>
internal sealed class MailSender(MailSettings mail, SmtpSettings smtp, RunningOffice office, TimeProvider clock, Action<string> say)
    : Sender(NewDelivery.Mail(mail.Name), office, clock)
{
    protected override async Task<string> Send(WorkItem item, CancellationToken cancellation)
    {
        var (host, port) = Endpoints.Parse(smtp.Relay ?? "") ?? throw new IOException("[smtp] names no relay");
        using var letter = RecordMail.Of(Office.Reader.Read(item.Raw), item.MessageId.ToString(), smtp.From, mail.To);
        using var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(host, port, SecureSocketOptions.StartTlsWhenAvailable, cancellation);
            var answer = await client.SendAsync(letter, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
            return answer;
        }
        catch (Exception fault)
            when (fault is SocketException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException)
        {
            say($"mail {mail.Name}: {fault.Message}");
            throw new IOException(fault.Message, fault);
        }
    }
}
