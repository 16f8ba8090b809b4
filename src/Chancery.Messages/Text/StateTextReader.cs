using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Reads the text of a State telegram: the lines above the paragraphs in any order, then paragraphs and signature (text.md 4 to 14).</summary>
internal sealed class StateTextReader(TextLines lines, TextReading reading)
{
    /// <summary>So few lines of the head may be unread in a row.</summary>
    private const int MostUnread = 4;

    /// <summary>So far behind a first paragraph's number the authority may follow the words on the level of the text.</summary>
    private const int LongestEntireText = 100;

    private TextLabel? lastLabel;

    /// <summary>Where on its line the first paragraph begins, behind labelled words; -1 where it has the line for itself.</summary>
    private int bodyFrom = -1;

    public void Read()
    {
        var first = FirstLabel();
        var line = new ClassificationLine(lines, reading);
        var next = line.Read(first);
        // Where the text begins on the classification line and no head follows, capitals below it go on with the text.
        var body = ReadHead(next, takesUnknown: line.Behind.IsEmpty || first < lines.End);
        if (lastLabel is null && !line.Behind.IsEmpty && body == lines.NextFilled(next))
        {
            (body, bodyFrom) = (lines.LineAt(line.Behind.Start, lines.First), line.Behind.Start);
        }
        reading.BodyStart =
            bodyFrom >= 0 ? bodyFrom
            : body < lines.End ? lines.LineStart(body)
            : lines.Stop;
        ReadBody(body);
        new LevelsInside(lines, reading, isTelegram: true).Find();
    }

    private int FirstLabel()
    {
        for (var i = lines.First; i < lines.End; i++)
        {
            if (!lines.IsBlank(i) && Labels.TryRead(lines.Text(i), out _, out _))
            {
                return i;
            }
        }
        return lines.End;
    }

    /// <summary>Reads captions and labelled lines; answers the line on which the paragraphs begin.</summary>
    private int ReadHead(int index, bool takesUnknown)
    {
        var captions = new CaptionLines(lines, reading, takesUnknown);
        var i = index;
        var from = -1;
        while (i < lines.End)
        {
            if (from < 0 && (lines.IsBlank(i) || lines.IsPage(i)))
            {
                i++;
                continue;
            }
            var span = from >= 0 ? TextSpan.FromBounds(from, lines[i].End) : lines[i];
            bodyFrom = from;
            from = -1;
            var text = lines.Slice(span);
            if (TryLabel(text, out var label, out var length) || DamagedLabel.TryRead(lines.Context, text, out label, out length))
            {
                if (lastLabel is null)
                {
                    captions.Finish();
                }
                (i, from) = ReadLabel(label, i, span, span.Start + Math.Min(length, span.Length));
                continue;
            }
            if (lastLabel is not null || ParagraphStart.TryRead(text, out _) || !captions.TryRead(span))
            {
                if ((lastLabel is not null && IsRepeatedBanner(text)) || IsInsideHead(i))
                {
                    i++;
                    continue;
                }
                break;
            }
            i++;
        }
        if (lastLabel is null)
        {
            captions.Finish();
        }
        bodyFrom = i < lines.End && lines[i].Start <= bodyFrom && bodyFrom < lines[i].End ? bodyFrom : -1;
        return i;
    }

    /// <summary>A label, or one with a portion mark in front: <c>(U) SUBJECT:</c>.</summary>
    private static bool TryLabel(ReadOnlySpan<byte> text, out TextLabel label, out int length)
    {
        if (Labels.TryRead(text, out label, out length))
        {
            return true;
        }
        if (text.IsEmpty || text[0] != '(' || !PortionMark.TryRead(text, behindNumber: false, out _, out var mark))
        {
            return false;
        }
        mark = Words.SkipBlanks(text, mark);
        if (
            !Labels.TryRead(text[mark..], out label, out var inner)
            || label is not (TextLabel.Subject or TextLabel.Reference or TextLabel.ClassifiedBy)
        )
        {
            return false;
        }
        length = mark + inner;
        return true;
    }

