namespace Chancery.Messages;

/// <summary>What the releasing archive did to a telegram, by a stamp or an attribute (text.md N-9).</summary>
/// <param name="Date">The day, or null where none is printed.</param>
/// <param name="Action">What was done, such as <c>Declassified/Released</c>.</param>
/// <param name="Raw">As printed.</param>
public sealed record ReleaseEvent(DateOnly? Date, string Action, string Raw);
