using Chancery.Messages.Framing;

namespace Chancery.Messages;

/// <summary>
/// A record message as read: the untouched bytes, what they say, and what is wrong with them. Immutable, safe to share between threads.
/// Absent values are null or empty. A message is made by <see cref="MessageReader"/>, or built with its init properties.
/// </summary>
public sealed record Message
{
    /// <summary>The message's bytes exactly as they came, noise around it included.</summary>
    public ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Where <see cref="Raw"/> begins in the input it was framed from, in bytes.</summary>
    public long Offset { get; init; }

    /// <summary>The line of the input on which it begins, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The transmission form.</summary>
    public Profile Profile { get; init; }

    /// <summary>The form of the text.</summary>
    public TextFamily Family { get; init; }

    /// <summary>What of the lines it has; <see cref="MessageForm.Plaindress"/> where it is no transmission.</summary>
    public MessageForm Form { get; init; }

    /// <summary>The parts that tile <see cref="Raw"/>, in order; empty in a built message.</summary>
    public ImmutableArray<MessagePart> Parts { get; init; } = [];

    /// <summary>Format lines 1 to 4, 15 and 16.</summary>
    public Transmission Transmission { get; init; } = Transmission.None;

    /// <summary>Precedences of format line 5.</summary>
    public PrecedencePair Precedence { get; init; } = PrecedencePair.None;

    /// <summary>The date-time group, or null.</summary>
    public DateTimeGroup? Dtg { get; init; }

    /// <summary>The originator, or null.</summary>
    public Originator? From { get; init; }

    /// <summary>Action addressees.</summary>
    public ImmutableArray<Addressee> Action { get; init; } = [];

    /// <summary>Information addressees.</summary>
    public ImmutableArray<Addressee> Info { get; init; } = [];

    /// <summary>Exempted members of collectives.</summary>
    public ImmutableArray<ExemptedAddressee> Exempt { get; init; } = [];

    /// <summary>The blocks of earlier addresses in a readdressed message, newest first; empty otherwise.</summary>
    public ImmutableArray<HeadingBlock> Readdressed { get; init; } = [];

    /// <summary>The classification line, or null.</summary>
    public Classification? Classification { get; init; }

    /// <summary>The highest level anywhere in the message.</summary>
    public EffectiveLevel EffectiveLevel { get; init; } = EffectiveLevel.None;

    /// <summary>The message reference number, or null.</summary>
    public MessageReferenceNumber? Mrn { get; init; }

    /// <summary>The section, or null for a whole message.</summary>
    public Section? Section { get; init; }

    /// <summary>Captions in printed order.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>Passing and attention lines.</summary>
    public ImmutableArray<PassingLine> Passing { get; init; } = [];

    /// <summary>The E.O. line, or null.</summary>
    public Declassification? Declassification { get; init; }

    /// <summary>The TAGS.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>The subject, or null.</summary>
    public Subject? Subject { get; init; }

    /// <summary>The references.</summary>
    public ImmutableArray<MessageReference> References { get; init; } = [];

    /// <summary>The classification authority, or null.</summary>
    public ClassificationAuthority? ClassifiedBy { get; init; }

    /// <summary>The paragraphs.</summary>
    public ImmutableArray<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>The summary's words alone, or null.</summary>
    public Passage? Summary { get; init; }

    /// <summary>Numbers of the paragraphs that ask for action.</summary>
    public ImmutableArray<string> ActionRequests { get; init; } = [];

    /// <summary>The signature, or null.</summary>
    public string? Signature { get; init; }

    /// <summary>The releaser of a naval message, or null.</summary>
    public string? Releaser { get; init; }

    /// <summary>The Navy's subject code on the classification line, such as <c>N02000</c> (text.md NV-1), or null.</summary>
    public string? SubjectCode { get; init; }

    /// <summary>Title and serial of a general message, or null.</summary>
    public MessageSerial? Serial { get; init; }

    /// <summary>How long a general message stands, or null where it does not say.</summary>
    public Cancellation? Cancellation { get; init; }

    /// <summary>Which other messages a general message cancels or corrects, and which takes its place.</summary>
    public ImmutableArray<Supersession> Supersessions { get; init; } = [];

    /// <summary>The sets of a naval message.</summary>
    public ImmutableArray<MessageSet> Sets { get; init; } = [];

    /// <summary>The distribution of a released State telegram, or null.</summary>
    public Distribution? Distribution { get; init; }

    /// <summary>The drafting block of a released State telegram, or null.</summary>
    public Drafting? Drafting { get; init; }

    /// <summary>The dash counter of a released State telegram, or null.</summary>
    public DashCounter? DashCounter { get; init; }

    /// <summary>The attributes of a released State telegram, in printed order.</summary>
    public ImmutableArray<MessageAttribute> Attributes { get; init; } = [];

    /// <summary>What the releasing archive did, stamps first.</summary>
    public ImmutableArray<ReleaseEvent> ReleaseEvents { get; init; } = [];

    /// <summary>Values that were not printed so.</summary>
    public ImmutableArray<DerivedValue> Derived { get; init; } = [];

    /// <summary>What the checks found, by place.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The words of the text in the raw bytes: behind classification line, captions and labelled lines, before BT; empty in a built message.</summary>
    internal TextSpan Body { get; init; }

    /// <summary>Where the paragraphs point at the references: <c>reftel</c>, <c>ref A</c>. Found at each call.</summary>
    public ImmutableArray<BackReference> BackReferences => Text.BackReferences.Find(this);

    /// <summary>Whom the POC sets name, one each. Found at each call.</summary>
    public ImmutableArray<PointOfContact> PointsOfContact() =>
        [.. Sets.Where(set => set.Id == "POC").Select(set => Messages.Text.ContactFields.Read(set.Fields))];

    /// <summary>
    /// The texts quoted inside the text, between <c>QUOTE</c> and <c>UNQUOTE</c> or <c>BEGIN TEXT</c> and <c>END TEXT</c>, as places in <see cref="Raw"/>; a
    /// reader reads one as a message of its own. One that nothing closes is none. Found at each call.
    /// </summary>
    public ImmutableArray<TextSpan> Quotations() => Messages.Text.Quotation.Find(Raw, Body);

    /// <summary>The view the reader worked on; null in a built message.</summary>
    internal MessageView? View { get; init; }

    /// <summary>Originator and date-time group, by which users cite a message; null where either is absent.</summary>
    public string? MessageIdentity => From is { } from && Dtg is { } dtg ? $"{from.Name} {dtg.Raw}" : null;

    /// <summary>Station, serial and filing time, by which stations cite a transmission; null without a station serial.</summary>
    public string? TransmissionIdentity =>
        Transmission.Station is { Serial: { } serial } station
            ? station.FiledRaw is { } filed
                ? $"{station.RoutingIndicator} {serial} {filed}"
                : $"{station.RoutingIndicator} {serial}"
            : null;

    /// <summary>Channel designator and number, by which one hop is cited; null without one.</summary>
    public string? ChannelIdentity => Transmission.Channel is { } channel ? $"{channel.Designator} {channel.Number}" : null;
}
