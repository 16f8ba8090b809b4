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

    /// <summary>Format line 2.</summary>
    public CalledStations? Called { get; init; }

    /// <summary>Format line 3, or the station part of an ACP 128 header.</summary>
    public CallingStation? Station { get; init; }

    /// <summary>The security warning of format line 4.</summary>
    public SecurityWarning? Security { get; init; }

    /// <summary>The other groups of format line 4, by signal.</summary>
    public ImmutableArray<Instruction> Instructions { get; init; } = [];

    /// <summary>Message instructions behind the date-time group of format line 5, by group as printed.</summary>
    public ImmutableArray<string> MessageInstructions { get; init; } = [];

    /// <summary>Format lines 15 and 16.</summary>
    public Ending Ending { get; init; } = Ending.None;
}
