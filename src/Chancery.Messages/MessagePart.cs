namespace Chancery.Messages;

/// <summary>A run of a message's bytes; the parts of a message tile it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="FormatLine">1 to 16 for a format line, else 0.</param>
/// <param name="Span">Where it stands in the raw bytes.</param>
public readonly record struct MessagePart(PartKind Kind, int FormatLine, TextSpan Span);
