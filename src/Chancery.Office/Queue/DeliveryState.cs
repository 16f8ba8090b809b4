namespace Chancery.Office;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryState
{
    /// <summary>Waits for its turn.</summary>
    Queued = 0,

    /// <summary>Somebody is delivering it.</summary>
    Leased = 1,

    /// <summary>Delivered.</summary>
    Delivered = 2,

    /// <summary>Kept back by a person.</summary>
    Held = 3,

    /// <summary>Given up.</summary>
    Failed = 4,

    /// <summary>Called off by a person.</summary>
    Cancelled = 5,
}
