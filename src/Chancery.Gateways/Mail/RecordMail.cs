using System.Globalization;
using System.Text;
using MimeKit;

namespace Chancery.Gateways.Mail;

/// <summary>
/// A message as mail and back (transmission.md 10): the fields that RFC 6477 names as <c>MMHS-*</c> headers, the whole message as the text part. Back,
/// a text that is a message itself is taken as it stands; a text alone becomes one where the headers say who sends it, when and to whom.
/// </summary>
public static class RecordMail
{
    private const int LongestString = 69;
    private const int LongestLine = 900;

    /// <summary>The mail of a message.</summary>
    /// <param name="message">The message as read.</param>
    /// <param name="id">Makes the Message-ID, the same each time the message is sent.</param>
    /// <param name="from">The mailbox it comes from.</param>
    /// <param name="to">The mailboxes it goes to.</param>
    public static MimeMessage Of(Message message, string id, string from, IEnumerable<string> to)
    {
        var mail = new MimeMessage { MessageId = $"{id}@chancery" };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.AddRange(to.Select(address => MailboxAddress.Parse(address)));
        mail.Subject = message.Subject?.Text ?? message.MessageIdentity ?? "";
        if (message.Dtg?.Utc is { } sent)
        {
            mail.Date = sent;
            Add("MMHS-Extended-Authorisation-Info", sent.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000");
        }
        Add("MMHS-Primary-Precedence", Word(message.Precedence.Action));
        Add("MMHS-Copy-Precedence", Word(message.Precedence.Info));
        Add("MMHS-Originator-PLAD", message.From?.Name);
        Add("MMHS-Acp127-Message-Identifier", message.TransmissionIdentity);
        Add("MMHS-Originator-Reference", message.Mrn?.Canonical);
        Add("MMHS-Message-Instructions", Joined(message.Transmission.MessageInstructions));
        Add(
            "MMHS-Handling-Instructions",
            Joined(message.Transmission.Instructions.Select(one => string.Join(' ', one.Operands.Prepend(one.Signal))))
        );
        Add("MMHS-Other-Recipients-Indicator-To", Joined(message.Action.Where(one => one.IsServedOtherwise).Select(one => one.Name)));
        Add("MMHS-Other-Recipients-Indicator-CC", Joined(message.Info.Where(one => one.IsServedOtherwise).Select(one => one.Name)));
        Add(
            "MMHS-Codress-Message-Indicator",
            message.Form == MessageForm.Codress ? message.Transmission.GroupCount?.ToString(CultureInfo.InvariantCulture) : null
        );
        Add("SIO-Label", message.EffectiveLevel.Level is { } level ? $"marking=\"{level.Name()}\"" : null);
        mail.Body = new MimePart("text", "plain")
        {
            Content = new MimeContent(new MemoryStream(message.Raw.ToArray())),
            ContentTransferEncoding = IsPlain(message.Raw.Span) ? ContentEncoding.SevenBit : ContentEncoding.Base64,
        };
        mail.Body.ContentType.Charset = "us-ascii";
        return mail;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                mail.Headers.Add(name, value);
            }
        }
    }

    /// <summary>The bytes of the message in a mail; null where it has no plain text, or neither text nor headers make a message.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="reader">Tells whether the text is a message itself.</param>
    public static byte[]? Text(MimeMessage mail, MessageReader reader)
    {
        if (mail.BodyParts.OfType<TextPart>().FirstOrDefault(part => part.IsPlain) is not { Content: { } content } text)
        {
            return null;
        }
        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        // Bytes as they are, but where two bytes make one letter.
        var bytes =
            text.ContentType.Charset is { } charset && charset.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)
                ? Encoding.UTF8.GetBytes(text.Text)
                : decoded.ToArray();
        return mail.Headers.Contains("MMHS-Originator-PLAD") && reader.Read(bytes).From is null ? WithHeading(mail, bytes) : bytes;
    }

    /// <summary>A heading of format lines 5 to 8 from the headers, before the text.</summary>
    private static byte[]? WithHeading(MimeMessage mail, byte[] text)
    {
        var sent = mail.Headers["MMHS-Extended-Authorisation-Info"];
        if (sent is null || !DateTimeOffset.TryParse(sent, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var dtg))
        {
            return null;
        }
        var heading = new StringBuilder();
        heading.Append(Letter(mail.Headers["MMHS-Primary-Precedence"]) ?? 'R');
        if (Letter(mail.Headers["MMHS-Copy-Precedence"]) is { } copy)
        {
            heading.Append(' ').Append(copy);
        }
        heading.Append(' ').Append(dtg.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture).ToUpperInvariant()).Append("\r\n");
        heading.Append("FM ").Append(Plain(mail.Headers["MMHS-Originator-PLAD"])).Append("\r\n");
        Append("TO ", mail.To);
        Append("INFO ", mail.Cc);
        heading.Append("BT\r\n");
        return [.. Encoding.ASCII.GetBytes(heading.ToString()), .. text, .. "\r\nBT\r\nNNNN\r\n"u8];

        void Append(string prosign, InternetAddressList addresses)
        {
            foreach (var name in addresses.Mailboxes.Select(box => Plain(box.Name is { Length: > 0 } shown ? shown : box.Address)))
            {
                heading.Append(prosign).Append(name).Append("\r\n");
                prosign = "";
            }
        }
    }

    /// <summary>A military string: 1 to 69 characters of the set of RFC 6477, upper-case.</summary>
    private static string Plain(string? value)
    {
        var plain = new string([
            .. (value ?? "")
                .ToUpperInvariant()
                .Select(c => char.IsAsciiLetterOrDigit(c) || "'()+,-./:=? ".Contains(c, StringComparison.Ordinal) ? c : ' '),
        ]);
        return plain.Length > LongestString ? plain[..LongestString] : plain;
    }

    private static string? Joined(IEnumerable<string> values) => string.Join("; ", values) is { Length: > 0 } joined ? joined : null;

    /// <summary>True where the bytes come through as they are: seven bits, lines of bearable length that all end in CR LF.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '\r' && i + 1 < bytes.Length && bytes[i + 1] == '\n')
            {
                (length, i) = (0, i + 1);
            }
            else if (b is (< 32 and not 9) or > 126 || ++length > LongestLine)
            {
                return false;
            }
        }
        return true;
    }

    private static string? Word(Precedence? precedence) =>
        precedence switch
        {
            null => null,
            Precedence.Deferred => "deferred",
            Precedence.Routine => "routine",
            Precedence.Priority => "priority",
            Precedence.Immediate or Precedence.NiactImmediate => "immediate",
            Precedence.Flash => "flash",
            _ => "override",
        };

    private static char? Letter(string? word) =>
        word?.Split(' ', '(')[0].Trim().ToLowerInvariant() switch
        {
            "deferred" or "0" => 'M',
            "routine" or "1" => 'R',
            "priority" or "2" => 'P',
            "immediate" or "3" => 'O',
            "flash" or "4" => 'Z',
            "override" or "5" => 'Y',
            _ => null,
        };
}
