namespace Chancery.Office;

/// <summary>The <c>[rights]</c> section of the settings: how this installation applies the rule of reading.</summary>
public sealed record RightsSettings
{
    /// <summary>What holds where nothing is set.</summary>
    public static RightsSettings Default { get; } = new();

    /// <summary>
    /// True where a role alone opens no message: a reader must also be in its distribution. Messages filed before it was set have none and stay
    /// closed until they are read again.
    /// </summary>
    public bool NeedToKnow { get; init; }

    /// <summary>True where readers below a message's level get the portions that are open to them (handling.md RD-7).</summary>
    public bool Portions { get; init; }

    /// <summary>The state whose nationals may read NOFORN; two or three letters.</summary>
    public string Nation { get; init; } = "US";

    /// <summary>True where only a records officer exports what ranks above UNCLASSIFIED (handling.md DC-10); it is left out for others.</summary>
    public bool ExportNeedsRole { get; init; }

    /// <summary>How long an emergency access opens its message.</summary>
    public TimeSpan EmergencyLasts { get; init; } = TimeSpan.FromHours(1);
}
