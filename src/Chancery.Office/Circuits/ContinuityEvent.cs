namespace Chancery.Office;

/// <summary>How a channel number fits into its series (transmission.md 5.3).</summary>
public enum ContinuityEvent
{
    /// <summary>The first number ever seen on the channel.</summary>
    First,

    /// <summary>The number that was expected.</summary>
    Expected,

    /// <summary>An open number that comes late.</summary>
    Late,

    /// <summary>Numbers before it are open now.</summary>
    Gap,

    /// <summary>A new series has begun.</summary>
    Reset,

    /// <summary>The number was used before: the same message again, or two messages under one number (D1, D2).</summary>
    Again,

    /// <summary>Too far from what was expected to be a gap: the series goes on from here.</summary>
    Jump,
}
