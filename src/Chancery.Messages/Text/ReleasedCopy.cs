using Chancery.Messages.Framing;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Text;

/// <summary>
/// What the archive's copy of a State telegram of 1973 to 1979 holds around heading and text: page headings, distribution, drafting block, dash
/// counter, attributes, stamps of release (text.md 15).
/// </summary>
internal static class ReleasedCopy
{
    private const int MostHeadLines = 60;

    /// <summary>True where one of the family's signs stands above the heading or behind the text (text.md 1).</summary>
    public static bool IsOne(TextContext context)
    {
        var lines = context.Lines;
        var head = HeadEnd(context);
        for (var i = 0; i < head; i++)
        {
            var text = lines.Text(i);
            if ((text.StartsWith("PAGE "u8) && PageLine.Is(text)) || DistributionLine.IsOpening(text))
            {
                return true;
            }
        }
        for (var i = Math.Max(0, context.End); i < lines.Count; i++)
        {
            var text = lines.Text(i);
            if (AttributeLines.IsHeading(text) || ReleaseStamp.IsSystematicReview(text))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The same text with its stamps cut out as page lines are.</summary>
    public static TextContext WithoutStamps(TextContext context)
    {
        var cut = new SortedSet<int>(context.PageLines);
        for (var i = context.First; i < Math.Min(context.End, context.Lines.Count); i++)
        {
            if (ReleaseStamp.Is(context.Lines.Text(i)))
            {
                cut.Add(i);
            }
            else if (IsPageOverTwoLines(context.Lines, i))
            {
                cut.Add(i);
                cut.Add(i + 1);
            }
        }
        return cut.Count == context.PageLines.Count ? context : context with { PageLines = [.. cut] };
    }

    /// <summary><c>PAGE 02</c> and below it the post with its number (AR-1).</summary>
    private static bool IsPageOverTwoLines(LineTable lines, int index)
    {
        var text = lines.Text(index);
        return text.Length is 6 or 7
            && text.StartsWith("PAGE "u8)
            && FormatLine.IsDigits(text[5..])
            && index + 1 < lines.Count
            && NumberWords.TryRead(lines.Text(index + 1), out var post)
            && post.Digits is 5 or 6
            && post.End == lines.Text(index + 1).Length;
    }

    /// <summary>Reads all of it into <paramref name="reading"/>.</summary>
    public static void Read(TextContext context, TextReading reading)
    {
        var head = new ReleasedHead();
        var end = HeadEnd(context);
        for (var i = 0; i < end; i++)
        {
            head.Read(context.Lines.Text(i), context.Lines[i].Span);
        }
        reading.Distribution = head.Distribution;
        reading.Drafting = head.Drafting;
        reading.DashCounter = head.Counter;
        if (head.Distribution is { IsSumRight: false, Sum: { } sum })
        {
            var added = head.Distribution.Action.Concat(head.Distribution.Origin).Concat(head.Distribution.Info).Sum(o => o.Copies);
            reading.Remarks.Add(new Remark("AR-2", head.SumSpan, $"The distribution says {sum} copies, its offices add up to {added}."));
        }
        reading.Attributes = AttributeLines.Read(context.Lines, context.End);
        reading.ReleaseEvents = Events(context.Lines, reading.Attributes);
    }

    private static ImmutableArray<ReleaseEvent> Events(LineTable lines, ImmutableArray<MessageAttribute> attributes)
    {
        var events = new List<ReleaseEvent>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (ReleaseStamp.Read(lines.Text(i)) is { } stamp && !events.Contains(stamp))
            {
                events.Add(stamp);
            }
        }
        events.AddRange(ReleaseStamp.FromAttributes(attributes));
        return [.. events];
    }

    /// <summary>The line on which the telegram's own heading begins.</summary>
    private static int HeadEnd(TextContext context)
    {
        var most = Math.Min(MostHeadLines, Math.Min(context.First, context.Lines.Count));
        for (var i = 0; i < most; i++)
        {
            var text = context.Lines.Text(i);
            if (text.StartsWith("FM "u8) || DtgLine.TryRead(text, out _))
            {
                return i;
            }
        }
        return most;
    }
}
