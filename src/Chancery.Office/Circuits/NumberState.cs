namespace Chancery.Office;

/// <summary>What became of one channel number.</summary>
public enum NumberState
{
    /// <summary>Nothing came under it yet.</summary>
    Open = 0,

    /// <summary>Nothing came under it, and that was reported (ZFX).</summary>
    Reported = 1,

    /// <summary>A message came under it in its turn.</summary>
    Received = 2,

    /// <summary>A message came under it late.</summary>
    Late = 3,

    /// <summary>Used by a transmission that was broken off.</summary>
    Cancelled = 4,

    /// <summary>Closed by a person, or by the other station's word.</summary>
    Closed = 5,

    /// <summary>Given by us to a transmission.</summary>
    Sent = 6,

    /// <summary>The higher of two numbers that one message came under: number only (ZFU, ZFV).</summary>
    Blanked = 7,

    /// <summary>Given by us to a FLASH, and the other station has receipted it (<c>R Z</c>).</summary>
    Receipted = 8,
}
