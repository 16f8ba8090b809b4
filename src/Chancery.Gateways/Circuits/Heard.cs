namespace Chancery.Gateways.Circuits;

/// <summary>One thing heard on a circuit.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its bytes; of noise the first ones, of a quittance the channel number.</param>
public sealed record Heard(HeardKind Kind, byte[] Bytes)
{
    /// <summary>True where the next message began before this one had its end (TX-106).</summary>
    public bool IsCutShort { get; init; }

    /// <summary>True where the line ended, or the limit was reached, before the message did.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>How many bytes there were; more than are kept where it is long noise.</summary>
    public long Length { get; init; }
}
