namespace Chancery.Office;

/// <summary>The <c>[alarms]</c> of the settings: who is called about FLASH and NIACT IMMEDIATE, and when (handling.md PR-9).</summary>
public sealed record AlarmSettings
{
    /// <summary>Who is called, in order; nobody where empty: the alarm sounds at the desk all the same.</summary>
    public ImmutableArray<string> Roster { get; init; } = [];

    /// <summary>After so long without acknowledgement the next one is called about a FLASH.</summary>
    public TimeSpan FlashNext { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The same for NIACT IMMEDIATE.</summary>
    public TimeSpan NiactNext { get; init; } = TimeSpan.FromMinutes(10);
}
