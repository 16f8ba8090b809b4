namespace Chancery.Messages;

/// <summary>Words of a paragraph that point at the reference block: <c>reftel</c>, <c>ref A</c>, <c>refs B and C</c>, <c>septel</c> (text.md RF-7).</summary>
/// <param name="Paragraph">Index of the paragraph in <see cref="Message.Paragraphs"/>.</param>
/// <param name="Words">The words as printed, line ends as blanks.</param>
/// <param name="References">
/// Indexes in <see cref="Message.References"/>; empty for <c>septel</c>, which means a telegram of its own, and where no such reference is listed.
/// </param>
public sealed record BackReference(int Paragraph, string Words, ImmutableArray<int> References);
