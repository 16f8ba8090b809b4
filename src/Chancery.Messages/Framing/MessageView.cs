namespace Chancery.Messages.Framing;

/// <summary>
/// The bytes that the reader parses: always valid UTF-8, free of transport characters and web mark-up, with the way back to the raw bytes.
/// Where a message needs no cleaning (nearly always) the view is the raw memory itself.
/// </summary>
internal sealed class MessageView(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> raw, ViewEdit[] edits)
{
    /// <summary>The bytes to parse.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>The message as it came.</summary>
    public ReadOnlyMemory<byte> Raw { get; } = raw;

    /// <summary>True where every byte of the view is ASCII, controls but BEL, TAB, CR and LF excluded.</summary>
    public bool IsAscii { get; init; }

    /// <summary>Where the two differ, ascending.</summary>
    public ReadOnlySpan<ViewEdit> Edits => edits;

    /// <summary>One view of two: <paramref name="outer"/> was made of the bytes of <paramref name="inner"/>, its places lead to the raw bytes.</summary>
    public static MessageView Over(MessageView inner, MessageView outer)
    {
        if (inner.Edits.IsEmpty)
        {
            return outer;
        }
        var first = inner.Edits;
        var second = outer.Edits;
        var edits = new List<ViewEdit>(first.Length + second.Length);
        var (i, j, toRaw, toView) = (0, 0, 0, 0);
        while (i < first.Length || j < second.Length)
        {
            // Edits that touch become one: what stands between two of them is the same in all three.
            var isFirst = j == second.Length || (i < first.Length && first[i].View.Start <= second[j].Raw.Start);
            var start = isFirst ? first[i].View.Start : second[j].Raw.Start;
            var rule = isFirst ? first[i].Rule : second[j].Rule;
            var (end, rawStart, viewStart) = (start, start + toRaw, start + toView);
            for (; ; )
            {
                if (i < first.Length && first[i].View.Start <= end)
                {
                    end = Math.Max(end, first[i].View.End);
                    toRaw += first[i].Raw.Length - first[i].View.Length;
                    i++;
                }
                else if (j < second.Length && second[j].Raw.Start <= end)
                {
                    end = Math.Max(end, second[j].Raw.End);
                    toView += second[j].View.Length - second[j].Raw.Length;
                    rule = second[j].Rule;
                    j++;
                }
                else
                {
                    break;
                }
            }
            edits.Add(new ViewEdit(TextSpan.FromBounds(viewStart, end + toView), TextSpan.FromBounds(rawStart, end + toRaw), rule));
        }
        return new MessageView(outer.Bytes, inner.Raw, [.. edits]) { IsAscii = outer.IsAscii };
    }

    /// <summary>The raw bytes under a span of the view.</summary>
    public TextSpan ToRaw(TextSpan span)
    {
        if (edits.Length == 0)
        {
            return span;
        }
        var start = ToRaw(span.Start, isEnd: false);
        return TextSpan.FromBounds(start, span.IsEmpty ? start : ToRaw(span.End, isEnd: true));
    }

    /// <summary>The rule of the first edit that touches a span of the view, or null.</summary>
    public string? RuleAt(TextSpan span)
    {
        var i = LastEditStartingBefore(span.End);
        for (; i >= 0 && edits[i].View.End >= span.Start; i--)
        {
            if (edits[i].View.Start < span.End || edits[i].View.Start == span.Start)
            {
                return edits[i].Rule;
            }
        }
        return null;
    }

    private int ToRaw(int position, bool isEnd)
    {
        var i = LastEditStartingBefore(isEnd ? position : position + 1);
        if (i < 0)
        {
            return position;
        }
        var edit = edits[i];
        if (position < edit.View.End)
        {
            return isEnd ? edit.Raw.End : edit.Raw.Start;
        }
        return edit.Raw.End + (position - edit.View.End);
    }

    private int LastEditStartingBefore(int position)
    {
        int low = 0,
            high = edits.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (edits[middle].View.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return high;
    }
}
