namespace Chancery.Messages;

/// <summary>
/// Short procedure lines that a relay or the originating station set in front of a message, which stays whole below them (transmission.md 2.16).
/// Only the newest pilot routes.
/// </summary>
/// <param name="Called">Its format line 2.</param>
public sealed record Pilot(CalledStations Called)
{
    /// <summary>Its channel number and those of the hops under it, newest first.</summary>
    public ImmutableArray<ChannelNumber> Channels { get; init; } = [];

    /// <summary>Its own security warning, or null.</summary>
    public SecurityWarning? Security { get; init; }

    /// <summary>
    /// Why it was set: <c>ZOV</c> rerouted, <c>ZFD</c> suspected duplicate, <c>ZDG</c> subject to correction, <c>ZEL</c> corrected copy, <c>ZDK</c>
    /// repeated on request (a service message then); null where no signal stands there.
    /// </summary>
    public string? Signal { get; init; }

    /// <summary>The station that set it, where it says so; of a <c>ZDK</c> pilot the calling station.</summary>
    public string? Station { get; init; }

    /// <summary>Its instructions, the signal first. Behind <c>T</c> stand the only addressees to deliver to.</summary>
    public ImmutableArray<Instruction> Instructions { get; init; } = [];

    /// <summary>True for the signals of pilots in front of a message that stands whole below them; a <c>ZDK</c> pilot has words of its own.</summary>
    internal static bool IsBeforeWhole(ReadOnlySpan<byte> signal) =>
        signal.SequenceEqual("ZOV"u8) || signal.SequenceEqual("ZFD"u8) || signal.SequenceEqual("ZDG"u8) || signal.SequenceEqual("ZEL"u8);
}
