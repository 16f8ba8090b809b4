using MimeKit;

namespace Chancery.Gateways.Mail;

/// <summary>What of a mail is the message: the decoded text part (transmission.md 10).</summary>
public static class RecordMail
{
    /// <summary>The bytes of the message in a mail; null where no part of it is plain text.</summary>
    public static byte[]? Text(MimeMessage mail)
    {
        if (mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.IsPlain) is not { Content: { } content } text)
        {
            return null;
        }
        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        // Bytes as they are, but where two bytes make one letter.
        return text.ContentType.Charset is { } charset && charset.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetBytes(text.Text)
            : decoded.ToArray();
    }
}
