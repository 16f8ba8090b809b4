using Chancery.Messages.Heading;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Checks;

/// <summary>Operating signals, prosigns and content indicators (transmission.md 9 and 11.4).</summary>
internal sealed class SignalChecks : CheckGroup
{
    /// <summary>Signals that say why a message comes again; an ACP 128 header carries the same in its content indicator.</summary>
    private static readonly ImmutableArray<string> Actions = ["ZDK", "ZOV", "ZEL", "ZDS", "ZFD"];

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (!reading.IsTransmission)
        {
            return;
        }
        var heading = reading.Heading;
        foreach (var instruction in heading.Instructions)
        {
            var signal = instruction.Signal.AsSpan();
            Unknown(reading, 4, signal.StartsWith("INT ") ? signal[4..] : signal, findings);
        }
        foreach (var group in heading.MessageInstructions)
        {
            Unknown(reading, 5, group, findings);
        }
        if (heading.Called?.ContentIndicator is { } content)
        {
            Content(reading, content, findings);
        }
        if (reading.IsBase)
        {
            Prosigns(reading, findings);
        }
        if (heading.IsNeverAnswered)
        {
            if (heading.Form == MessageForm.ShortService)
            {
                findings.Add("TX-437", heading.FormatLines[12], "This is an answer or a receipt; it is never answered.");
            }
            else
            {
                findings.Add("TX-425", reading.PlaceOf(3, 2), "A machine made this service message; no machine answers it.");
            }
        }
    }

    private static void Unknown(MessageReading reading, int line, ReadOnlySpan<char> signal, FindingList findings)
    {
        if (signal.Length is 3 or 4 && IsSignal(signal) && !OperatingSignals.Knows(signal))
        {
            findings.Add("TX-408", PlaceIn(reading, line, signal), $"Operating signal {signal} is not known; it is kept as it stands.");
        }
    }

    private static bool IsSignal(ReadOnlySpan<char> group) =>
        group[0] is 'Z' or 'Q'
        && char.IsAsciiLetterUpper(group[1])
        && char.IsAsciiLetterUpper(group[2])
        && (group.Length == 3 || char.IsAsciiDigit(group[3]));

    private static TextSpan PlaceIn(MessageReading reading, int line, ReadOnlySpan<char> word)
    {
        Span<byte> bytes = stackalloc byte[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            bytes[i] = (byte)word[i];
        }
        var place = reading.Heading.FormatLines[line];
        var at = reading.Bytes(place).IndexOf(bytes);
        return at < 0 ? place : new TextSpan(place.Start + at, word.Length);
    }

    private static void Content(MessageReading reading, string content, FindingList findings)
    {
        var place = new TextSpan(reading.Heading.FormatLines[2].Start + 4, content.Length);
        var action = content[..3];
        // Codes that begin with another letter are data patterns, whose table nobody has published.
        var isKnown = content is "ZYUW" or "ZYVW" || content[0] != 'Z' || (content[1] != 'Y' && OperatingSignals.Knows(action));
        if (!isKnown)
        {
            findings.Add("TX-421", place, $"Content indicator {content} is none that is known, ZYUW is usual.");
        }
        if (Actions.Contains(action) && !IsSaid(reading.Heading, action))
        {
            findings.Add("TX-422", place, $"The content indicator says {action}, format lines 4 and 5 do not.");
        }
        foreach (var signal in Actions)
        {
            if (signal != action && IsSaid(reading.Heading, signal))
            {
                findings.Add("TX-422", place, $"Format line 4 or 5 says {signal}, the content indicator is {content}.");
            }
        }
    }

    private static bool IsSaid(HeadingReading heading, string signal)
    {
        foreach (var instruction in heading.Instructions)
        {
            if (instruction.Signal.StartsWith(signal, StringComparison.Ordinal))
            {
                return true;
            }
        }
        foreach (var group in heading.MessageInstructions)
        {
            if (group.StartsWith(signal, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Prosigns of other procedures, which base tape relay does not have (transmission.md 9.1).</summary>
    private static void Prosigns(MessageReading reading, FindingList findings)
    {
        foreach (var line in (ReadOnlySpan<int>)[3, 4, 10])
        {
            var place = reading.Heading.FormatLines[line];
            var groups = new GroupCursor(reading.Bytes(place));
            while (groups.Next())
            {
                var group = groups.Group;
                if (
                    line == 10
                        ? group.SequenceEqual("GRNC"u8)
                        : group.Length <= 2
                            && (
                                group is [(byte)'B' or (byte)'G' or (byte)'Y'] || group.SequenceEqual("NR"u8) || group.SequenceEqual("IX"u8)
                            )
                )
                {
                    findings.Add(
                        "TX-431",
                        new TextSpan(place.Start + groups.Start, group.Length),
                        $"Prosign {System.Text.Encoding.ASCII.GetString(group)} belongs to other procedures, tape relay has none such."
                    );
                }
            }
        }
    }
}
