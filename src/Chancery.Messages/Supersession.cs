namespace Chancery.Messages;

/// <summary>What a general message says of another one that it takes the place of, or that takes its place (text.md NV-9).</summary>
/// <param name="How">Which of the two replaces the other, and why.</param>
/// <param name="Serial">Title and serial of the other message as printed; null where none is named.</param>
/// <param name="ReferenceLabel">Letter of the reference that names the other message, or null.</param>
public sealed record Supersession(SupersessionKind How, MessageSerial? Serial, string? ReferenceLabel);
