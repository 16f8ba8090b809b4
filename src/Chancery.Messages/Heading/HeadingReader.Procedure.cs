namespace Chancery.Messages.Heading;

/// <content>Format lines 1 to 4.</content>
internal sealed partial class HeadingReader
{
    /// <summary>After so many lines without format line 5 the instructions have run into a text.</summary>
    private const int MostInstructionLines = 16;

    private string? serial;
    private string? filed;
    private int? sectionNumber;
    private string? station;
    private bool isHeader;

    /// <summary>Where the security warning stands behind the routing when a line end was lost; -1 otherwise.</summary>
    private int gluedWarning = -1;

    /// <summary>Reads format lines 1 to 4 and returns the first line behind them.</summary>
    private int ReadProcedure(int at)
    {
        var stage = 0;
        var instructionLines = 0;
        for (; at < lines.Count; at++)
        {
            var text = Text(at);
            if (text.IsEmpty)
            {
                continue;
            }
            if (PageLine.Is(text))
            {
                MarkPage(at);
            }
            else if (stage > 0 && IsDoubled(at, text))
            {
                NoteDoubled(at);
            }
            else if (EndsProcedure(text) && !(TextSign.Is(text) && IsBeforeDtg(at)))
            {
                if (RetransmittedBelow(at) is not (> 0 and var below))
                {
                    break;
                }
                ReadRetransmissionPilot(at, below);
                at = ReadCalledBelow(below, Text(below));
                stage = 2;
            }
            else if (TextSign.Is(text))
            {
                MarkUnparsed(at);
            }
            else if ((stage < 4 || (station is null && !isHeader)) && IsChannelLine(text, stage))
            {
                stage = Math.Max(stage, 1);
                ReadChannels(at, text);
            }
            else if (stage < 3 && FormatLine.IsHeader(text))
            {
                stage = 2;
                at = ReadHeader(at, text);
                if (gluedWarning >= 0)
                {
                    stage = 4;
                    ReadInstructions(at, gluedWarning);
                }
            }
            else if (
                (stage < 2 || (station is null && !isHeader))
                && FormatLine.IsCalling(text, out var isDoubled)
                && (isDoubled || stage < 2)
            )
            {
                at = stage < 2 ? ReadCalled(at, text, isDoubled) : ReadBelowPilot(at, text);
                stage = 2;
            }
            else if (stage < 2 && FormatLine.IsDamagedCalling(text) && IsBeforeStation(at))
            {
                stage = 2;
                at = ReadCalled(at, text, text[FormatLine.BellsLength(text)..] is [var letter, var other, ..] && letter == other);
            }
            else if (stage < 3 && !isHeader && FormatLine.IsStation(text) && ReadStation(at, text))
            {
                stage = 3;
            }
            else if (stage == 2 && !isHeader && ReadDamagedStation(at, text))
            {
                stage = 3;
            }
            else if (stage == 2 && !isHeader && !FormatLine.IsWarning(text) && !StartsInstruction(text))
            {
                MarkUnparsed(at);
            }
            else if (stage is 3 or 4 && IsShortServiceText(at, text))
            {
                isShortService = true;
                break;
            }
            else if (stage >= 2 || FormatLine.IsWarning(text))
            {
                if (++instructionLines > MostInstructionLines)
                {
                    break;
                }
                stage = 4;
                ReadInstructions(at, Start(at));
            }
            else
            {
                MarkUnparsed(at);
            }
        }
        reading.EarlierChannels = [.. lists.EarlierChannels];
        reading.Instructions = [.. lists.Instructions];
        reading.Pilots = [.. lists.Pilots];
        ChooseProfile();
        return at;
    }

    /// <summary>A passing line of a reading copy can stand among the instructions: format line 5 is the next line with text.</summary>
    private bool IsBeforeDtg(int at)
    {
        var next = NextWithText(at + 1);
        return next >= 0 && DtgLine.TryRead(Text(next), out _);
    }

