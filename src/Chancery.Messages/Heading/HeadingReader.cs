using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>
/// Reads format lines 1 to 11 and 13 to 16 of one message and finds where its text stands (transmission.md 2.11; text.md 2). Used once. Every line
/// is looked at once or twice; nothing is thrown away: what fits no format line is marked so.
/// </summary>
internal sealed partial class HeadingReader
{
    private readonly MessageView view;
    private readonly LineTable lines;
    private readonly ReaderOptions options;
    private readonly HeadingLists lists;
    private readonly NameCache names;
    private readonly HeadingReading reading;
    private int partStart;
    private PartKind partKind = PartKind.Noise;
    private int partLine;

    private HeadingReader(MessageView view, LineTable lines, ReaderOptions options, ReadingTools tools)
    {
        this.view = view;
        this.lines = lines;
        this.options = options;
        lists = tools.Heading.Clear();
        names = tools.Names;
        reading = new HeadingReading(lists);
    }

    private ReadOnlySpan<byte> Bytes => view.Bytes.Span;

    /// <summary>Reads heading and ending; never throws on input.</summary>
    public static HeadingReading Read(MessageView view, LineTable lines, ReaderOptions options, ReadingTools tools)
    {
        var reader = new HeadingReader(view, lines, options, tools);
        reader.Read();
        return reader.reading;
    }

    private void Read()
    {
        var first = FirstLine();
        if (ForeignLine(first, out var foreign) is >= 0 and var start)
        {
            ReadNoise(0, start);
            ReadForeign(start, foreign);
            CloseParts();
            return;
        }
        reading.IsPlain = first < 0;
        if (reading.IsPlain)
        {
            NotePrint();
        }
        var at = Math.Max(first, 0);
        ReadNoise(0, at);
        if (!reading.IsPlain)
        {
            at = ReadProcedure(at);
            if (isShortService)
            {
                FinishStation();
            }
            else
            {
                at = ReadPreamble(at);
                at = ReadAddress(at);
            }
        }
        ReadText(at);
        ChooseForm();
        reading.MessageInstructions = [.. lists.MessageInstructions];
        CloseParts();
    }

    /// <summary>The line on which the heading starts, or -1.</summary>
    private int FirstLine()
    {
        var noise = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = Text(i);
            if (!text.IsEmpty && HeadingStart.First(text, new LineCursor(Bytes, lines[i].Next), noise++) > 0)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Lines outside heading, text and ending: kept as noise; their banners still count for the effective level.</summary>
    private TextSpan ReadNoise(int from, int to)
    {
        var place = default(TextSpan);
        for (var i = from; i < to; i++)
        {
            var text = Text(i);
            if (text.IsEmpty)
            {
                continue;
            }
            place = place.IsEmpty ? lines[i].Span : TextSpan.FromBounds(place.Start, lines[i].TrimmedEnd);
            if (text.StartsWith("CLASSIFICATION:"u8))
            {
                text = FormatLine.Trim(text[15..]);
            }
            if (FormatLine.IsClassification(text) && Messages.Text.LevelWord.TryRead(text, out var level, out _))
            {
                reading.BannerLevel = Levels.Highest(reading.BannerLevel, level);
            }
        }
        if (from == 0)
        {
            reading.NoiseBefore = place;
        }
        return place;
    }

    /// <summary>Line <paramref name="index"/> without blanks around it.</summary>
    private ReadOnlySpan<byte> Text(int index) => Bytes[lines[index].WordsStart..lines[index].TrimmedEnd];

    /// <summary>Where the words of a line begin in the view.</summary>
    private int Start(int index) => lines[index].WordsStart;

    private string Words(TextSpan span) => names.Of(Bytes.Slice(span.Start, span.Length));

    private string Words(ReadOnlySpan<byte> words) => names.Of(words);

    /// <summary>The line takes part in a format line: its place is kept, and the bytes from here on belong to it.</summary>
    private void Mark(int index, int formatLine)
    {
        Begin(lines[index].Start, PartKind.FormatLine, formatLine);
        Extend(formatLine, lines[index].Span);
    }

    private void Extend(int formatLine, TextSpan span)
    {
        ref var place = ref reading.FormatLines[formatLine];
        place = place.IsEmpty ? span : TextSpan.FromBounds(place.Start, span.End);
    }

    private void MarkUnparsed(int index)
    {
        Begin(lines[index].Start, PartKind.Unparsed, 0);
        reading.Remarks.Add(new Remark("TX-108", lines[index].Span, "This line of the heading fits no format line."));
    }

    private void MarkPage(int index)
    {
        Begin(lines[index].Start, PartKind.PageLine, 0);
        reading.PageLines.Add(index);
    }

    /// <summary>From <paramref name="start"/> on the bytes are of this kind; blank lines stay with what stands before them.</summary>
    private void Begin(int start, PartKind kind, int formatLine)
    {
        if (kind == partKind && formatLine == partLine)
        {
            return;
        }
        if (start > partStart)
        {
            reading.Parts.Add(new MessagePart(partKind, partLine, TextSpan.FromBounds(partStart, start)));
            partStart = start;
        }
        (partKind, partLine) = (kind, formatLine);
    }

    private void CloseParts()
    {
        if (Bytes.Length > partStart)
        {
            reading.Parts.Add(new MessagePart(partKind, partLine, TextSpan.FromBounds(partStart, Bytes.Length)));
        }
    }
}
