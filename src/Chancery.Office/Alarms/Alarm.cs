namespace Chancery.Office;

/// <summary>An alarm that stands. Kept in the store, so that a restart silences none.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Place">The destination or office concerned; empty where it is about one message.</param>
/// <param name="Precedence">The precedence concerned.</param>
/// <param name="Message">The message; null where it is about more than one.</param>
/// <param name="Since">Since when what it is about lasts: the start of the clock, not of the alarm.</param>
/// <param name="Called">How many of the roster were called.</param>
/// <param name="AcknowledgedBy">Who acknowledged it; null where nobody has.</param>
public sealed record Alarm(
    long Id,
    AlarmKind Kind,
    string Place,
    Precedence Precedence,
    MessageId? Message,
    DateTimeOffset Since,
    int Called,
    string? AcknowledgedBy
)
{
    /// <summary>True where it stands until somebody takes it; others end with their cause.</summary>
    public bool WaitsForSomebody => Kind is AlarmKind.Urgent or AlarmKind.Spill;

    /// <summary>True where the desk sounds: nobody has acknowledged a FLASH or NIACT IMMEDIATE.</summary>
    public bool Sounds => Kind == AlarmKind.Urgent && AcknowledgedBy is null;
}
