using Chancery.Messages.Heading;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Checks;

/// <summary>
/// Messages that this one cites, and names that only the station knows (transmission.md 5.4, 8.3, 11). Silent without a log.
/// </summary>
internal sealed class CitationChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Options.Log is not { } log || reading.Heading.IsPlain)
        {
            return;
        }
        Instructions(reading, log, findings);
        Members(reading, log, findings);
        Numbers(reading, log, findings);
        Offices(reading, log, findings);
        Parts(reading, log, findings);
        Readdressed(reading, log, findings);
        Service(reading, log, findings);
    }

    /// <summary>ZUI cites a transmission by station and serial glued, and its filing time; REROUTE OF likewise.</summary>
    private static void Instructions(MessageReading reading, IStationLog log, FindingList findings)
    {
        foreach (var instruction in reading.Heading.Instructions)
        {
            var of = instruction.Signal is "ZUI" ? 0 : instruction.Operands.IndexOf("OF") + 1;
            if (instruction.Signal is not ("ZUI" or "ZOV") || (instruction.Signal == "ZOV" && of == 0) || of >= instruction.Operands.Length)
            {
                continue;
            }
            var place = reading.Heading.FormatLines[4];
            if (Cited(instruction.Operands.AsSpan()[of..]) is not { } identity)
            {
                findings.Add(
                    "TX-219",
                    place,
                    $"{instruction.Signal} cites {instruction.Operands[of]}, which is no station with a serial number."
                );
            }
            else if (log.IsComplete && log.Find(identity) is null)
            {
                findings.Add("TX-219", place, $"{instruction.Signal} cites {identity}, which is not on file.");
            }
        }
    }

    /// <summary>Station, serial and filing time parted by blanks; null where the words are none.</summary>
    private static string? Cited(ReadOnlySpan<string> words)
    {
        var first = words[0].AsSpan();
        var digits = first.IndexOfAnyInRange('0', '9');
        if (digits < 0 && words.Length > 1)
        {
            return FormatLine.IsRoutingIndicator(first) && char.IsAsciiDigit(words[1][0])
                ? string.Join(' ', words[..Math.Min(words.Length, 3)]!)
                : null;
        }
        return digits >= 4 && FormatLine.IsRoutingIndicator(first[..digits])
            ? $"{first[..digits]} {first[digits..]}{(words.Length > 1 ? " " + words[1] : "")}"
            : null;
    }

    private static void Members(MessageReading reading, IStationLog log, FindingList findings)
    {
        foreach (var exempt in reading.Heading.Exempt)
        {
            if (exempt.Of is { } collective && log.IsMember(collective, exempt.Name) == false)
            {
                findings.Add(
                    "TX-412",
                    reading.Heading.FormatLines[9],
                    $"{exempt.Name} is exempted from {collective} and is no member of it."
                );
            }
        }
    }

    private static void Numbers(MessageReading reading, IStationLog log, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Profile != Profile.State || heading.From is not { } from)
        {
            return;
        }
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            var addressee = heading.AddresseeAt(i);
            if (
                int.TryParse(addressee.Number, out var number)
                && log.NextContinuityNumber(from.Name, addressee.Name) is { } expected
                && number != expected
            )
            {
                findings.Add(
                    "TX-423",
                    heading.AddresseeSpans[i],
                    $"Continuity number for {addressee.Name} is {addressee.Number}, {expected:0000} was expected."
                );
            }
        }
    }

    private static void Offices(MessageReading reading, IStationLog log, FindingList findings)
    {
        foreach (var line in reading.Text.Passing)
        {
            foreach (var office in line.Offices)
            {
                if (log.KnowsOffice(office) == false)
                {
                    findings.Add(
                        "TX-606",
                        new TextSpan(reading.Heading.TextStart, 0),
                        $"The passing instruction names {office}, which is no office of the addressee."
                    );
                }
            }
        }
    }

    /// <summary>Parts are messages of their own; each names the others by date-time group: <c>PART TWO IDENT DTG 281501Z DEC 09</c>.</summary>
    private static void Parts(MessageReading reading, IStationLog log, FindingList findings)
    {
        if (!log.IsComplete || reading.Heading.From is not { } from)
        {
            return;
        }
        var place = reading.Heading.FormatLines[12];
        var text = reading.Bytes(place);
        for (var at = 0; ; )
        {
            var found = text[at..].IndexOf("IDENT DTG "u8);
            if (found < 0)
            {
                return;
            }
            at += found + "IDENT DTG ".Length;
            var rest = text[at..Math.Min(text.Length, at + 20)];
            var stop = rest.IndexOfAny((byte)'.', (byte)',', (byte)'\n');
            rest = stop < 0 ? rest : rest[..stop].TrimEnd("\r "u8);
            if (!DtgLine.TryReadLoose(rest, out var dtg))
            {
                continue;
            }
            var raw = System.Text.Encoding.ASCII.GetString(rest[dtg.Start..dtg.End]);
            if (log.Find($"{from.Name} {raw}") is null)
            {
                findings.Add("TX-608", new TextSpan(place.Start + at, dtg.End), $"Another part, {from.Name} {raw}, is not on file.");
            }
        }
    }

    /// <summary>What is readdressed keeps its class.</summary>
    private static void Readdressed(MessageReading reading, IStationLog log, FindingList findings)
    {
        foreach (var block in reading.Heading.Readdressed)
        {
            if (
                block is { From: { } from, Dtg: { } dtg }
                && log.Find($"{from.Name} {dtg.Raw}") is { Level: { } original }
                && HighestLevel.Of(reading).Level is { } level
                && level < original
            )
            {
                findings.Add(
                    "TX-516",
                    reading.PlaceOf(4, 12, 5),
                    $"The message is readdressed as {level.Name()}, {from.Name} {dtg.Raw} was {original.Name()}."
                );
            }
        }
    }

    /// <summary>A service message about a classified one is unclassified while it holds nothing but signals, prosigns and identifications.</summary>
    private static void Service(MessageReading reading, IStationLog log, FindingList findings)
    {
        if (reading.Heading.Form != MessageForm.Service || reading.Text.Classification is not { Level: Level.Unclassified })
        {
            return;
        }
        var place = reading.Heading.FormatLines[12];
        var words = System.Text.Encoding.ASCII.GetString(reading.Bytes(place)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var isClassified = false;
        string? plain = null;
        var (plains, behindClass) = (0, false);
        for (var i = 0; i < words.Length; i++)
        {
            if (FormatLine.IsRoutingIndicator(words[i]) && i + 2 < words.Length && char.IsAsciiDigit(words[i + 1][0]))
            {
                isClassified |= log.Find($"{words[i]} {words[i + 1]} {words[i + 2]}") is { Level: >= Level.Restricted };
            }
            if (behindClass && !IsServiceWord(words[i]))
            {
                plain ??= words[i];
                plains++;
            }
            behindClass |= words[i] == "SVC";
        }
        if (isClassified && plains > 2)
        {
            findings.Add(
                "TX-515",
                new TextSpan(reading.Heading.TextStart, 6),
                $"The service message is about a classified one and shows more than signals, prosigns and identifications ({plain} and {plains - 1} more)."
            );
        }
    }

    private static bool IsServiceWord(string word) =>
        word.Length <= 2
        || word.AsSpan().ContainsAnyInRange('0', '9')
        || FormatLine.IsRoutingIndicator(word)
        || OperatingSignals.Knows(word)
        || word is "INT" or "IMI" or "PAGE" or "LINE" or "LINES" or "AND";
}
