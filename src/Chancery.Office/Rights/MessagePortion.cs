namespace Chancery.Office;

/// <summary>The subject or a paragraph of a message, with what it asks of a reader.</summary>
/// <param name="Paragraph">The paragraph; null for the subject.</param>
/// <param name="Need">What must hold of a reader; null where it bears no mark of its own and so goes with the whole message (RD-8).</param>
internal readonly record struct MessagePortion(Paragraph? Paragraph, PortionNeed? Need);
