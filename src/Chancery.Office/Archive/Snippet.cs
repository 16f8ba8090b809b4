namespace Chancery.Office;

/// <summary>A piece of a message that shows why it was found.</summary>
/// <param name="Text">The words, one line.</param>
/// <param name="Hits">The words that were asked for, in UTF-16 units of <paramref name="Text"/>.</param>
/// <param name="Paragraph">The number of the paragraph it comes from, or null.</param>
public sealed record Snippet(string Text, ImmutableArray<TextSpan> Hits, string? Paragraph);
