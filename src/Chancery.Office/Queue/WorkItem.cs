namespace Chancery.Office;

/// <summary>A delivery that was leased: whoever holds the fence may finish it, nobody else.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Message">The row number of the message.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="Called">The routing indicators of this copy; empty where it goes unchanged.</param>
/// <param name="Precedence">The order it goes in.</param>
/// <param name="Fence">Rises with each lease.</param>
/// <param name="Tries">How often it was leased, this time included.</param>
/// <param name="Raw">The message.</param>
/// <param name="Number">The channel number given to it; 0 where it goes by no channel.</param>
/// <param name="AcceptedAt">When the message was accepted.</param>
public sealed record WorkItem(
    long Id,
    long Message,
    MessageId MessageId,
    ImmutableArray<string> Called,
    Precedence Precedence,
    long Fence,
    int Tries,
    ReadOnlyMemory<byte> Raw,
    int Number,
    DateTimeOffset AcceptedAt
)
{
    /// <summary>As in <see cref="NewDelivery.Pilot"/>.</summary>
    public string? Pilot { get; init; }

    /// <summary>As in <see cref="NewDelivery.IsSentAgain"/>.</summary>
    public bool IsSentAgain { get; init; }

    /// <summary>True where the other station owes a receipt for it (FLASH, transmission.md 3.2 P8b): from its delivery on a clock runs until that comes.</summary>
    public bool AwaitsReceipt { get; init; }
}
