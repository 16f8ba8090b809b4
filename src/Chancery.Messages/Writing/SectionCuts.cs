namespace Chancery.Messages.Writing;

/// <summary>Cuts a text into sections that a transmission can carry, at paragraph ends only (transmission.md 1.8; text.md 6).</summary>
internal sealed class SectionCuts(TextSheet sheet, int headingLines, int textPages)
{
    /// <summary>The sections as runs of the body's lines, one for a text that fits whole; empty where a paragraph alone is too long.</summary>
    public List<(int First, int End)> Cut()
    {
        var body = sheet.Body;
        if (Fits(null, 0, body.Count))
        {
            return [(0, body.Count)];
        }
        var cuts = new List<(int First, int End)>();
        var first = 0;
        while (first < body.Count)
        {
            var end = first;
            for (var next = ParagraphEnd(first); Fits(new Section(1, 10, Final: false), first, next); next = ParagraphEnd(next))
            {
                end = next;
                if (next == body.Count)
                {
                    break;
                }
            }
            if (end == first)
            {
                return [];
            }
            cuts.Add((first, end));
            first = end;
        }
        return cuts;
    }

    /// <summary>The lines of one section's text: classification line, opening or what is repeated of it, its part of the body.</summary>
    public List<SheetLine> Lines(Section? section, int first, int end)
    {
        var lines = new List<SheetLine>();
        foreach (var line in sheet.ClassLines(section))
        {
            lines.Add(new SheetLine(line, lines.Count == 0 ? LineStart.Page : LineStart.Nothing));
        }
        lines.AddRange(first == 0 ? sheet.Opening : sheet.Repeated);
        for (var i = first; i < end; i++)
        {
            lines.Add(sheet.Body[i]);
        }
        while (lines is [.., { Words.Length: 0 }])
        {
            lines.RemoveAt(lines.Count - 1);
        }
        return lines;
    }

    private int ParagraphEnd(int from)
    {
        var at = from + 1;
        while (at < sheet.Body.Count && sheet.Body[at].Start != LineStart.Section)
        {
            at++;
        }
        return at;
    }

    /// <summary>True where no more pages than allowed hold text alone.</summary>
    private bool Fits(Section? section, int first, int end)
    {
        // What cannot fit by the count of its lines is not laid out to see it.
        if (end - first > (textPages + 1) * PageLayout.PageLines)
        {
            return false;
        }
        var lines = Enumerable.Repeat(new SheetLine("-", LineStart.Page), headingLines).Concat(Lines(section, first, end)).ToList();
        return PageLayout.Pages(lines).Count(start => start >= headingLines) <= textPages;
    }
}
