namespace Chancery.Office;

/// <summary>A request to have a transmission again that has had no answer.</summary>
/// <param name="Message">The copy on file that was no good.</param>
/// <param name="Circuit">The circuit it came by.</param>
/// <param name="Number">Its channel number.</param>
/// <param name="Precedence">Its precedence, by which the patience goes.</param>
/// <param name="Times">How often it was asked for.</param>
/// <param name="LastAt">When it was last asked for.</param>
public sealed record RepeatRequest(
    MessageId Message,
    string Circuit,
    string Number,
    Precedence Precedence,
    int Times,
    DateTimeOffset LastAt
)
{
    /// <summary>How long an answer may take: 2 hours for IMMEDIATE and higher, 8 for PRIORITY, 16 for ROUTINE (transmission.md 5.7).</summary>
    public TimeSpan Patience =>
        Precedence >= Precedence.Immediate ? TimeSpan.FromHours(2)
        : Precedence == Precedence.Priority ? TimeSpan.FromHours(8)
        : TimeSpan.FromHours(16);
}
