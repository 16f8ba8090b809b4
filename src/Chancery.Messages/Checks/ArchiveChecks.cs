using System.Globalization;

namespace Chancery.Messages.Checks;

/// <summary>Released telegrams of the 1970s: what stands above their heading against what they say themselves (text.md 15, SG-3, SG-5).</summary>
internal sealed class ArchiveChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Text.Family != TextFamily.Nara1970)
        {
            return;
        }
        CheckPages(reading, findings);
        CheckLabels(reading, findings);
        CheckCounter(reading, findings);
        CheckLost(reading, findings);
        CheckNumber(reading, findings);
        CheckPeople(reading.Text, findings);
    }

    /// <summary>AR-1: every page heading names the telegram.</summary>
    private static void CheckPages(MessageReading reading, FindingList findings)
    {
        if (reading.Text.Mrn is not { } mrn)
        {
            return;
        }
        for (var i = 0; i < reading.Lines.Count; i++)
        {
            var text = reading.Lines.Text(i);
            if (!text.StartsWith("PAGE "u8) || text.Length < 12)
            {
                continue;
            }
            var behind = text[5..].TrimStart("0123456789 "u8);
            if (
                Text.NumberWords.TryRead(behind, out var printed)
                && printed.End == behind.Length
                && printed.Digits is 5 or 6
                && printed.Number != mrn.Number
            )
            {
                findings.Add(
                    "AR-1",
                    reading.Lines[i].Span,
                    $"The page heading has the number {printed.Number}, the telegram is {mrn.Canonical}."
                );
            }
        }
    }

    /// <summary>AR-4: the labels of the drafting block.</summary>
    private static void CheckLabels(MessageReading reading, FindingList findings)
    {
        if (reading.Text.Drafting is null)
        {
            return;
        }
        for (var i = 0; i < Math.Min(reading.Lines.Count, reading.Heading.TextFirst); i++)
        {
            var text = reading.Lines.Text(i);
            var isDamaged =
                (text.StartsWith("DRAFTED"u8) && !text.StartsWith("DRAFTED BY "u8))
                || (text.Length > 9 && text[1..].StartsWith("PPROVED"u8) && !text.StartsWith("APPROVED BY "u8));
            if (isDamaged)
            {
                findings.Add(
                    "AR-4",
                    reading.Lines[i].Span,
                    "The label of the drafting block is damaged; it was read as DRAFTED BY or APPROVED BY."
                );
            }
        }
    }

    /// <summary>AR-5: a telegram is counted after it was dated, on the same day or the next.</summary>
    private static void CheckCounter(MessageReading reading, FindingList findings)
    {
        if (
            reading.Text.DashCounter is not { Filed: { Length: 7 } filed }
            || reading.Heading.Dtg?.Utc is not { } dated
            || !int.TryParse(filed.AsSpan(0, 2), CultureInfo.InvariantCulture, out var day)
            || !int.TryParse(filed.AsSpan(2, 2), CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(filed.AsSpan(4, 2), CultureInfo.InvariantCulture, out var minute)
        )
        {
            return;
        }
        var place = reading.PlaceOf(5);
        if (day is 0 or > 31 || hour > 23 || minute > 59)
        {
            findings.Add("AR-5", place, $"The counter's filing time {filed} is no time of any day.");
        }
        else if (day == dated.Day && (hour * 60) + minute < (dated.Hour * 60) + dated.Minute)
        {
            findings.Add("AR-5", place, $"The counter says {filed}, which is earlier than the date-time group {reading.Heading.Dtg.Raw}.");
        }
    }

    /// <summary>AR-7: the archive's document number names this telegram: year, post cut at six characters, number (MR-2).</summary>
    private static void CheckNumber(MessageReading reading, FindingList findings)
    {
        if (reading.Text.Mrn is not { Year: { } year } mrn)
        {
            return;
        }
        foreach (var attribute in reading.Text.Attributes)
        {
            if (
                attribute is { Name: "Document Number", Value: { Length: > 5 } printed }
                && (
                    !printed.StartsWith(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    || !int.TryParse(printed.AsSpan(printed.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1), out var number)
                    || number != mrn.Number
                )
            )
            {
                findings.Add(
                    "AR-7",
                    reading.Text.ClassificationSpan,
                    $"The archive's document number is {printed}, the telegram is {mrn.Canonical}."
                );
            }
        }
    }

    /// <summary>AR-8: the text, or a part of it, was lost before the archive got it.</summary>
    private static void CheckLost(MessageReading reading, FindingList findings)
    {
        foreach (var attribute in reading.Text.Attributes)
        {
            if (
                attribute is { Name: "Locator", Value: { } locator }
                && (
                    locator.Contains("UNRETRIEVABLE", StringComparison.OrdinalIgnoreCase)
                    || locator.Contains("NOT CONVERTED", StringComparison.OrdinalIgnoreCase)
                    || locator.Contains("GARBLED", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                findings.Add("AR-8", new TextSpan(reading.Heading.TextStart, 0), $"The locator says {locator}: the archive has no text.");
            }
        }
        var start = reading.Heading.TextStart;
        var text = reading.Bytes(TextSpan.FromBounds(start, reading.Heading.TextStop));
        var words = "ERROR READING TEXT"u8;
        var at = text.IndexOf(words);
        if (at < 0)
        {
            words = "EXPAND ERROR ENCOUNTERED"u8;
            at = text.IndexOf(words);
        }
        if (at >= 0)
        {
            findings.Add("AR-8", new TextSpan(start + at, words.Length), "The archive's system lost text here.");
        }
    }

    /// <summary>SG-3: three people have three duties. SG-5: traffic of the travelling party is cleared by the Secretariat.</summary>
    private static void CheckPeople(Text.TextReading text, FindingList findings)
    {
        if (text.Drafting is not { } drafting)
        {
            return;
        }
        if (text.Signature is { Length: > 2 } signer && drafting.Drafter?.Name.EndsWith(signer, StringComparison.OrdinalIgnoreCase) == true)
        {
            findings.Add("SG-3", text.ClassificationSpan, $"{signer} signed the telegram and drafted it.");
        }
        var isTravel =
            text.Mrn is { } mrn
            && (mrn.Post is "SECTO" or "TOSEC" || mrn.AlsoKnownAs?.StartsWith("TOSEC", StringComparison.Ordinal) == true);
        if (isTravel && !drafting.Clearances.Append(drafting.Approver).Any(officer => officer?.Office?.StartsWith('S') == true))
        {
            findings.Add(
                "SG-5",
                text.ClassificationSpan,
                "The telegram belongs to the Secretary's travel; no clearance of the Secretariat stands above it."
            );
        }
    }
}