    /// <summary>A line that says nothing known, with an order, TAGS or a subject still to come before any paragraph: one damaged line ends no head.</summary>
    private bool IsInsideHead(int index)
    {
        for (var (i, seen) = (index, 0); i < lines.End && seen < MostUnread; i++)
        {
            if (lines.IsBlank(i) || lines.IsPage(i))
            {
                continue;
            }
            var text = lines.Text(i);
            if (ParagraphStart.TryRead(text, out _))
            {
                return false;
            }
            if (seen++ > 0 && Labels.TryRead(text, out var label, out _))
            {
                return label switch
                {
                    TextLabel.ExecutiveOrder => reading.Declassification is null,
                    TextLabel.Tags => reading.Tags.IsEmpty,
                    TextLabel.Subject => reading.Subject is null,
                    TextLabel.Reference => reading.Subject is not null && reading.References.IsEmpty,
                    _ => false,
                };
            }
        }
        return false;
    }

    private static bool IsRepeatedBanner(ReadOnlySpan<byte> text) =>
        Words.Equal(text, "SIPDIS"u8) || (LevelWord.TryRead(text, out _, out var length) && length == text.Length);

    /// <summary>Reads one labelled line; answers where to go on: a line, and the place on it where a glued label begins (or -1).</summary>
    private (int Next, int From) ReadLabel(TextLabel label, int index, TextSpan line, int value)
    {
        lastLabel = label;
        switch (label)
        {
            case TextLabel.ExecutiveOrder:
                return ReadDeclassification(index, line, value);
            case TextLabel.Tags:
                return ReadTags(index, line, value);
            case TextLabel.Subject:
                return new SubjectLine(lines, reading).Read(index, line.Start, value);
            case TextLabel.Reference:
                return new ReferenceBlock(lines, reading).Read(index, value);
            default:
                var (next, raw, glued) = AuthorityBlock.Gather(lines, index, line.Start);
                reading.IsAuthorityParted |= reading.ClassifiedBy is not null;
                reading.AuthoritySpan = reading.AuthoritySpan.IsEmpty ? line : reading.AuthoritySpan;
                reading.ClassifiedBy = Merge(reading.ClassifiedBy, AuthorityBlock.Read(raw));
                return (next, glued);
        }
    }

    /// <summary>ISOO form: name, reason and source on lines of their own with blank lines between (CB-8).</summary>
    private static ClassificationAuthority Merge(ClassificationAuthority? known, ClassificationAuthority more) =>
        known is null
            ? more
            : new ClassificationAuthority(known.Title ?? more.Title, known.Name ?? more.Name, $"{known.Raw} {more.Raw}")
            {
                Agency = known.Agency ?? more.Agency,
                Reasons = known.Reasons.IsEmpty ? more.Reasons : known.Reasons,
                DerivedFrom = known.DerivedFrom ?? more.DerivedFrom,
            };

    private (int Next, int From) ReadDeclassification(int index, TextSpan line, int value)
    {
        var text = lines.Bytes[value..line.End];
        var inside = Labels.IndexInside(text, out _);
        var end = inside > 0 ? Words.TrimEnd(lines.Bytes, value, value + inside) : line.End;
        if (reading.Declassification is null or { Kind: DeclassificationKind.None })
        {
            var (read, mended) = DeclassificationLine.Read(lines.Join(TextSpan.FromBounds(value, end)), lines.Context.Dtg?.Utc?.Year);
            reading.Declassification = read;
            reading.DeclassificationSpan = TextSpan.FromBounds(line.Start, end);
            if (mended)
            {
                reading.Derived.Add(new DerivedValue("declassification.order", "EO-6"));
            }
        }
        return inside > 0 ? (index, value + inside) : (index + 1, -1);
    }

    private (int Next, int From) ReadTags(int index, TextSpan line, int value)
    {
        var inside = Labels.IndexInside(lines.Bytes[value..line.End], out _);
        var end = inside > 0 ? Words.TrimEnd(lines.Bytes, value, value + inside) : line.End;
        var isNone = Words.Equal(lines.Bytes[value..end], "N/A"u8) || Words.Equal(lines.Bytes[value..end], "NA"u8);
        if (isNone || !reading.Tags.IsEmpty)
        {
            return inside > 0 ? (index, value + inside) : (index + 1, -1);
        }
        var (next, glued) = new TagsLine(lines, reading).Read(index, value, end);
        return inside > 0 ? (index, value + inside) : (next, glued);
    }

