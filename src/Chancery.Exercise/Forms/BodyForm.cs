namespace Chancery.Exercise.Forms;

/// <summary>Writes the paragraphs of a State telegram and keeps what they truly say (text.md 13).</summary>
internal sealed class BodyForm(Sheet sheet, Draft draft, bool isMarked)
{
    private const int PageLength = 50;

    private readonly ImmutableArray<Paragraph>.Builder paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
    private readonly ImmutableArray<string>.Builder requests = ImmutableArray.CreateBuilder<string>();
    private int written;
    private int pages;

    public ImmutableArray<Paragraph> Paragraphs => paragraphs.ToImmutable();

    public ImmutableArray<string> ActionRequests => requests.ToImmutable();

    public Passage? Summary { get; private set; }

    /// <summary>
    /// Writes paragraphs <paramref name="first"/> to <paramref name="end"/> - 1. The first of a text bears the level of the message, so
    /// that the levels agree (CL-5).
    /// </summary>
    public void Write(int first, int end)
    {
        var composed = Enumerable.Range(first, end - first).Select(i => Compose(i + 1, draft.Body[i], isTop: i == first)).ToList();
        pages = ((composed.Sum(c => c.Lines.AsSpan().Count('\n') + 1) - 1) / PageLength) + 1;
        foreach (var paragraph in composed)
        {
            Write(paragraph);
        }
    }

    private Composed Compose(int number, DraftParagraph paragraph, bool isTop)
    {
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
        var (label, close) = paragraph.Label switch
        {
            "summary" => ("Summary", " End Summary."),
            "comment" => ("Comment", " End Comment."),
            "action request" => ("Action request", ""),
            _ => ("", ""),
        };
        var words = paragraph.Text + close;
        if (draft.IsUpperCase)
        {
            (label, words) = (label.ToUpperInvariant(), words.ToUpperInvariant());
        }
        opening += label.Length > 0 ? label + ": " : "";
        return new Composed(digits, mark, paragraph, label, opening, Sheet.Wrap(words, opening.Length), close.Length);
    }

    private void Write(Composed composed)
    {
        if (composed.Draft.Heading is { } heading)
        {
            sheet.Line(heading);
            sheet.Line(new string('-', heading.Length));
            sheet.Line("");
        }
        var span = WriteLines(composed);
        sheet.Line("");
        if (string.Equals(composed.Draft.Label, "summary", StringComparison.Ordinal))
        {
            Summary = new Passage(composed.Lines[..^composed.CloseLength]);
        }
        if (string.Equals(composed.Draft.Label, "action request", StringComparison.Ordinal))
        {
            requests.Add(composed.Number);
        }
        paragraphs.Add(
            new Paragraph(composed.Number, composed.Mark, new Passage(composed.Lines))
            {
                Heading = composed.Draft.Heading ?? (composed.Label.Length > 0 ? composed.Label : null),
                Labels = composed.Draft.Label is { } name ? [name] : [],
                Span = span,
            }
        );
    }

    /// <summary>Writes the lines, with a page line where a page ends (transmission.md 1.7).</summary>
    private TextSpan WriteLines(Composed composed)
    {
        var start = -1;
        var end = 0;
        foreach (var line in composed.Lines.Split('\n'))
        {
            if (draft.HasPages && written > 0 && written % PageLength == 0)
            {
                var page = 1 + (written / PageLength);
                sheet.Line(
                    string.Create(CultureInfo.InvariantCulture, $"{draft.From.Name} {draft.Number:00000000}  {page:000} OF {pages:000}")
                );
            }
            written++;
            if (start < 0)
            {
                start = sheet.Length;
                sheet.Put(composed.Opening);
            }
            end = sheet.Put(line).Length;
            sheet.Line("");
        }
        return TextSpan.FromBounds(start, end);
    }

    private sealed record Composed(
        string Number,
        Marking? Mark,
        DraftParagraph Draft,
        string Label,
        string Opening,
        string Lines,
        int CloseLength
    );
}
