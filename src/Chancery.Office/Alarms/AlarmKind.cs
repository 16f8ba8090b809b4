namespace Chancery.Office;

/// <summary>What an alarm is about.</summary>
public enum AlarmKind
{
    /// <summary>A FLASH or NIACT IMMEDIATE for us, or one that is held: sounds until somebody acknowledges it (handling.md PR-8).</summary>
    Urgent = 1,

    /// <summary>Traffic that waits for a way out longer than the objective of its precedence (t2 - t0).</summary>
    Late = 2,

    /// <summary>Traffic that is held longer than the objective of its precedence.</summary>
    HeldLong = 3,

    /// <summary>Traffic that the office which must act has not opened within the objective (t3 - t0).</summary>
    Unopened = 4,

    /// <summary>A circuit that is down with IMMEDIATE or higher waiting for it.</summary>
    LineDown = 5,

    /// <summary>Copies of a quarantined message that came in and were closed (handling.md RX-7): stands until a security officer takes it.</summary>
    Spill = 6,

    /// <summary>A FLASH that went out and was not receipted in time (TX-311): until the receipt comes, or somebody takes the alarm.</summary>
    Unreceipted = 7,
}
