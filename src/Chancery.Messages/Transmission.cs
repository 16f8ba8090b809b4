namespace Chancery.Messages;

/// <summary>What format lines 1 to 4 and 15, 16 say. Lines that are absent are null.</summary>
public sealed record Transmission
{
    /// <summary>A transmission with nothing in it.</summary>
    public static Transmission None { get; } = new();

    /// <summary>Format line 1: the newest channel number.</summary>
    public ChannelNumber? Channel { get; init; }

    /// <summary>Channel numbers of earlier hops, newest first.</summary>
    public ImmutableArray<ChannelNumber> EarlierChannels { get; init; } = [];

    /// <summary>Format line 1: <c>UU</c> or <c>HH</c>, or null.</summary>
    public string? SecurityProsign { get; init; }

    /// <summary>The stations that this transmission calls: format line 2, of the newest pilot where there is one. Only these route.</summary>
    public CalledStations? Called { get; init; }

    /// <summary>Pilots in front of the message, newest first.</summary>
    public ImmutableArray<Pilot> Pilots { get; init; } = [];

    /// <summary>Format line 2 of the message itself where pilots stand before it: history, never routed by; null without a pilot.</summary>
    public CalledStations? CalledBelowPilots { get; init; }

    /// <summary>Format line 3, or the station part of an ACP 128 header.</summary>
    public CallingStation? Station { get; init; }

    /// <summary>The security warning of format line 4.</summary>
    public SecurityWarning? Security { get; init; }

    /// <summary>The other groups of format line 4, by signal.</summary>
    public ImmutableArray<Instruction> Instructions { get; init; } = [];

    /// <summary>Message instructions behind the date-time group of format line 5, by group as printed.</summary>
    public ImmutableArray<string> MessageInstructions { get; init; } = [];

    /// <summary>Format line 10: accounting symbol, or null.</summary>
    public string? Accounting { get; init; }

    /// <summary>Format line 10: number of groups, for encrypted text only; null where none is counted.</summary>
    public int? GroupCount { get; init; }

    /// <summary>True where the sender broke the transmission off: it is not delivered, its channel number stays used (TX-118).</summary>
    public bool IsCancelled { get; init; }

    /// <summary>
    /// True for what a station never answers, lest two machines answer each other for ever: receipts for FLASH, answers about numbers and channel
    /// tests, and service messages that a machine made (TX-425, TX-437).
    /// </summary>
    public bool IsNeverAnswered { get; init; }

    /// <summary>Format lines 15 and 16.</summary>
    public Ending Ending { get; init; } = Ending.None;
}
