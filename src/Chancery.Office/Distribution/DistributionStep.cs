namespace Chancery.Office;

/// <summary>The steps by which offices get copies, in their order (handling.md 3.2). The third, replies to an open task, comes with tasks.</summary>
public enum DistributionStep
{
    /// <summary>A channel or restrictive caption: its fixed list, and nobody else.</summary>
    Caption = 1,

    /// <summary>A passing or attention line.</summary>
    Passing = 2,

    /// <summary>TAGS.</summary>
    Tags = 4,

    /// <summary>Words of the subject.</summary>
    Subject = 5,

    /// <summary>Who sent it.</summary>
    Sender = 6,

    /// <summary>Everything else: the duty officer.</summary>
    Duty = 7,
}
