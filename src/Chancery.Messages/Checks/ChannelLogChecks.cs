using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>What only the station's log can tell about channel, circuit and stations (transmission.md 3.2, 5.3, 11.4). Silent without a log.</summary>
internal sealed class ChannelLogChecks : CheckGroup
{
    private const int MostRoutingLines = 2;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Options.Log is not { } log || !reading.IsTransmission)
        {
            return;
        }
        Number(reading, log, findings);
        Receipt(reading, log, findings);
        Stations(reading, log, findings);
        if (log.Circuit is { } circuit)
        {
            Circuit(reading, circuit, findings);
        }
    }

    private static void Number(MessageReading reading, IStationLog log, FindingList findings)
    {
        if (
            reading.Heading.Channel is not { } channel
            || log.NextNumber(channel.Designator) is not { } expected
            || !int.TryParse(channel.Number, out var number)
            || number == expected
        )
        {
            return;
        }
        findings.Add(
            "TX-102",
            reading.Heading.FormatLines[1],
            number > expected
                ? $"Channel number is {channel.Designator}{channel.Number}, {expected:000} was expected: {Gap(expected, number)} (ZFX)."
                : $"Channel number is {channel.Designator}{channel.Number}, {expected:000} was expected: it came before, or late."
        );
    }

    private static string Gap(int expected, int number) =>
        number - expected == 1 ? "one number is open" : $"{number - expected} numbers are open";

    private static void Receipt(MessageReading reading, IStationLog log, FindingList findings)
    {
        var heading = reading.Heading;
        if (
            heading.Called?.Precedence != Precedence.Flash
            || heading.IsNeverAnswered
            || heading.Channel is not { } channel
            || heading.Instructions.Any(instruction => instruction.Signal == "ZGC")
            || log.IsReceipted(channel) != false
        )
        {
            return;
        }
        if (reading.IsOutgoing)
        {
            findings.Add("TX-311", heading.FormatLines[2], $"No receipt has come for FLASH message {channel.Designator}{channel.Number}.");
        }
        else
        {
            findings.Add(
                "TX-310",
                heading.FormatLines[2],
                $"FLASH message {channel.Designator}{channel.Number} has had no receipt yet (R Z {channel.Designator}{channel.Number})."
            );
        }
    }

    private static void Stations(MessageReading reading, IStationLog log, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Called is not { RoutingIndicators: { IsEmpty: false } called })
        {
            return;
        }
        if (!reading.IsOutgoing && called.All(station => log.Serves(station) == false))
        {
            findings.Add(
                heading.Profile is Profile.Acp126 or Profile.Mars ? "TX-428" : "TX-403",
                heading.FormatLines[2],
                "No station called is ours or lies behind us: the message is missent or misrouted."
            );
        }
        if (reading.Heading.Station is not { } calling || Identity(calling) is not { } identity)
        {
            return;
        }
        foreach (var sent in log.SentOnTo(identity))
        {
            if (!called.Contains(sent, StringComparer.Ordinal))
            {
                findings.Add(
                    "TX-436",
                    heading.FormatLines[2],
                    heading.Pilots.IsEmpty
                        ? $"The message went to {sent}, which it does not call."
                        : $"The message went to {sent}, which the newest pilot does not call."
                );
            }
        }
    }

    private static string? Identity(CallingStation calling) =>
        calling.Serial is null
            ? null
            : string.Join(' ', new[] { calling.RoutingIndicator, calling.Serial, calling.FiledRaw }.OfType<string>());

    private static void Circuit(MessageReading reading, CircuitTerms circuit, FindingList findings)
    {
        var heading = reading.Heading;
        var level = Levels.Highest(heading.Security?.Level, reading.Text.Classification?.Level);
        if (circuit.Clearance is { } clearance && level is { } highest && highest >= Level.Restricted && highest > clearance)
        {
            findings.Add(
                "TX-512",
                reading.PlaceOf(4, 12),
                $"The message is {highest.Name()}, the circuit is approved up to {clearance.Name()}."
            );
        }
        if (heading.Called?.Lmf is { Length: 2 } lmf && circuit.Lmf is { } ours && !Suits(lmf, ours))
        {
            findings.Add("TX-420", heading.FormatLines[2], $"Language media format {lmf} does not suit a circuit of format {ours}.");
        }
        if (circuit.LeavesNetwork && RoutingLines(reading) is > MostRoutingLines and var count)
        {
            findings.Add(
                "TX-429",
                heading.FormatLines[2],
                $"Format line 2 has {count} lines of routing indicators, another network takes {MostRoutingLines}."
            );
        }
    }

    /// <summary>A and T stations exchange freely, but for the pair RT.</summary>
    private static bool Suits(string lmf, char ours) => lmf != "RT" && (lmf[1] == ours || (lmf[1] is 'A' or 'T' && ours is 'A' or 'T'));

    private static int RoutingLines(MessageReading reading)
    {
        var text = reading.Bytes(reading.Heading.FormatLines[2]);
        return text.Count((byte)'\n') + 1;
    }
}
