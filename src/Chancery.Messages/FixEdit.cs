namespace Chancery.Messages;

/// <summary>One change of a <see cref="Fix"/>.</summary>
/// <param name="Span">The raw bytes replaced; empty for an insertion.</param>
/// <param name="Text">What stands there afterwards.</param>
public sealed record FixEdit(TextSpan Span, string Text);
