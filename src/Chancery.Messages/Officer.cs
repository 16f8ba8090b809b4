namespace Chancery.Messages;

/// <summary>A person of an office who drafted, approved or cleared a telegram (text.md AR-4).</summary>
/// <param name="Office">Such as <c>L/M</c>; null where only a name is printed.</param>
/// <param name="Name">As printed, initials and surname in one word.</param>
/// <param name="How">How it was cleared, such as <c>INFO</c>, <c>DRAFT</c>, <c>SUBS</c>, <c>PHONE</c>; else null.</param>
public sealed record Officer(string? Office, string Name, string? How);
