namespace Chancery.Office;

/// <summary>What a message is to an earlier one.</summary>
public enum LinkKind
{
    /// <summary>The same message again.</summary>
    Repeats = 1,

    /// <summary>A corrected copy: the earlier one is superseded.</summary>
    Corrects = 2,

    /// <summary>The better of two copies, one of which is damaged.</summary>
    IsBetterThan = 3,

    /// <summary>The worse of two copies.</summary>
    IsWorseThan = 4,

    /// <summary>Another text under the same date-time group or serial, or the same text under another.</summary>
    CollidesWith = 5,
}
