namespace Chancery.Web.Desk;

/// <summary>
/// The text of a message for the Reading tab: every paragraph with its number and mark in the gutter, and whatever else stands in the text between and
/// behind them. What stands before the first paragraph is shown in the heading of the screen where the family has such lines.
/// </summary>
public sealed class MessageText
{
    /// <summary>Text beyond this many bytes is left to the raw view.</summary>
    public const int Limit = 1 << 18;

    private readonly Message message;
    private readonly RawLines lines;
    private readonly ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
    private int nextNote;

    private MessageText(Message message)
    {
        this.message = message;
        lines = new RawLines(message.Raw);
        Notes = FindingNote.Of(message, lines);
        var text = TextBounds();
        var at = text.Start;
        if (message.Paragraphs is [var opening, ..] && message.Family is TextFamily.State2000 or TextFamily.Nara1970)
        {
            at = Math.Max(at, opening.Span.Start);
        }
        var head = TakeNotes(at);
        foreach (var paragraph in message.Paragraphs)
        {
            if (paragraph.Span.Start > Limit)
            {
                break;
            }
            AddBetween(at, paragraph.Span.Start);
            if (paragraph.Span.End > Limit)
            {
                at = Math.Max(at, paragraph.Span.Start);
                break;
            }
            AddParagraph(paragraph);
            at = Math.Max(at, paragraph.Span.End);
        }
        AddBetween(at, Math.Min(text.End, Limit));
        IsCut = text.End > Limit;
        RestNotes = TakeNotes(int.MaxValue);
        if (!head.IsEmpty)
        {
            // Findings in the heading stand in the margin beside the first lines.
            var first = blocks.Count > 0 ? blocks[0] : new TextBlock(null, [], [], Asks: false);
            var merged = first with { Notes = [.. head, .. first.Notes] };
            if (blocks.Count > 0)
            {
                blocks[0] = merged;
            }
            else
            {
                blocks.Add(merged);
            }
        }
        Blocks = blocks.DrainToImmutable();
    }

    /// <summary>An extract: it has no bytes, so nothing here has a place.</summary>
    private MessageText(Message extract, ImmutableArray<WithheldParagraph> withheld)
    {
        message = extract;
        lines = new RawLines(extract.Raw);
        Notes = [];
        RestNotes = [];
        for (var i = 0; i <= extract.Paragraphs.Length; i++)
        {
            foreach (var (number, _) in withheld.Where(paragraph => paragraph.Before == i))
            {
                var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, Texts.ParagraphWithheld, number);
                blocks.Add(
                    new TextBlock(
                        null,
                        [
                            [new TextRun(line)],
                        ],
                        [],
                        Asks: false
                    )
                );
            }
            if (i < extract.Paragraphs.Length)
            {
                AddParagraph(extract.Paragraphs[i]);
            }
        }
        Blocks = blocks.DrainToImmutable();
    }

    /// <summary>The same with the words marked that a search asked for.</summary>
    public static MessageText Of(ShownMessage shown)
    {
        var text = Of(shown.Opened);
        if (shown.Hits is { } hits)
        {
            text.Blocks =
            [
                .. text.Blocks.Select(block => block with { Lines = [.. block.Lines.Select(line => HitRuns.Mark(line, hits))] }),
            ];
        }
        return text;
    }

    /// <summary>All findings, by place.</summary>
    public ImmutableArray<FindingNote> Notes { get; }

    /// <summary>Findings behind the text.</summary>
    public ImmutableArray<FindingNote> RestNotes { get; }

    /// <summary>The text in order.</summary>
    public ImmutableArray<TextBlock> Blocks { get; private set; }

    /// <summary>True where the text goes on in the raw view only.</summary>
    public bool IsCut { get; }

    /// <summary>Lays the text of a whole message out.</summary>
    public static MessageText Of(Message message) => new(message);

    /// <summary>Lays the text of a message out; of an extract what is open, and a line for each paragraph that is withheld.</summary>
    public static MessageText Of(OpenedMessage opened) => opened.IsExtract ? new(opened.Message, opened.Withheld) : new(opened.Message);

    private TextSpan TextBounds()
    {
        int start = -1,
            end = 0;
        foreach (var part in message.Parts)
        {
            if (part.Kind == PartKind.FormatLine && part.FormatLine == 12)
            {
                start = start < 0 ? part.Span.Start : start;
                end = part.Span.End;
            }
        }
        return start < 0 ? new TextSpan(0, message.Parts.IsEmpty ? message.Raw.Length : 0) : TextSpan.FromBounds(start, end);
    }

    private void AddParagraph(Paragraph paragraph)
    {
        var notes = TakeNotes(paragraph.Span.End);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TextRun>>();
        foreach (var line in paragraph.Words.Lines())
        {
            rows.Add(Runs.Of(line.Text, line.Span, message.Raw.Span, notes.AsSpan(), marks: false));
        }
        var asks = paragraph.Number is { } number && message.ActionRequests.Contains(number);
        blocks.Add(new TextBlock(paragraph, rows.DrainToImmutable(), notes, asks));
    }

    private void AddBetween(int start, int end)
    {
        if (start >= end || lines.Count == 0)
        {
            return;
        }
        var notes = TakeNotes(end);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<TextRun>>();
        for (var i = lines.IndexOf(start); i < lines.Count && lines[i].Start < end; i++)
        {
            var place = TextSpan.FromBounds(Math.Max(lines[i].Start, start), Math.Min(lines[i].End, end));
            if (IsPageLine(place.Start))
            {
                continue;
            }
            var text = RawLines.Decode(message.Raw.Span.Slice(place.Start, place.Length)).TrimEnd();
            if (text.Length == 0)
            {
                Flush(rows, ref notes);
                continue;
            }
            rows.Add(Runs.Of(text, place, message.Raw.Span, notes.AsSpan(), marks: false));
        }
        Flush(rows, ref notes);
        if (!notes.IsEmpty)
        {
            blocks.Add(new TextBlock(null, [], notes, Asks: false));
        }
    }

    private void Flush(ImmutableArray<ImmutableArray<TextRun>>.Builder rows, ref ImmutableArray<FindingNote> notes)
    {
        if (rows.Count == 0)
        {
            return;
        }
        blocks.Add(new TextBlock(null, rows.DrainToImmutable(), notes, Asks: false));
        notes = [];
    }

    private bool IsPageLine(int offset)
    {
        foreach (var part in message.Parts)
        {
            if (part.Span.Contains(offset))
            {
                return part.Kind == PartKind.PageLine;
            }
        }
        return false;
    }

    private ImmutableArray<FindingNote> TakeNotes(int end)
    {
        var first = nextNote;
        while (nextNote < Notes.Length && Notes[nextNote].Finding.Span.Start < end)
        {
            nextNote++;
        }
        return Notes[first..nextNote];
    }
}
