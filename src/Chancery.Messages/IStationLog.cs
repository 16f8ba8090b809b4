namespace Chancery.Messages;

/// <summary>
/// What a station knows and no message tells by itself: its own names and channels, and what it handled before. Rules that need it stay silent without
/// it, and for every question that is answered with null: a log answers what it keeps. Thread-safe; called while a message is read, so answers must be
/// quick. Findings that come from a log are true for that station at that moment and are not stored with the message.
/// </summary>
public interface IStationLog
{
    /// <summary>The circuit the message came by or goes out on; null where unknown (TX-420, TX-429, TX-512).</summary>
    CircuitTerms? Circuit => null;

    /// <summary>True where a routing indicator or call sign is ours, a collective of ours, or lies behind us (TX-403, TX-428).</summary>
    bool? Serves(string station) => null;

    /// <summary>True where the address is a member of the collective (TX-412).</summary>
    bool? IsMember(string collective, string address) => null;

    /// <summary>True where an office of the addressee has this name (TX-606).</summary>
    bool? KnowsOffice(string office) => null;

    /// <summary>The number that comes next on a channel, 1 to 9999 (TX-102).</summary>
    int? NextNumber(string designator) => null;

    /// <summary>The continuity number that comes next from an originator to an addressee (TX-423, State form).</summary>
    int? NextContinuityNumber(string originator, string addressee) => null;

    /// <summary>
    /// Earlier messages with the same message identity, transmission identity, channel identity or text as this one (TX-215, TX-220, TX-223, TX-424,
    /// TX-516, TX-517). Empty where there is none.
    /// </summary>
    ImmutableArray<LoggedMessage> Alike(LoggedMessage message) => [];

    /// <summary>
    /// An earlier message by a cited identity: station, serial and filing time, or originator and date-time group, each as printed and parted by blanks
    /// (TX-219, TX-515, TX-608). Null where it is not on file; ask <see cref="IsComplete"/> whether that means anything.
    /// </summary>
    LoggedMessage? Find(string identity) => null;

    /// <summary>The number of the last telegram that a post sent in a year, as far as known (RF-1).</summary>
    long? LastNumber(string post, int year) => null;

    /// <summary>How many other documents on file have this number: sections, repetitions, corrected copies (MR-13).</summary>
    int? DocumentsUnder(MessageReferenceNumber number) => null;

    /// <summary>False where a telegram with this number should be on file and is not .</summary>
    bool? IsOnFile(MessageReferenceNumber number) => null;

    /// <summary>True where an address is not of our own nation .</summary>
    bool? IsForeign(string address) => null;

    /// <summary>True where a message that is not found was never here: the log reaches back far enough (TX-219, TX-608).</summary>
    bool IsComplete => false;

    /// <summary>True where the receipt for the FLASH under a channel number was sent, or came for one that we sent (TX-310, TX-311).</summary>
    bool? IsReceipted(ChannelNumber number) => null;

    /// <summary>The stations to which the transmission was sent on from here; empty where it was not (TX-436).</summary>
    ImmutableArray<string> SentOnTo(string transmissionIdentity) => [];
}
