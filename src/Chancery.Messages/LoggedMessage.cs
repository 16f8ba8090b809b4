using Chancery.Messages.Heading;

namespace Chancery.Messages;

/// <summary>A message as a station's log keeps it, for the table of duplicates (transmission.md 5.2).</summary>
/// <param name="MessageIdentity">Originator and date-time group, or null.</param>
/// <param name="TransmissionIdentity">Station, serial and filing time, or null.</param>
/// <param name="ChannelIdentity">Channel designator and number, or null.</param>
/// <param name="TextHash">SHA-256, hexadecimal, of the text: page lines left out, blanks and line ends as one blank, upper-case.</param>
public sealed record LoggedMessage(string? MessageIdentity, string? TransmissionIdentity, string? ChannelIdentity, string TextHash)
{
    /// <summary>The section, or null for a whole message.</summary>
    public Section? Section { get; init; }

    /// <summary>The highest level of the message, or null.</summary>
    public Level? Level { get; init; }

    /// <summary>Routing indicators called by the copy.</summary>
    public ImmutableArray<string> Called { get; init; } = [];

    /// <summary>True where the copy was cut short or damaged.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>True where the copy was passed on subject to correction (ZDG).</summary>
    public bool IsSubjectToCorrection { get; init; }

    /// <summary>True where it was already sent on the circuit in question (TX-424).</summary>
    public bool WasSentHere { get; init; }

    /// <summary>The entry that a message read from bytes would make.</summary>
    public static LoggedMessage Of(Message message) =>
        new(
            message.MessageIdentity,
            message.TransmissionIdentity,
            message.ChannelIdentity,
            TextFingerprint.Of(message.Raw.Span, message.Parts.AsSpan())
        )
        {
            Section = message.Section,
            Level = message.EffectiveLevel.Level,
            Called = message.Transmission.Called?.RoutingIndicators ?? [],
            IsDamaged = message.Transmission.IsCancelled || message.Transmission.Ending.EndOfMessage is null,
            IsSubjectToCorrection = message.Transmission.Pilots is [{ Signal: "ZDG" }, ..],
        };
}
