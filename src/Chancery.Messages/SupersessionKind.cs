namespace Chancery.Messages;

/// <summary>How one general message stands to another (text.md NV-9).</summary>
public enum SupersessionKind : byte
{
    /// <summary>This message cancels or supersedes the other.</summary>
    Cancels,

    /// <summary>This message is a corrected copy of one of the same serial.</summary>
    Corrects,

    /// <summary>The other message is a corrected copy that takes the place of this one.</summary>
    CorrectedBy,
}
