namespace Chancery.Messages;

/// <summary>A section and what of the joined message came from it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Message">The section as it was received.</param>
/// <param name="Span">Where its part stands in the raw bytes of <see cref="SectionedMessage.Whole"/>.</param>
public sealed record JoinedSection(int Number, Message Message, TextSpan Span);
