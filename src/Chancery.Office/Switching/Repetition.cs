namespace Chancery.Office;

/// <summary>A transmission that goes again because another station asked for it (ZDK), or could not deliver a garbled copy (ZEQ4).</summary>
/// <param name="Message">The row number of the message.</param>
/// <param name="Destination">Where it goes again.</param>
public sealed record Repetition(long Message, string Destination)
{
    /// <summary>True where the copy itself says so (<see cref="NewDelivery.IsSentAgain"/>).</summary>
    public bool IsSaid { get; init; }
}
