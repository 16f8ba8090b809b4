namespace Chancery.Messages.Checks;

/// <summary>Serials and sections (transmission.md 11.2).</summary>
internal sealed class IdentityChecks : CheckGroup
{
    private const string Placeholder = "0000";

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Heading.Station is not { } station)
        {
            return;
        }
        Ending(reading, station, findings);
        Sections(reading, station, findings);
        if (reading.Heading.Profile == Profile.Acp128 || reading.IsShortService || reading.Heading.IsCancelled)
        {
            return;
        }
        if ((station.Serial is null || station.FiledRaw is null) && !reading.Heading.FormatLines[3].IsEmpty)
        {
            findings.Add(
                "TX-222",
                reading.Heading.FormatLines[3],
                station.Serial is null ? "Format line 3 has no station serial number." : "Format line 3 has no filing time."
            );
        }
    }

    private static void Ending(MessageReading reading, CallingStation station, FindingList findings)
    {
        var heading = reading.Heading;
        var line = heading.Profile == Profile.Acp128 ? 2 : 3;
        if (station.Serial == Placeholder)
        {
            findings.Add("TX-213", heading.SerialSpan, "The station serial number is 0000, the placeholder of a gateway.");
        }
        if (!reading.IsUnitedStates || heading.IsCancelled || reading.IsShortService)
        {
            return;
        }
        if (heading.Ending.Serial is not { } ending)
        {
            findings.Add(
                "TX-202",
                heading.FormatLines[13].IsEmpty ? new TextSpan(heading.TextStop, 0) : heading.FormatLines[13],
                $"The ending has no validation line, #{station.Serial ?? "nnnn"} belongs there."
            );
        }
        else if (station.Serial is { } serial && ending != serial)
        {
            findings.Add(
                "TX-201",
                heading.FormatLines[15],
                $"Serial in the ending is {ending}, format line {line} says {serial}.",
                ending == Placeholder || serial == Placeholder ? Severity.Info : null
            );
        }
    }

    private static void Sections(MessageReading reading, CallingStation station, FindingList findings)
    {
        if (reading.Text.Section is not { } section)
        {
            return;
        }
        if (station.Section is { } number && section.Number is { } printed && number != printed)
        {
            findings.Add("TX-217", reading.Text.SectionSpan, $"The text is section {printed}, format line 3 says {number:00}.");
        }
        else if (station.Section is null && reading.Heading.Profile == Profile.State)
        {
            findings.Add("TX-218", reading.Text.SectionSpan, "The text names a section, format line 3 has none behind its serial.");
        }
    }
}
