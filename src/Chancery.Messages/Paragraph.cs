namespace Chancery.Messages;

/// <summary>A numbered paragraph, or an unnumbered portion that stands for itself (text.md 13).</summary>
/// <param name="Number">As printed, without its full stop; null where unnumbered.</param>
/// <param name="Portion">Its own mark, or null.</param>
/// <param name="Words">Its text; number, mark and heading are not part of it.</param>
public sealed record Paragraph(string? Number, Marking? Portion, Passage Words)
{
    /// <summary>The heading above or in front of it, without its dashes, or null.</summary>
    public string? Heading { get; init; }

    /// <summary>Labels such as <c>summary</c>, <c>comment</c>, <c>action request</c>, lower-case.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The paragraph in the message's raw bytes, number and mark included.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Its parts with a letter, a number or a bullet of their own (text.md PA-7); empty without any. Found at each call.</summary>
    public ImmutableArray<SubPortion> SubPortions() => Words.Parts(Number);

    /// <summary>The words, line ends as line feeds. Decoded at each call.</summary>
    public string Text => Words.ToString();
}
