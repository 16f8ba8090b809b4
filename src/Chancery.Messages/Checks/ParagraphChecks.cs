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
        CheckWords(reading, findings);
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
        var isEntire = IsEntire(text.Paragraphs[0]);
        var mustMark =
            text.Classification is { } classification
            && classification.Level.Rank() >= Level.Confidential.Rank()
            && (reading.Heading.Dtg?.Utc ?? PortionMarkingBegins) >= PortionMarkingBegins
            && !isEntire;
        if (isEntire)
        {
            findings.Add("PA-6", Place(reading, text.Paragraphs[0]), "One mark stands for all paragraphs.");
        }
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Portion is not { } mark)
            {
                if (mustMark && paragraph.Number is { } number)
                {
                    findings.Add("PA-2", Place(reading, paragraph), $"Paragraph {number} of a classified message bears no portion mark.");
                }
            }
            else if (mark.Caveats.FirstOrDefault(caveat => !IsKnown(caveat)) is { } strange)
            {
                findings.Add(
                    "PA-3",
                    Place(reading, paragraph),
                    $"The portion mark {mark.Raw} has the caveat {strange}, which is none that is known."
                );
            }
            else if (!IsWellFormed(mark.Raw) && !mark.Raw.EndsWith("ENTIRE TEXT", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(
                    "PA-4",
                    Place(reading, paragraph),
                    $"The portion mark is printed {mark.Raw}; it was read as {mark.Level.Name()}."
                );
            }
        }
    }

    private static bool IsEntire(Paragraph first) =>
        first.Portion is { } mark
        && (mark.Raw.Contains("ENTIRE", StringComparison.OrdinalIgnoreCase) || first.Words.Begins("ENTIRE TEXT"u8));

    private static bool IsKnown(string caveat) =>
        caveat.StartsWith("REL", StringComparison.Ordinal)
        || caveat.StartsWith("FGI", StringComparison.Ordinal)
        || caveat is "ORCON" or "OC" or "PROPIN" or "PR" or "SI" or "TK" or "HCS" or "RD" or "FRD" or "NATO" or "CNWDI" or "RSEN" or "FISA"
        || Captions.Rank(caveat) is not null;

    /// <summary>Marks of deleted and corrected text (PA-9, PA-10), and the reason for NIACT .</summary>
    private static void CheckWords(MessageReading reading, FindingList findings)
    {
        var text = reading.Bytes(
            TextSpan.FromBounds(reading.Heading.TextStart, Math.Max(reading.Heading.TextStart, reading.Heading.TextStop))
        );
        for (var at = Next(text, 0); at >= 0; )
        {
            var end = at;
            while (end < text.Length && text[end] is (byte)'x' or (byte)'X')
            {
                end++;
            }
            findings.Add("PA-9", new TextSpan(reading.Heading.TextStart + at, end - at), "Words were struck out here.");
            at = Next(text, end);
        }
        if (text.IndexOf("\n- --"u8) is var dashes and >= 0)
        {
            findings.Add(
                "PA-7",
                new TextSpan(reading.Heading.TextStart + dashes + 1, 4),
                "Dashes in front of a line were used as bullets."
            );
        }
        if (text.IndexOf("(A)"u8) is var letter and >= 0)
        {
            CheckLetters(reading, letter, text, findings);
        }
        if (text.IndexOf("CORRECTION TO PARA"u8) is var correction and >= 0)
        {
            findings.Add("PA-10", new TextSpan(reading.Heading.TextStart + correction, 18), "The text corrects one of its own paragraphs.");
        }
        var isNight =
            reading.Text.Section is null or { Number: 1 }
            && (
                reading.Heading.Precedence.Action == Precedence.NiactImmediate
                || reading.Heading.Action.Any(addressee => addressee.Precedence == Precedence.NiactImmediate)
            );
        if (isNight && !reading.Text.Paragraphs[0].Text.Contains("NIACT", StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(
                "X-8",
                Place(reading, reading.Text.Paragraphs[0]),
                "Paragraph 1 does not say why the message must be acted on by night."
            );
        }
    }

    /// <summary>PA-5: (C) in a row behind (A) and (B) of one paragraph is a letter.</summary>
    private static void CheckLetters(MessageReading reading, int first, ReadOnlySpan<byte> text, FindingList findings)
    {
        var second = text[first..].IndexOf("(B)"u8);
        var third = second < 0 ? -1 : text[(first + second)..].IndexOf("(C)"u8);
        if (third < 0)
        {
            return;
        }
        var (from, at) = (reading.Heading.TextStart + first, reading.Heading.TextStart + first + second + third);
        foreach (var paragraph in reading.Text.Paragraphs)
        {
            var runs = paragraph.Words.Runs;
            if (!runs.IsEmpty && runs[0].Start <= from && runs[^1].End > at)
            {
                findings.Add("PA-5", new TextSpan(at, 3), "(C) follows (A) and (B); it was read as a letter, not as a portion mark.");
                return;
            }
        }
    }

    /// <summary>Three small letters x in a row, or five capitals: three capitals are a number.</summary>
    private static int Next(ReadOnlySpan<byte> text, int from)
    {
        var small = text[from..].IndexOf("xxx"u8);
        var capitals = text[from..].IndexOf("XXXXX"u8);
        return (small, capitals) switch
        {
            (< 0, < 0) => -1,
            (< 0, _) => from + capitals,
            (_, < 0) => from + small,
            _ => from + Math.Min(small, capitals),
        };
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
