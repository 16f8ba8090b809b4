using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>A framed message with its view, lines and heading: where the heading lost line ends, the view has them again.</summary>
internal readonly record struct HeadedView(MessageView View, LineTable Lines, HeadingReading Heading)
{
    /// <summary>Reads the heading of <paramref name="raw"/>; a second time with line ends put in where parts of it could not be found.</summary>
    public static HeadedView Read(ReadOnlyMemory<byte> raw, FramedMessage frame, ReaderOptions options, ReadingTools tools)
    {
        var first = Read(ViewMaker.Make(raw), frame, options, tools);
        if (!IsIncomplete(first.Heading) || LostLineEnds.Restore(first.View) is not { } restored)
        {
            return first;
        }
        var found = Found(first.Heading);
        var second = Read(restored, frame, options, tools);
        return Found(second.Heading) >= found ? second : Read(first.View, frame, options, tools);
    }

    private static HeadedView Read(MessageView view, FramedMessage frame, ReaderOptions options, ReadingTools tools)
    {
        var lines = tools.LinesOf(view, frame);
        return new HeadedView(view, lines, HeadingReader.Read(view, lines, options, tools));
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
