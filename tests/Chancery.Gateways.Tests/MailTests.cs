using MailKit.Net.Smtp;
using MimeKit;

namespace Chancery.Gateways.Tests;

public sealed class MailTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_text_of_a_mail_is_the_message_and_the_whole_mail_is_kept_beside_it()
    {
        await using var office = Open("127.0.0.1");
        await Send(new TextPart("plain") { Text = Traffic.Telegram(1), ContentTransferEncoding = ContentEncoding.Base64 });

        var row = Assert.Single(office.Rows());
        var op = Samples.Person("op", Level.Secret);
        Assert.Equal(new Origin("smtp", "a@example.org"), row.Origin);
        Assert.Equal(1, row.Mrn!.Number);
        Assert.StartsWith(
            "VZCZCQQA001",
            Encoding.ASCII.GetString(office.Office.Archive.Open(op, row.Id)!.Raw.Span),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Subject: exercise",
            Encoding.ASCII.GetString(office.Office.Archive.Received(op, row.Id)!.Value.Span),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_mail_without_plain_text_is_refused_with_what_to_do()
    {
        await using var office = Open("127.0.0.1");
        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => Send(new TextPart("html") { Text = "<p>X</p>" }));
        Assert.Contains("plain text", refused.Message, StringComparison.Ordinal);
        Assert.Empty(office.Rows());
    }

    [Fact]
    public async Task Mail_of_a_machine_that_is_not_listed_is_refused()
    {
        await using var office = Open("10.1.0.0/16");
        await Assert.ThrowsAsync<SmtpCommandException>(() => Send(new TextPart("plain") { Text = Traffic.Telegram(1) }));
        Assert.Empty(office.Rows());
    }

    private OpenOffice Open(string allowed) =>
        OpenOffice.Open(folder.Path, $"[smtp]\nlisten = \"127.0.0.1:{port}\"\nallow = [\"{allowed}\"]\n");

    private async Task Send(MimeEntity body)
    {
        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse("a@example.org"));
        mail.To.Add(MailboxAddress.Parse("centre@example.org"));
        mail.Subject = "exercise";
        mail.Body = body;
        using var client = new SmtpClient();
        await Connect(client);
        await client.SendAsync(mail);
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>The door opens in its own time.</summary>
    private async Task Connect(SmtpClient client)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await client.ConnectAsync("127.0.0.1", port, useSsl: false);
                return;
            }
            catch (System.Net.Sockets.SocketException) when (tries < 100)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