    private bool IsBeforeStation(int at)
    {
        var next = NextWithText(at + 1);
        return next >= 0 && FormatLine.IsStation(Text(next));
    }

    private static bool EndsProcedure(ReadOnlySpan<byte> text) =>
        FormatLine.Prosign(text, out _) > 0
        || FormatLine.IsBreak(text, out _)
        || FormatLine.IsEnd(text)
        || IsCancellation(text)
        || FormatLine.IsClassification(text)
        || TextSign.Is(text)
        || (text.Length is >= 10 and <= 120 && DtgLine.TryReadLoose(text, out _))
        || DtgLine.IsSpaced(text)
        || (text.Length > 120 && DtgLine.TryRead(text, out var dtg) && IsBeforeOriginator(text[dtg.End..]));

    /// <summary>FM among the next groups: a heading that lost all its line ends.</summary>
    private static bool IsBeforeOriginator(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        for (var seen = 0; seen < 8 && groups.Next(); seen++)
        {
            if (groups.Group.SequenceEqual("FM"u8))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsChannelLine(ReadOnlySpan<byte> text, int stage) =>
        FormatLine.IsChannel(text)
        || (stage != 3 && FormatLine.ChannelNumberLength(text) is > 0 and var length && IsBehindNumber(text[length..]));

    /// <summary>Behind a bare channel number: nothing, a security prosign, or the numbers of earlier hops.</summary>
    private static bool IsBehindNumber(ReadOnlySpan<byte> rest)
    {
        rest = FormatLine.Trim(rest);
        return rest.IsEmpty
            || rest.SequenceEqual("UU"u8)
            || rest.SequenceEqual("HH"u8)
            || (FormatLine.ChannelNumberLength(rest) is > 0 and var length && IsBehindNumber(rest[length..]));
    }

    private void ReadChannels(int at, ReadOnlySpan<byte> text)
    {
        Mark(at, 1);
        var rest = text;
        while (!rest.IsEmpty)
        {
            rest = FormatLine.Trim(rest);
            if (rest.StartsWith("ZCZC"u8))
            {
                rest = rest[4..];
            }
            else if (FormatLine.ChannelNumberLength(rest) is > 0 and var length)
            {
                AddChannel(rest[..length]);
                rest = rest[length..];
            }
            else if (rest.StartsWith("UU"u8) || rest.StartsWith("HH"u8))
            {
                reading.SecurityProsign ??= rest[0] == 'U' ? "UU" : "HH";
                rest = rest[2..];
            }
            else if (rest.StartsWith("V"u8))
            {
                rest = rest[1..];
            }
            else
            {
                break;
            }
        }
    }

    private void AddChannel(ReadOnlySpan<byte> number)
    {
        var channel = new ChannelNumber(Words(number[..3]), Words(FormatLine.Trim(number[3..])));
        if (reading.Channel is null)
        {
            reading.Channel = channel;
        }
        else
        {
            lists.EarlierChannels.Add(channel);
        }
    }

    private int ReadCalled(int at, ReadOnlySpan<byte> text, bool isDoubled)
    {
        Mark(at, 2);
        channelsBeforeCalled = lists.EarlierChannels.Count + (reading.Channel is null ? 0 : 1);
        reading.IsDoubled = isDoubled;
        var bells = FormatLine.BellsLength(text);
        var precedence = isDoubled ? Precedences.FromLetter(text[bells]) : null;
        at = ReadRouting(at, Start(at) + bells + 3, untilPeriod: false, out var indicators);
        reading.Called = new CalledStations(precedence, indicators) { HasBells = bells > 0 };
        return at;
    }

    private int ReadHeader(int at, ReadOnlySpan<byte> text)
    {
        Mark(at, 2);
        isHeader = true;
        var groups = new GroupCursor(text);
        groups.Next();
        groups.Next();
        station = Words(groups.Group[..^4]);
        serial = Words(groups.Group[^4..]);
        reading.SerialSpan = new TextSpan(Start(at) + groups.End - 4, 4);
        groups.Next();
        var routing = groups.Group;
        filed = Words(routing[..7]);
        reading.FiledSpan = new TextSpan(Start(at) + groups.Start, 7);
        var dashes = routing[12..].IndexOfAnyInRange((byte)'A', (byte)'Z');
        var from = Start(at) + (dashes < 0 ? groups.End : groups.Start + 12 + dashes);
        var (precedence, lmf, letter) = (Precedences.FromLetter(text[0]), Words(text[1..3]), (char)text[3]);
        var (content, redundancy) = (Words(text[4..8]), Words(routing[8..12]));
        at = ReadRouting(at, from, untilPeriod: true, out var indicators);
        reading.Called = new CalledStations(precedence, indicators)
        {
            Lmf = lmf,
            ClassLetter = letter,
            ContentIndicator = content,
            ClassRedundancy = redundancy,
            HasEndOfRouting = reading.HasEndOfRouting,
        };
        return at;
    }

    /// <summary>Reads routing indicators from a place on the line and from continuation lines; returns the last line read.</summary>
    private int ReadRouting(int at, int from, bool untilPeriod, out ImmutableArray<string> indicators)
    {
        lists.Words.Clear();
        lists.Spans.Clear();
        var isEnded = ReadRoutingLine(from, lines[at].TrimmedEnd);
        while (!(untilPeriod && isEnded) && at + 1 < lines.Count && IsRoutingContinuation(Text(at + 1)))
        {
            at++;
            Mark(at, 2);
            isEnded = ReadRoutingLine(Start(at), lines[at].TrimmedEnd);
        }
        reading.HasEndOfRouting = isEnded;
        reading.CalledSpans = [.. lists.Spans];
        indicators = [.. lists.Words];
        return at;
    }

    private static bool IsRoutingContinuation(ReadOnlySpan<byte> text) => FormatLine.IsRoutingIndicators(text);

    private bool ReadRoutingLine(int from, int end)
    {
        var groups = new GroupCursor(Bytes[from..end]);
        var isEnded = false;
        while (groups.Next())
        {
            var group = groups.Group;
            if (group.SequenceEqual("ZNR"u8) || group.SequenceEqual("ZNY"u8))
            {
                gluedWarning = from + groups.Start;
                break;
            }
            isEnded = group[^1] == '.';
            group = isEnded ? group[..^1] : group;
            // Indicators of ACP 128 may stand without a blank between; all of them have seven letters.
            var step = group.Length > 8 && group.Length % 7 == 0 ? 7 : Math.Max(group.Length, 1);
            for (var at = 0; at < group.Length; at += step)
            {
                lists.Words.Add(Words(group.Slice(at, step)));
                lists.Spans.Add(new TextSpan(from + groups.Start + at, step));
            }
        }
        return isEnded;
    }

    /// <summary>Reads format line 3 (R-FL3); false where a group of it is damaged.</summary>
    private bool ReadStation(int at, ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        groups.Next();
        groups.Next();
        var name = groups.Group;
        var shape = default(StationLine);
        if (groups.Next() && !StationLine.TryRead(ref groups, out shape))
        {
            return false;
        }
        Mark(at, 3);
        var start = Start(at);
        station = Words(name);
        reading.HasHash = shape.HasHash;
        if (!shape.Serial.IsEmpty)
        {
            reading.SerialSpan = shape.Serial with { Start = start + shape.Serial.Start };
            serial = Words(reading.SerialSpan);
            sectionNumber = shape.Section < 0 ? null : shape.Section;
        }
        if (!shape.Filed.IsEmpty)
        {
            reading.FiledSpan = shape.Filed with { Start = start + shape.Filed.Start };
            filed = Words(reading.FiledSpan);
        }
        return true;
    }

    private void ChooseProfile()
    {
        reading.Profile =
            isHeader ? Profile.Acp128
            : station is null || (serial is null && reading.Called is null) ? Profile.Reading
            : !reading.HasHash ? Profile.Acp127
            : lists.Instructions.Exists(static i => i.Signal == "ZZH") ? Profile.State
            : Profile.Acp127Us;
    }
}
