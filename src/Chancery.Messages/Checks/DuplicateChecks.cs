using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>The table of duplicates D1 to D13 (transmission.md 5.2), by what the station's log holds. Silent without a log.</summary>
internal sealed class DuplicateChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Options.Log is not { } log || !reading.IsTransmission || reading.Heading.IsCancelled)
        {
            return;
        }
        var entry = Entry(reading);
        var alike = log.Alike(entry);
        foreach (var earlier in alike)
        {
            Compare(reading, entry, earlier, findings);
        }
        if (alike.IsEmpty && (IsSaid(reading.Heading, "ZDK") || IsSaid(reading.Heading, "ZFD")))
        {
            Duplicate(reading, "D11: the message says that it comes again, no earlier copy is on file", Severity.Info, findings);
        }
    }

    private static LoggedMessage Entry(MessageReading reading)
    {
        var heading = reading.Heading;
        var message = heading is { From: { } from, Dtg: { } dtg } ? $"{from.Name} {dtg.Raw}" : null;
        var transmission = heading.Station is { Serial: { } serial } station
            ? $"{station.RoutingIndicator} {serial}{(station.FiledRaw is { } filed ? " " + filed : "")}"
            : null;
        var channel = heading.Channel is { } number ? $"{number.Designator} {number.Number}" : null;
        return new LoggedMessage(
            message,
            transmission,
            channel,
            TextFingerprint.Of(reading.View.Bytes.Span, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(heading.Parts))
        )
        {
            Section = reading.Text.Section,
            Level = HighestLevel.Of(reading).Level,
            Called = heading.Called?.RoutingIndicators ?? [],
            IsDamaged = heading.Ending.EndOfMessage is null,
        };
    }

    private static void Compare(MessageReading reading, LoggedMessage entry, LoggedMessage earlier, FindingList findings)
    {
        var heading = reading.Heading;
        var hasSameText = entry.TextHash == earlier.TextHash;
        var isSame = entry.MessageIdentity is not null && entry.MessageIdentity == earlier.MessageIdentity;
        var hasSameTransmission = entry.TransmissionIdentity is not null && entry.TransmissionIdentity == earlier.TransmissionIdentity;
        if (isSame)
        {
            Levels(reading, entry, earlier, findings);
        }
        if (earlier.WasSentHere && isSame && hasSameTransmission && hasSameText)
        {
            findings.Add("TX-424", reading.PlaceOf(3, 2), "The message was already sent on this circuit; it goes round in a loop.");
        }
        if (isSame && entry.Section != earlier.Section)
        {
            return;
        }
        if (hasSameTransmission && !isSame)
        {
            findings.Add("TX-223", reading.PlaceOf(3, 2), $"Transmission {entry.TransmissionIdentity} was another message before (D9).");
        }
        else if (entry.ChannelIdentity is not null && entry.ChannelIdentity == earlier.ChannelIdentity)
        {
            Duplicate(
                reading,
                isSame && hasSameText
                    ? "D1: the same message came under the same channel number"
                    : "D2: another message came under the same channel number (ZFQ)",
                isSame && hasSameText ? Severity.Info : Severity.Warning,
                findings
            );
        }
        else if (isSame)
        {
            Again(reading, entry, earlier, hasSameText, findings);
        }
        else if (hasSameText && SameOriginator(entry, earlier))
        {
            Duplicate(reading, "D10: the same text came from this originator under another date-time group", Severity.Info, findings);
        }
        else if (hasSameTransmission && !hasSameText)
        {
            findings.Add("TX-223", reading.PlaceOf(3, 2), $"Transmission {entry.TransmissionIdentity} had another text before.");
        }

        static bool SameOriginator(LoggedMessage one, LoggedMessage other) =>
            one.MessageIdentity is { Length: > 15 } a
            && other.MessageIdentity is { Length: > 15 } b
            && a.AsSpan(0, Name(a)).SequenceEqual(b.AsSpan(0, Name(b)));

        // The name ends where the six digits of the date-time group begin.
        static int Name(string identity) => Math.Max(0, identity.AsSpan().IndexOfAnyInRange('0', '9'));
    }

    /// <summary>The same message under another channel number: why, in the order of the table.</summary>
    private static void Again(MessageReading reading, LoggedMessage entry, LoggedMessage earlier, bool hasSameText, FindingList findings)
    {
        var heading = reading.Heading;
        var isCorrected =
            IsSaid(heading, "ZEL")
            || (!hasSameText && (IsSaid(heading, "ZDS") || reading.Bytes(heading.FormatLines[12]).IndexOf("CORRECTED COPY"u8) >= 0));
        var why =
            IsSaid(heading, "ZFG") ? "D12: it is sent again on a tracer (ZFG) and always delivered"
            : isCorrected ? "D6: it is a corrected copy and takes the place of the earlier one"
            : earlier.IsSubjectToCorrection ? "D13: the earlier copy was passed on subject to correction"
            : hasSameText && IsSaid(heading, "ZDK") ? "D4: it is the repetition that was asked for"
            : IsSaid(heading, "ZFD") ? "D5: it is marked as a suspected duplicate"
            : hasSameText && entry.TransmissionIdentity == earlier.TransmissionIdentity && !IsCalledBefore(entry, earlier)
                ? "D3a: the origin sent it again to other stations"
            : hasSameText ? "D3: it is an exact duplicate"
            : null;
        if (why is not null)
        {
            Duplicate(reading, why, Severity.Info, findings);
        }
        else if (entry.IsDamaged != earlier.IsDamaged)
        {
            Duplicate(reading, "D7: one of two copies is damaged", Severity.Warning, findings);
        }
        else if (entry.TransmissionIdentity is not null && entry.TransmissionIdentity == earlier.TransmissionIdentity)
        {
            findings.Add("TX-223", reading.PlaceOf(3, 2), $"Transmission {entry.TransmissionIdentity} had another text before.");
        }
        else
        {
            findings.Add("TX-220", heading.DtgSpan, $"{entry.MessageIdentity} was the date-time group of another text before (D8).");
        }
    }

    private static void Levels(MessageReading reading, LoggedMessage entry, LoggedMessage earlier, FindingList findings)
    {
        if (entry.Level is not { } level || earlier.Level is not { } known || level == known)
        {
            return;
        }
        if (entry.Section is { } section && earlier.Section is { } other && section != other)
        {
            findings.Add(
                "TX-517",
                reading.PlaceOf(12, 4),
                $"This section is {level.Name()}, another section of the message is {known.Name()}; the highest counts for all."
            );
        }
    }

    private static bool IsCalledBefore(LoggedMessage entry, LoggedMessage earlier) =>
        entry.Called.All(station => earlier.Called.Contains(station, StringComparer.Ordinal));

    private static void Duplicate(MessageReading reading, string what, Severity severity, FindingList findings) =>
        findings.Add("TX-215", reading.PlaceOf(3, 2, 5), $"{what}.", severity);

    private static bool IsSaid(HeadingReading heading, string signal)
    {
        foreach (var pilot in heading.Pilots)
        {
            if (pilot.Signal?.StartsWith(signal, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }
        return heading.Instructions.Any(instruction => instruction.Signal.StartsWith(signal, StringComparison.Ordinal))
            || heading.MessageInstructions.Any(group => group.StartsWith(signal, StringComparison.Ordinal))
            || heading.Called?.ContentIndicator?.StartsWith(signal, StringComparison.Ordinal) == true;
    }
}