    private void ReadBody(int first)
    {
        var left = Banners.Find(lines, first);
        if (left.Count > 0)
        {
            var said =
                left.Count == 1
                    ? "One line inside the text repeats its marking."
                    : $"{left.Count} lines inside the text repeat its marking.";
            reading.Remarks.Add(new Remark("CL-10", lines[left.Min()], said));
        }
        reading.Signature = SignatureLine.Find(lines, first, left);
        LeaveAuthority(first, left);
        var paragraphs = new ParagraphReader(lines, isTelegram: true);
        var start = lines.NextFilled(first);
        if (start < lines.End)
        {
            paragraphs.Read(start, bodyFrom >= 0 ? bodyFrom : lines[start].Start, lines.Stop, left);
        }
        reading.Paragraphs = paragraphs.Finish();
        foreach (var (found, expected, span) in paragraphs.Gaps)
        {
            reading.Remarks.Add(
                new Remark(
                    "PA-8",
                    new TextSpan(span.Start, Math.Min(span.Length, 4)),
                    $"Paragraph {found} stands where {expected} was expected."
                )
            );
        }
        ReadAuthorityInside();
        reading.Summary = LabelledPassages.Summary(lines, reading.Paragraphs);
        reading.ActionRequests = LabelledPassages.ActionRequests(lines, reading.Paragraphs);
    }

    /// <summary>
    /// An unnumbered <c>Classified By</c> between the paragraphs' headings is no paragraph. Without its colon it must stand below a blank
    /// line: "the rules were" and below it "clarified by …" is prose that wrapped.
    /// </summary>
    private void LeaveAuthority(int first, HashSet<int> left)
    {
        if (reading.ClassifiedBy is not null)
        {
            return;
        }
        for (var i = first; i < Math.Min(lines.End, first + 40); i++)
        {
            var text = lines.Text(i);
            if (
                text.Length > 12
                && (text[0] & 0xDF) == 'C'
                && Labels.TryRead(text, out var label, out var length)
                && label == TextLabel.ClassifiedBy
                && (i == first || lines.IsBlank(i - 1) || text[..length].Contains((byte)':'))
            )
            {
                var (next, raw, _) = AuthorityBlock.Gather(lines, i, lines[i].Start);
                reading.ClassifiedBy = AuthorityBlock.Read(raw);
                reading.AuthoritySpan = lines[i];
                for (var line = i; line < next; line++)
                {
                    left.Add(line);
                }
                return;
            }
        }
    }

    /// <summary>The form of 1995-96: <c>1. (U) CLASSIFIED BY AMBASSADOR …</c> is a paragraph and the authority.</summary>
    private void ReadAuthorityInside()
    {
        if (reading.ClassifiedBy is not null || reading.Paragraphs.IsEmpty || reading.Paragraphs[0].Words.Runs.IsEmpty)
        {
            return;
        }
        var run = reading.Paragraphs[0].Words.Runs[0];
        var text = lines.Slice(run);
        var at = Words.IndexOf(text[..Math.Min(text.Length, LongestEntireText)], "CLASSIFIED BY"u8, 0, 1);
        // "CONFIDENTIAL - ENTIRE TEXT.  CLASSIFIED BY …"
        at = at > 0 && Words.TrimEnd(text, 0, at) is > 0 and var end && text[end - 1] is (byte)'.' or (byte)')' ? at : 0;
        if (Labels.TryRead(text[at..], out var label, out _) && label == TextLabel.ClassifiedBy)
        {
            reading.AuthoritySpan = TextSpan.FromBounds(run.Start + at, run.End);
            reading.ClassifiedBy = AuthorityBlock.Read(
                TextLines.Join(System.Text.Encoding.UTF8.GetBytes(reading.Paragraphs[0].Text).AsSpan(at))
            );
        }
    }
}
