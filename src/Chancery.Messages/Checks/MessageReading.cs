using Chancery.Messages.Framing;
using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Checks;

/// <summary>What the checks look at: everything that was read, before the message is made of it.</summary>
/// <param name="View">The reading view; spans of heading and text are places in it.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Heading">What heading and ending say.</param>
/// <param name="Text">What the text says.</param>
/// <param name="Options">Options of the reading.</param>
internal sealed record MessageReading(MessageView View, LineTable Lines, HeadingReading Heading, TextReading Text, ReaderOptions Options)
{
    private bool? isEncrypted;

    /// <summary>True where the next message of the input began before this one had its end mark (TX-106).</summary>
    public bool IsCutShort { get; init; }

    /// <summary>True where the heading is that of a transmission: absent lines are findings only there.</summary>
    public bool IsTransmission => Heading.Profile is > Profile.Reading and < Profile.Acp126;

    /// <summary>True for the base and its NATO form, to which the rules of ACP 127(G) apply unchanged.</summary>
    public bool IsBase => Heading.Profile is Profile.Acp127 or Profile.Acp127N;

    /// <summary>True in profiles of US networks, which end with a validation line and use the wider character set.</summary>
    public bool IsUnitedStates => Heading.Profile is Profile.State or Profile.Acp127Us or Profile.Acp128;

    /// <summary>True for a short service message: a calling line and a text of signals, no preamble, no BT and no address.</summary>
    public bool IsShortService => Heading.Form == MessageForm.ShortService;

    /// <summary>True where everything that a transmission must have can be asked for: it was not broken off.</summary>
    public bool IsWhole => IsTransmission && !Heading.IsCancelled;

    /// <summary>True for the severities before sending.</summary>
    public bool IsOutgoing => Options.Outgoing;

    /// <summary>True where the text is encrypted: its first groups have five letters each.</summary>
    public bool IsEncrypted => isEncrypted ??= EncryptedText.Is(Bytes(Heading.FormatLines[12]));

    /// <summary>The bytes under a place of the view.</summary>
    public ReadOnlySpan<byte> Bytes(TextSpan span) => View.Bytes.Span.Slice(span.Start, span.Length);

    /// <summary>The first of the format lines that is there; the start of the message where none is.</summary>
    public TextSpan PlaceOf(params ReadOnlySpan<int> formatLines)
    {
        foreach (var line in formatLines)
        {
            if (!Heading.FormatLines[line].IsEmpty)
            {
                return Heading.FormatLines[line];
            }
        }
        return default;
    }
}
