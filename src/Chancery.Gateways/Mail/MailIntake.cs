using System.Buffers;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;

namespace Chancery.Gateways.Mail;

/// <summary>Gives a mail's message to the intake; 250 is said only when it is on disk.</summary>
internal sealed class MailIntake(RunningOffice office, Action<string> say) : SmtpServer.Storage.IMessageStore
{
    /// <inheritdoc />
    public async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        var whole = buffer.ToArray();
        byte[]? text;
        try
        {
            using var stream = new MemoryStream(whole);
            using var mail = await MimeMessage.LoadAsync(stream, cancellationToken);
            text = RecordMail.Text(mail, office.Reader);
        }
        catch (FormatException)
        {
            return new SmtpResponse(SmtpReplyCode.TransactionFailed, "5.6.0 This is no mail that can be read; send it anew.");
        }
        if (text is null)
        {
            return new SmtpResponse(
                SmtpReplyCode.TransactionFailed,
                "5.6.1 The mail holds no message: send it as plain text, or with the MMHS headers of originator and date."
            );
        }
        var from = transaction.From is { } sender ? $"{sender.User}@{sender.Host}" : "";
        var answer = await office.Intake.Accept(
            new Submission(text, new Origin("smtp", from), Reader.Owner with { Name = $"smtp {from}" }) { Received = whole },
            CancellationToken.None
        );
        if (answer.Refusal is not { } refusal)
        {
            return SmtpResponse.Ok;
        }
        say($"mail was not accepted ({refusal.Code}): {refusal.Sentence}");
        return new SmtpResponse(
            refusal.Code switch
            {
                "storage" => SmtpReplyCode.InsufficientStorage,
                "clock" => SmtpReplyCode.Aborted,
                "stopping" => SmtpReplyCode.ServiceUnavailable,
                "too-large" or "too-many" => SmtpReplyCode.SizeLimitExceeded,
                _ => SmtpReplyCode.TransactionFailed,
            },
            refusal.Sentence
        );
    }
}
