using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>A framed message with its view, lines and heading: where the heading lost line ends, the view has them again.</summary>
internal readonly record struct HeadedView(MessageView View, LineTable Lines, HeadingReading Heading)
{
    /// <summary>A text whose first line is longer holds more than its classification there.</summary>
    private const int LongestLine = 140;

    /// <summary>Reads the heading of <paramref name="raw"/>; a second time with line ends put in where parts of it could not be found.</summary>
    public static HeadedView Read(ReadOnlyMemory<byte> raw, FramedMessage frame, ReaderOptions options, ReadingTools tools)
    {
        var first = Read(ViewMaker.Make(raw), frame, options, tools);
        if (!IsIncomplete(first.Heading) && !IsOneLine(first))
        {
            return first;
        }
        var found = Found(first.Heading);
        var view = first.View;
        if (first.Heading.Dtg is null || first.Heading.From is null)
        {
            view = QuotedCopy.Restore(view) ?? view;
            view = SmallHeading.Restore(view) ?? view;
            view = WordedHeading.Restore(view) ?? view;
        }
        view = LostLineEnds.Restore(view) ?? view;
        if (ReferenceEquals(view, first.View))
        {
            return first;
        }
        var second = Read(view, frame, options, tools);
        if (second.Heading.Dtg is null && WordedHeading.Restore(view) is { } tidy)
        {
            // The damaged date-time group has a line of its own only now.
            second = Read(tidy, frame, options, tools);
        }
        if (Found(second.Heading) < found)
        {
            return Read(first.View, frame, options, tools);
        }
        NoteWords(second);
        return second;
    }

    /// <summary>A line that was read as another than it is printed is told.</summary>
    private static void NoteWords(HeadedView read)
    {
        foreach (var edit in read.View.Edits)
        {
            if (edit.Rule == WordedHeading.Rule)
            {
                read.Heading.Remarks.Add(
                    new Remark(
                        WordedHeading.Rule,
                        edit.View,
                        "This line of the heading is not printed as a format line; it was read as one."
                    )
                );
            }
        }
    }

    private static HeadedView Read(MessageView view, FramedMessage frame, ReaderOptions options, ReadingTools tools)
    {
        var lines = tools.LinesOf(view, frame);
        return new HeadedView(view, lines, HeadingReader.Read(view, lines, options, tools));
    }

    /// <summary>The text begins on a line of the heading and goes on there: its line ends were lost with the heading's.</summary>
    private static bool IsOneLine(HeadedView read)
    {
        var heading = read.Heading;
        if (heading.TextFirst >= read.Lines.Count || heading.TextStart <= read.Lines[heading.TextFirst].WordsStart)
        {
            return false;
        }
        var text = TextSpan.FromBounds(heading.TextStart, Math.Max(heading.TextStart, read.Lines[heading.TextFirst].End));
        return text.Length > LongestLine || read.View.Bytes.Span.Slice(text.Start, text.Length).IndexOf("SUBJ"u8) >= 0;
    }

    /// <summary>A part of the heading is missing, or an address holds what begins another line.</summary>
    private static bool IsIncomplete(HeadingReading heading)
    {
        if (heading.Dtg is null || heading.From is null || heading.Action.IsEmpty || heading.BreakCount == 0)
        {
            return heading.Form is not (MessageForm.Service or MessageForm.ShortService or MessageForm.Codress);
        }
        return HoldsMore(heading.From.Name) || heading.Action.Any(to => HoldsMore(to.Name)) || heading.Info.Any(to => HoldsMore(to.Name));
    }

    private static bool HoldsMore(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        || name.StartsWith("BT", StringComparison.Ordinal)
        || name.EndsWith("BT", StringComparison.Ordinal)
        || name.EndsWith("TO", StringComparison.Ordinal)
        || name.EndsWith("INFO", StringComparison.Ordinal)
        || (name.Length > 5 && char.IsAsciiDigit(name[^1]));

    private static int Found(HeadingReading heading) =>
        (heading.Dtg is null ? 0 : 1)
        + (heading.From is null ? 0 : 1)
        + (heading.Action.IsEmpty ? 0 : 1)
        + (heading.BreakCount == 0 ? 0 : 1);
}
