namespace Chancery.Messages.Checks;

/// <summary>Machine functions of five-unit circuits, where the bytes show them (transmission.md 1.2; ACP 127(G) 137, 138).</summary>
internal sealed class FunctionChecks : CheckGroup
{
    private const int LineFeedsBeforeEnd = 8;
    private const int ShiftsBehindEnd = 12;
    private const int LineFeedsBeforePage = 4;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (!reading.Options.ShowsFunctions || !reading.IsTransmission)
        {
            return;
        }
        Bells(reading, findings);
        Start(reading, findings);
        LineEnds(reading, findings);
        Pages(reading, findings);
        End(reading, findings);
    }

    private static void Bells(MessageReading reading, FindingList findings)
    {
        if (reading.Heading.Called is not { ClassLetter: null } called)
        {
            return;
        }
        if (called.Precedence == Precedence.Flash && !called.HasBells)
        {
            findings.Add("TX-312", reading.Heading.FormatLines[2], "No bells stand before the precedence, as they do for FLASH.");
        }
        else if (called.HasBells && called.Precedence is { } other && other != Precedence.Flash)
        {
            findings.Add("TX-312", reading.Heading.FormatLines[2], $"Bells stand before {other.Name()}; only FLASH has them.");
        }
    }

    private static void Start(MessageReading reading, FindingList findings)
    {
        var place = reading.Heading.FormatLines[1];
        if (place.IsEmpty)
        {
            return;
        }
        var line = reading.Bytes(place);
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        var untrimmed = reading.View.Bytes.Span[place.Start..];
        var stop = untrimmed.IndexOfAny((byte)'\r', (byte)'\n');
        var first = stop < 0 ? untrimmed : untrimmed[..stop];
        first = first.EndsWith("UU"u8) || first.EndsWith("HH"u8) ? first[..^2] : first;
        var words = first.TrimEnd((byte)' ');
        if (first.Length - words.Length != 5)
        {
            findings.Add(
                "TX-114",
                end < 0 ? place : place with { Length = end },
                $"{first.Length - words.Length} spaces stand behind the channel number, the start of message has five."
            );
        }
    }

    private static void LineEnds(MessageReading reading, FindingList findings)
    {
        var bytes = reading.View.Bytes.Span;
        for (var i = 0; i < reading.Lines.Count && reading.Lines[i].Start < reading.Heading.TextStop; i++)
        {
            ref readonly var line = ref reading.Lines[i];
            // Lines that nothing but line feeds part are made by the functions before a page or the end.
            if (!line.IsBlank && !bytes[line.End..line.Next].SequenceEqual("\r\r\n"u8))
            {
                findings.Add("TX-114", line.Span, "The line does not end in CR CR LF.");
                return;
            }
        }
    }

    private static void Pages(MessageReading reading, FindingList findings)
    {
        foreach (var page in reading.Heading.PageLines)
        {
            var feeds = LineFeedsBefore(reading, reading.Lines[page].Start);
            if (feeds != LineFeedsBeforePage)
            {
                findings.Add("TX-114", reading.Lines[page].Span, $"{feeds} line feeds stand before a page line, four are the rule.");
            }
        }
    }

    private static void End(MessageReading reading, FindingList findings)
    {
        var place = reading.Heading.FormatLines[16];
        if (place.IsEmpty)
        {
            return;
        }
        var feeds = LineFeedsBefore(reading, place.Start);
        if (feeds != LineFeedsBeforeEnd)
        {
            findings.Add("TX-114", place, $"{feeds} line feeds stand before NNNN, eight are the rule.");
        }
        var raw = reading.View.Raw.Span[reading.View.ToRaw(place).End..];
        var other = raw.IndexOfAnyExcept((byte)0x1F, (byte)0x7F);
        var shifts = other < 0 ? raw.Length : other;
        if (shifts != ShiftsBehindEnd)
        {
            findings.Add("TX-114", place, $"{shifts} LTRS stand behind NNNN, twelve are the rule.");
        }
    }

    private static int LineFeedsBefore(MessageReading reading, int at)
    {
        var bytes = reading.View.Bytes.Span;
        var feeds = 0;
        while (at > 0 && bytes[at - 1] is (byte)'\n' or (byte)'\r' && feeds <= LineFeedsBeforeEnd)
        {
            feeds += bytes[--at] == '\n' ? 1 : 0;
        }
        return feeds;
    }
}
