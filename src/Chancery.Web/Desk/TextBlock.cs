namespace Chancery.Web.Desk;

/// <summary>A paragraph of a message on screen, or lines between paragraphs.</summary>
/// <param name="Paragraph">The paragraph; null for lines that belong to none.</param>
/// <param name="Lines">Its lines, each in runs.</param>
/// <param name="Notes">The findings that stand in it.</param>
/// <param name="Asks">True where the message asks for action here.</param>
public sealed record TextBlock(
    Paragraph? Paragraph,
    ImmutableArray<ImmutableArray<TextRun>> Lines,
    ImmutableArray<FindingNote> Notes,
    bool Asks
);
