namespace Chancery.Exercise.Forms;

/// <summary>Writes the paragraphs of a State telegram and keeps what they truly say (text.md 13).</summary>
internal sealed class BodyForm(Sheet sheet, Draft draft, bool isMarked)
{
    private readonly ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
    private readonly ImmutableArray<string>.Builder requests = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<Paragraph> Paragraphs => paragraphs.ToImmutable();

    public ImmutableArray<string> ActionRequests => requests.ToImmutable();

    public Passage? Summary { get; private set; }

    /// <summary>Writes a paragraph; the first of a text bears the level of the message, so that the levels agree (CL-5).</summary>
    public void Add(int number, DraftParagraph paragraph, bool isTop)
    {
        if (paragraph.Heading is { } heading)
        {
            sheet.Line(heading);
            sheet.Line(new string('-', heading.Length));
            sheet.Line("");
        }
        Marking? mark = null;
        if (isMarked)
        {
            mark =
                paragraph.IsLow && !isTop
                    ? Print.Mark(Level.Unclassified, false)
                    : Print.Mark(draft.Level, draft.ForNationalsOnly && isTop);
        }
        var digits = number.ToString(CultureInfo.InvariantCulture);
        var opening = mark is null ? $"{digits}. " : $"{digits}. {mark.Raw} ";
        var (before, after) = paragraph.Label switch
        {
            "summary" => ("Summary: ", " End Summary."),
            "comment" => ("Comment: ", " End Comment."),
            "action request" => ("Action request: ", ""),
            _ => ("", ""),
        };
        var words = before + paragraph.Text + after;
        if (draft.IsUpperCase)
        {
            words = words.ToUpperInvariant();
        }
        var lines = Sheet.Wrap(words, opening.Length);
        var start = sheet.Length;
        var written = sheet.Put(opening).Lines(lines);
        sheet.Line("");
        if (string.Equals(paragraph.Label, "summary", StringComparison.Ordinal))
        {
            Summary = new Passage(lines[before.Length..^after.Length]);
        }
        if (string.Equals(paragraph.Label, "action request", StringComparison.Ordinal))
        {
            requests.Add(digits);
        }
        paragraphs.Add(
            new Paragraph(digits, mark, new Passage(lines))
            {
                Heading = paragraph.Heading,
                Labels = paragraph.Label is { } label ? [label] : [],
                Span = TextSpan.FromBounds(start, written.End),
            }
        );
    }
}
