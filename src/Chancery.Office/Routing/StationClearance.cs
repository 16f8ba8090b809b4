namespace Chancery.Office;

/// <summary>
/// Whether a station may get a message at all, whatever way leads there: its own clearance (TX-409), and on networks of the United States the release
/// code for its nation (TX-509, TX-510).
/// </summary>
public static class StationClearance
{
    /// <summary>Why a station must not get it; null where it may.</summary>
    /// <param name="message">The message.</param>
    /// <param name="level">Its level.</param>
    /// <param name="indicator">The routing indicator of the station.</param>
    /// <param name="directory">The stations known.</param>
    public static HoldReason? Objection(Message message, Level level, string indicator, StationDirectory directory)
    {
        if (level >= Level.Restricted && directory.FindStation(indicator) is { Clearance: { } clearance } && clearance < level)
        {
            return new HoldReason("TX-409", $"{indicator} takes messages up to {clearance.Name()}, this one is {level.Name()}.");
        }
        if (
            message.Profile is not (Profile.Acp127Us or Profile.State or Profile.Acp128)
            || message.Transmission.Security is not { Group: { Length: 5 } group } warning
            || ReleaseCodes.For(indicator) is not { } nation
        )
        {
            return null;
        }
        if (warning.ReleaseCode is { } code)
        {
            return code.Contains(nation, StringComparison.Ordinal)
                ? null
                : new HoldReason("TX-510", $"The release code {code} does not name the nation of {indicator}, which is {nation}.");
        }
        // ZNY CCCCC says CONFIDENTIAL and also CC, Canada. What is not classified needs no release: TX-509 stays a warning.
        return level >= Level.Restricted && !(group[3] == nation && group[4] == nation)
            ? new HoldReason("TX-509", $"{indicator} is foreign and {warning.Signal} {group} has no release code; {nation} was expected.")
            : null;
    }
}
