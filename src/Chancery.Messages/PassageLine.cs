namespace Chancery.Messages;

/// <summary>One line of a passage, with the place it came from.</summary>
/// <param name="Text">Its words; no line end.</param>
/// <param name="Span">The bytes of <see cref="Message.Raw"/> it was read from; empty for given words.</param>
public readonly record struct PassageLine(string Text, TextSpan Span);
