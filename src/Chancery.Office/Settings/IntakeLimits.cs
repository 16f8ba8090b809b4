namespace Chancery.Office;

/// <summary>How much is taken in at once.</summary>
public sealed record IntakeLimits
{
    /// <summary>Bytes of one submission over HTTP.</summary>
    public long Body { get; init; } = 64L << 20;

    /// <summary>Bytes of one message.</summary>
    public long Message { get; init; } = 16L << 20;

    /// <summary>Messages of one submission.</summary>
    public int Messages { get; init; } = 10_000;

    /// <summary>How many times larger than itself an archive may unfold.</summary>
    public int Expansion { get; init; } = 100;
}
