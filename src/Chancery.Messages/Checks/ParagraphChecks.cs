namespace Chancery.Messages.Checks;

/// <summary>Paragraphs and portion marks of a telegram (text.md 13).</summary>
internal sealed class ParagraphChecks : CheckGroup
{
    private const int LinesOfThreePages = 3 * 55;
    private static readonly DateTimeOffset PortionMarkingBegins = new(1995, 10, 14, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Family != TextFamily.State2000 || text.Paragraphs.IsEmpty)
        {
            return;
        }
        CheckNumbers(reading, findings);
        CheckMarks(reading, findings);
        if (text.Summary is null && reading.Heading.TextEnd - reading.Heading.TextFirst > LinesOfThreePages && text.Section is null)
        {
            findings.Add("PA-11", Place(reading, text.Paragraphs[0]), "The text is longer than three pages and has no summary.");
        }
    }

    private static void CheckNumbers(MessageReading reading, FindingList findings)
    {
        var paragraphs = reading.Text.Paragraphs;
        if (paragraphs.Length == 1 && paragraphs[0].Number is not null && reading.Text.Section is null)
        {
            findings.Add(
                "PA-1",
                Place(reading, paragraphs[0]),
                "The only paragraph is numbered; a single one was expected to have no number."
            );
        }
        var unnumbered = paragraphs.Count(paragraph => paragraph.Number is null);
        if (unnumbered > 1)
        {
            var first = paragraphs.First(paragraph => paragraph.Number is null);
            findings.Add(
                "PA-1",
                Place(reading, first),
                $"{unnumbered} paragraphs have no number; several were expected to be numbered from 1."
            );
        }
    }

    private static void CheckMarks(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        var mustMark =
            text.Classification is { } classification
            && classification.Level.Rank() >= Level.Confidential.Rank()
            && (reading.Heading.Dtg?.Utc ?? PortionMarkingBegins) >= PortionMarkingBegins
            && text.Paragraphs[0].Portion?.Raw.Contains("ENTIRE", StringComparison.OrdinalIgnoreCase) != true;
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Portion is not { } mark)
            {
                if (mustMark && paragraph.Number is { } number)
                {
                    findings.Add("PA-2", Place(reading, paragraph), $"Paragraph {number} of a classified message bears no portion mark.");
                }
            }
            else if (!IsWellFormed(mark.Raw))
            {
                findings.Add(
                    "PA-4",
                    Place(reading, paragraph),
                    $"The portion mark is printed {mark.Raw}; it was read as {mark.Level.Name()}."
                );
            }
        }
    }

    /// <summary>One bracket at each end, capitals, no blanks beside the brackets.</summary>
    private static bool IsWellFormed(string raw) =>
        raw.Length >= 3
        && raw[0] == '('
        && raw[^1] == ')'
        && raw[1] is not (' ' or '(')
        && raw[^2] is not (' ' or ')')
        && !raw.AsSpan().ContainsAnyInRange('a', 'z');

    /// <summary>The start of the paragraph in the view; a paragraph keeps its place in the raw bytes only.</summary>
    private static TextSpan Place(MessageReading reading, Paragraph paragraph)
    {
        if (reading.View.Edits.IsEmpty)
        {
            return new TextSpan(paragraph.Span.Start, Math.Min(paragraph.Span.Length, 8));
        }
        var runs = paragraph.Words.Runs;
        return runs.IsEmpty ? default : new TextSpan(runs[0].Start, 0);
    }
}
