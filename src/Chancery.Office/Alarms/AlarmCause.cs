namespace Chancery.Office;

/// <summary>What calls for an alarm as long as it lasts.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">The destination or office concerned.</param>
/// <param name="Precedence">The precedence concerned.</param>
/// <param name="Since">Since when.</param>
public sealed record AlarmCause(AlarmKind Kind, string Place, Precedence Precedence, DateTimeOffset Since);
