namespace Chancery.Messages.Heading;

/// <content>Pilots in front of a message (transmission.md 2.16, 5.7).</content>
internal sealed partial class HeadingReader
{
    /// <summary>So many lines the service message of a retransmission pilot may have.</summary>
    private const int MostServiceLines = 6;

    /// <summary>How many channel numbers belong to pilots, and how many stood before the last format line 2.</summary>
    private int pilotChannels;
    private int channelsBeforeCalled;

    /// <summary>How many parts belong to pilots already.</summary>
    private int pilotParts;

    /// <summary>A pilot stands before the message: its numbers and routing are the newest, what it set in front of the heading is line 1.</summary>
    private int ReadBelowPilot(int at, ReadOnlySpan<byte> text)
    {
        if (
            lists.Instructions is [{ Operands.IsEmpty: true } bare, { Signal: "T", Operands: [var setBy, ..] } names, ..]
            && FormatLine.IsRoutingIndicator(setBy)
        )
        {
            // In a pilot the station in front of T belongs to the signal: it says who set the pilot.
            lists.Instructions[0] = bare with
            {
                Operands = [setBy],
            };
            lists.Instructions[1] = names with { Operands = names.Operands.RemoveAt(0) };
        }
        var signal = lists.Instructions is [var first, ..] ? first : null;
        KeepPilot(signal?.Signal, signal?.Operands is [var named, ..] && FormatLine.IsRoutingIndicator(named) ? named : null);
        return ReadCalledBelow(at, text);
    }

    /// <summary>Format line 2 of the message itself; the pilot's stays the one that routes.</summary>
    private int ReadCalledBelow(int at, ReadOnlySpan<byte> text)
    {
        var (newest, spans, isDoubled) = (reading.Called, reading.CalledSpans, reading.IsDoubled);
        at = ReadCalled(at, text, isDoubled: true);
        reading.CalledBelowPilots = reading.Called;
        (reading.Called, reading.CalledSpans, reading.IsDoubled) = (newest, spans, isDoubled);
        return at;
    }

    /// <summary>
    /// The line of the repeated message where <paramref name="at"/> is the BT of a service message that says <c>SVC</c> and <c>ZDK</c> and format
    /// lines 2 and 3 stand below; 0 otherwise.
    /// </summary>
    private int RetransmittedBelow(int at)
    {
        if (station is null || isHeader || !FormatLine.IsBreak(Text(at), out _))
        {
            return 0;
        }
        var isService = false;
        for (var (i, seen) = (at + 1, 0); i < lines.Count && seen < MostServiceLines; i++)
        {
            var text = Text(i);
            if (text.IsEmpty)
            {
                continue;
            }
            seen++;
            isService |= text.Length <= 80 && text.IndexOf(" SVC "u8) > 0 && text.IndexOf(" ZDK "u8) > 0;
            if (isService && FormatLine.IsCalling(text, out var isDoubled) && isDoubled && IsBeforeStation(i))
            {
                return i;
            }
            if (!isService || FormatLine.IsBreak(text, out _))
            {
                return 0;
            }
        }
        return 0;
    }

    /// <summary>The service message from format line 3 to its text stands before the message like a pilot.</summary>
    private void ReadRetransmissionPilot(int from, int below)
    {
        for (var i = from; i < below; i++)
        {
            if (!lines[i].IsBlank)
            {
                Mark(i, 1);
            }
        }
        KeepPilot("ZDK", station);
        (station, serial, filed, sectionNumber) = (null, null, null, null);
        (reading.SerialSpan, reading.FiledSpan, reading.HasHash) = (default, default, false);
    }

    /// <summary>Closes what was read so far as a pilot; its places belong to format line 1 from now on.</summary>
    private void KeepPilot(string? signal, string? setBy)
    {
        for (var i = pilotParts; i < reading.Parts.Count; i++)
        {
            if (reading.Parts[i] is { Kind: PartKind.FormatLine, FormatLine: >= 2 and <= 4 } part)
            {
                reading.Parts[i] = part with { FormatLine = 1 };
            }
        }
        pilotParts = reading.Parts.Count;
        partLine = partKind == PartKind.FormatLine ? 1 : partLine;
        for (var line = 2; line <= 4; line++)
        {
            if (!reading.FormatLines[line].IsEmpty)
            {
                Extend(1, reading.FormatLines[line]);
                reading.FormatLines[line] = default;
            }
        }
        var channels = new List<ChannelNumber>();
        for (var i = pilotChannels; i < channelsBeforeCalled; i++)
        {
            // The newest number stands apart from the earlier ones.
            channels.Add(i == 0 ? reading.Channel! : lists.EarlierChannels[i - 1]);
        }
        pilotChannels = channelsBeforeCalled;
        reading.BannerLevel = Levels.Highest(reading.BannerLevel, reading.Security?.Level);
        if (reading.Called is { } called)
        {
            var isFirst = lists.Pilots.Count == 0;
            lists.Pilots.Add(
                new Pilot(isFirst ? called : reading.CalledBelowPilots ?? called)
                {
                    Channels = [.. channels],
                    Security = reading.Security,
                    Signal = signal,
                    Station = setBy,
                    Instructions = [.. lists.Instructions],
                }
            );
        }
        reading.Security = null;
        reading.SecuritySpan = default;
        lists.Instructions.Clear();
    }
}
