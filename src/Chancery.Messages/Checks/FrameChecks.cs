using Chancery.Messages.Framing;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>Frame (transmission.md 11.1): start and end of the message, its separations, and what stands around it.</summary>
internal sealed class FrameChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        Separations(reading, findings);
        if (!reading.IsTransmission)
        {
            return;
        }
        Channel(reading, findings);
        NumberInside(reading, findings);
        End(reading, findings);
        Around(reading, findings);
        Spaces(reading, findings);
    }

    private static void Channel(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        var place = heading.FormatLines[1];
        if (heading.Channel is not { } channel)
        {
            var start = reading.PlaceOf(2, 3);
            findings.Add("TX-101", start, "The message has no channel number; on a circuit every transmission has one (ZFT).");
            return;
        }
        if (channel.Number.AsSpan().TrimStart('0').IsEmpty)
        {
            findings.Add("TX-117", place, $"Channel number is {channel.Designator}{channel.Number}, numbers begin with 001.");
        }
        else if (channel.Number.Length != 3 && heading.Profile != Profile.State)
        {
            findings.Add(
                "TX-117",
                place,
                $"Channel number {channel.Designator}{channel.Number} has {channel.Number.Length} digits, 3 are the rule."
            );
        }
        var text = reading.Bytes(place);
        if (text.Count("ZCZC"u8) > 1)
        {
            findings.Add("TX-115", place, "ZCZC stands more than once in the start of one transmission.");
        }
        if (heading.EarlierChannels is [var next, ..] && next.Designator == channel.Designator)
        {
            findings.Add(
                "TX-115",
                place,
                $"Two numbers of one channel, {channel.Designator}{channel.Number} and {next.Designator}{next.Number}, stand before the message; file it under the lower (ZFU)."
            );
        }
        var groups = new GroupCursor(text);
        while (groups.Next())
        {
            if (groups.Group is [(byte)'Q', _, _] && FormatLine.IsUpper(groups.Group))
            {
                findings.Add("TX-119", place, "A Q signal stands in format line 1, where it could trigger equipment; only Z signals may.");
                return;
            }
        }
    }

    /// <summary>A number of a channel that the message came by, alone on a line of heading or text.</summary>
    private static void NumberInside(MessageReading reading, FindingList findings)
    {
        if (reading.Heading.Channel is null)
        {
            return;
        }
        var bytes = reading.View.Bytes.Span;
        var first = reading.PlaceOf(3, 2, 5).End;
        for (var i = 0; i < reading.Heading.TextEnd; i++)
        {
            ref readonly var line = ref reading.Lines[i];
            if ((line.Signs & LineSigns.Procedure) == 0 || line.TrimmedEnd - line.WordsStart is < 6 or > 8 || line.Start < first)
            {
                continue;
            }
            var text = bytes[line.WordsStart..line.TrimmedEnd];
            if (FormatLine.ChannelNumberLength(text) == text.Length && IsOurs(reading.Heading, text[..3]))
            {
                findings.Add(
                    "TX-116",
                    line.Words,
                    "A channel number stands in the middle of the message; release it subject to correction and report (ZFV)."
                );
            }
        }
    }

    private static bool IsOurs(HeadingReading heading, ReadOnlySpan<byte> designator)
    {
        if (System.Text.Ascii.Equals(designator, heading.Channel!.Designator))
        {
            return true;
        }
        foreach (var channel in heading.EarlierChannels)
        {
            if (System.Text.Ascii.Equals(designator, channel.Designator))
            {
                return true;
            }
        }
        return false;
    }

    private static void End(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.IsCancelled)
        {
            findings.Add(
                "TX-118",
                heading.FormatLines[15],
                "The transmission was broken off by the sender; its channel number stays used."
            );
        }
        if (heading.Ending.EndOfMessage is not { } mark)
        {
            var end = new TextSpan(reading.View.Bytes.Length, 0);
            if (reading.IsCutShort)
            {
                findings.Add("TX-106", end, "The next message begins before the NNNN of this one; two messages may be merged.");
            }
            else
            {
                findings.Add("TX-105", end, "The message ends without NNNN; it may be cut short.");
            }
        }
        else if (mark.Length < 4)
        {
            findings.Add("TX-113", heading.FormatLines[16], $"The end mark is {mark}, it has four N.");
        }
    }

    private static void Separations(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (
            heading.BreakCount == 2
            || (heading.BreakCount < 2 && !reading.IsTransmission)
            || (heading.BreakCount == 0 && reading.IsShortService)
            || heading.IsCancelled
        )
        {
            return;
        }
        var place = heading.BreakCount switch
        {
            0 => heading.FormatLines[12],
            1 => heading.FormatLines[heading.FormatLines[11].IsEmpty ? 13 : 11],
            _ => heading.FormatLines[13],
        };
        findings.Add(
            "TX-107",
            place.IsEmpty ? new TextSpan(heading.TextStart, 0) : place with { Length = Math.Min(place.Length, 69) },
            heading.BreakCount switch
            {
                0 => "The message has no BT; one stands before the text and one behind it.",
                1 => "The message has one BT; one stands before the text and one behind it.",
                var count => $"The message has {count} BT; one stands before the text and one behind it.",
            }
        );
    }

    private static void Around(MessageReading reading, FindingList findings)
    {
        if (!reading.Heading.NoiseBefore.IsEmpty)
        {
            findings.Add("TX-112", reading.Heading.NoiseBefore, "Something stands before the heading that is no part of the message.");
        }
        if (!reading.Heading.NoiseBehind.IsEmpty)
        {
            findings.Add("TX-112", reading.Heading.NoiseBehind, "Something stands behind the end that is no part of the message.");
        }
    }

    /// <summary>Format lines 2 to 9; blanks in front of a line are a habit of display.</summary>
    private static void Spaces(MessageReading reading, FindingList findings)
    {
        for (var line = 2; line <= 9; line++)
        {
            var place = reading.Heading.FormatLines[line];
            var text = reading.Bytes(place);
            if (text.IndexOf("  "u8) < 0 && !text.Contains((byte)'\t'))
            {
                continue;
            }
            var groups = new GroupCursor(text);
            var end = -1;
            while (groups.Next())
            {
                if (
                    end >= 0
                    && groups.Start - end > 1
                    && !text[end..groups.Start].ContainsAny((byte)'\r', (byte)'\n')
                    && text[end - 1] != '\n'
                )
                {
                    findings.Add(
                        "TX-120",
                        TextSpan.FromBounds(place.Start + end, place.Start + groups.Start),
                        "More than one space stands between two groups of the heading."
                    );
                }
                end = groups.End;
            }
        }
    }
}
