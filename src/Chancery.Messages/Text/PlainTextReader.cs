namespace Chancery.Messages.Text;

/// <summary>Reads free text: a classification line where there is one, levels inside, and all else as one paragraph (text.md 1, PLAIN).</summary>
internal sealed class PlainTextReader(TextLines lines, TextReading reading)
{
    public void Read()
    {
        var line = new ClassificationLine(lines, reading);
        var first = lines.NextFilled(line.Read(Math.Min(lines.End, lines.NextFilled(lines.First) + 1)));
        first = line.Behind.IsEmpty ? first : lines.LineAt(line.Behind.Start, lines.First);
        reading.BodyStart =
            !line.Behind.IsEmpty ? line.Behind.Start
            : first < lines.End ? lines.LineStart(first)
            : lines.Stop;
        var pieces = new PieceList(lines, keepsRuns: true);
        var start =
            !line.Behind.IsEmpty ? line.Behind.Start
            : first < lines.End ? lines[first].Start
            : lines.Stop;
        for (var i = first; i < lines.End; i++)
        {
            if (lines.IsBlank(i))
            {
                pieces.Pass(i);
            }
            else if (lines.IsPage(i))
            {
                pieces.Cut();
            }
            else
            {
                var span = lines.Indented(i);
                pieces.Add(i, i == first ? TextSpan.FromBounds(start, lines[i].End) : span);
            }
        }
        if (pieces.Count > 0)
        {
            var end = pieces.End(start);
            reading.Paragraphs =
            [
                new Paragraph(null, null, new Passage(lines.View, pieces.Take()))
                {
                    Span = lines.View.ToRaw(TextSpan.FromBounds(start, end)),
                },
            ];
        }
        new LevelsInside(lines, reading, isTelegram: false).Find();
    }
}
