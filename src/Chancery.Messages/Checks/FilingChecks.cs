namespace Chancery.Messages.Checks;

/// <summary>What a file of telegrams tells of one (text.md RF-1, MR-13, X-10, X-16). Silent without a log.</summary>
internal sealed class FilingChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Options.Log is not { } log)
        {
            return;
        }
        var text = reading.Text;
        if (text.Mrn is { Year: not null } own && log.DocumentsUnder(own) is > 0 and var documents)
        {
            findings.Add(
                "MR-13",
                text.MrnSpan,
                documents == 1
                    ? $"Another document on file has the number {own.Canonical}."
                    : $"{documents} other documents on file have the number {own.Canonical}."
            );
        }
        foreach (var reference in text.References)
        {
            CheckReference(reading, log, reference, findings);
        }
        CheckForeign(reading, log, findings);
    }

    private static void CheckReference(MessageReading reading, IStationLog log, MessageReference reference, FindingList findings)
    {
        var place = reading.Text.ReferencesSpan;
        if (reference.Mrn is not { Year: { } year } cited)
        {
            return;
        }
        if (
            reading.Heading.Dtg?.Utc is { Month: 1 or 12 } dated
            && dated.Year == year
            && log.LastNumber(cited.Post, year) is { } last
            && cited.Number > last
        )
        {
            var before = cited with { Year = year - 1 };
            findings.Add(
                "RF-1",
                place,
                $"{cited.Post} had sent {last} telegrams in {year}; {cited.Raw} may be {before.Canonical}, of the year before."
            );
        }
        else if (!reference.Flags.Contains("NOTAL") && log.IsOnFile(cited) == false)
        {
            findings.Add("X-10", place, $"{cited.Canonical} is not on file, and nothing says that it went to others only.");
        }
    }

    /// <summary>X-16: NOFORN on the message, and a foreign addressee.</summary>
    private static void CheckForeign(MessageReading reading, IStationLog log, FindingList findings)
    {
        var text = reading.Text;
        var isKept =
            text.Captions.Contains("NOFORN")
            || text.Classification is { } line && line.Caveats.Contains("NOFORN")
            || text.Paragraphs.Any(paragraph => paragraph.Portion is { } mark && mark.Caveats.Contains("NOFORN"));
        if (!isKept)
        {
            return;
        }
        for (var i = 0; i < reading.Heading.AddresseeSpans.Length; i++)
        {
            var addressee = reading.Heading.AddresseeAt(i);
            if (log.IsForeign(addressee.Name) == true)
            {
                findings.Add("X-16", reading.Heading.AddresseeSpans[i], $"{addressee.Name} is foreign, the message is not for foreigners.");
            }
        }
    }
}
