using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Checks;

/// <summary>Security warning, classes and release codes (transmission.md 11.5, what one message alone can tell).</summary>
internal sealed class SecurityChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Security is { } warning)
        {
            Warning(reading, warning, findings);
        }
        else if (heading.SecurityProsign is null && reading.IsTransmission)
        {
            findings.Add(
                "TX-518",
                reading.PlaceOf(3, 2),
                "Neither format line 1 nor format line 4 has a security warning; approved channels only."
            );
        }
        if (heading.Called is { ClassLetter: { } letter, ClassRedundancy: { } redundancy } && letter != redundancy[0])
        {
            findings.Add("TX-502", heading.FormatLines[2], $"Class letter of format line 2 is {letter}, its redundancy is {redundancy}.");
        }
        if (!reading.Text.ClassificationSpan.IsEmpty && reading.Text.Classification is { } classification)
        {
            Text(reading, classification, findings);
        }
        else if (reading.IsWhole && !reading.IsShortService && NeedsClassification(reading))
        {
            findings.Add("TX-506", new TextSpan(heading.TextStart, 0), "The text begins without a classification.");
        }
    }

    private static void Warning(MessageReading reading, SecurityWarning warning, FindingList findings)
    {
        var heading = reading.Heading;
        var place = heading.SecuritySpan;
        if (warning.Special is { } special && special is not ("AAAAA" or "BBBBB" or "FFFFF"))
        {
            findings.Add("TX-508", place, $"Special handling suffix {special} is none that is known.");
        }
        if (!IsGroup(warning.Group))
        {
            findings.Add(
                "TX-501",
                place,
                $"Security warning group {warning.Group} is damaged: one letter five times, or three times and a release code."
            );
            return;
        }
        var letter = warning.Group[0];
        if (warning.Signal == "ZNR" && letter != 'U')
        {
            findings.Add("TX-505", place, $"ZNR stands with class {letter}, it goes with U.");
        }
        else if (warning.Signal == "ZNY" && letter == 'U')
        {
            findings.Add("TX-505", place, "ZNY stands with class U, unclassified messages have ZNR.", Severity.Warning);
        }
        if ((heading.SecurityProsign == "UU" && warning.Signal == "ZNY") || (heading.SecurityProsign == "HH" && warning.Signal == "ZNR"))
        {
            findings.Add(
                "TX-519",
                place,
                $"Format line 1 says {heading.SecurityProsign}, format line 4 says {warning.Signal} {warning.Group}."
            );
        }
        if (heading.Called is { ClassRedundancy: { } redundancy })
        {
            if (redundancy[0] != letter)
            {
                findings.Add("TX-503", place, $"Class in format line 4 is {letter}, format line 2 says {redundancy[0]}.");
            }
            var called = SecurityLetter.ReleaseCode(redundancy);
            var warned = SecurityLetter.ReleaseCode(warning.Group);
            if (!called.SequenceEqual(warned))
            {
                findings.Add("TX-511", place, $"Release code in format line 4 is {Named(warned)}, format line 2 has {Named(called)}.");
            }
        }
        ReleaseCode(reading, SecurityLetter.ReleaseCode(warning.Group), findings);
        if (warning is { Signal: "ZNR", Level: Level.Unclassified } && reading.IsEncrypted)
        {
            findings.Add(
                "TX-513",
                heading.FormatLines[12] with
                {
                    Length = 5,
                },
                "The text is in groups of five letters: an encrypted message, not to be mended."
            );
        }
    }

    private static string Named(ReadOnlySpan<char> code) => code.IsEmpty ? "none" : code.ToString();

    /// <summary>A code letter goes with a called station of that nation; X and U name no single one.</summary>
    private static void ReleaseCode(MessageReading reading, ReadOnlySpan<char> code, FindingList findings)
    {
        if (reading.Heading.Called is not { RoutingIndicators: { Length: > 0 } indicators })
        {
            return;
        }
        for (var i = 0; i < code.Length; i++)
        {
            var letter = code[i];
            // AA is one nation twice.
            if (
                letter is not ('X' or 'U')
                && !code[..i].Contains(letter)
                && !indicators.Any(indicator => indicator.Length > 1 && indicator[1] == letter)
            )
            {
                findings.Add("TX-510", reading.Heading.SecuritySpan, $"Release code {letter} has no called station of that nation.");
            }
        }
    }

    private static void Text(MessageReading reading, Classification classification, FindingList findings)
    {
        var place = reading.Text.ClassificationSpan;
        if (reading.Heading.Security is { Level: { } warned } warning && IsGroup(warning.Group))
        {
            var printed = Transmitted(classification.Level);
            if (printed > warned)
            {
                findings.Add(
                    "TX-504",
                    place,
                    $"The text is {classification.Level.Name()}, the security warning {warning.Group} says {warned.Name()}, which is lower."
                );
            }
            else if (printed < warned)
            {
                findings.Add(
                    "TX-504",
                    place,
                    $"The text is {classification.Level.Name()}, the security warning {warning.Group} says {warned.Name()}, which is higher.",
                    Severity.Warning
                );
            }
        }
        foreach (var page in reading.Heading.PageLines)
        {
            if (HighestLevel.OfPageLine(reading.Lines.Text(page)) is { } level && Transmitted(level) != Transmitted(classification.Level))
            {
                findings.Add(
                    "TX-507",
                    reading.Lines[page].Span,
                    $"The page line says {level.Name()}, the classification line says {classification.Level.Name()}."
                );
            }
        }
        if (
            reading.IsTransmission
            && classification.Level >= Level.Restricted
            && classification.Raw is { Length: > 1 } raw
            && raw[1] != ' '
            && !reading.Text.Remarks.Exists(remark => remark.Rule == "CL-2")
        )
        {
            findings.Add("TX-520", place, $"Classification {raw} is not spaced letter by letter.");
        }
    }

    /// <summary>Controls below RESTRICTED travel as unclassified: format lines have no letter for them.</summary>
    private static Level Transmitted(Level level) => level < Level.Restricted ? Level.Unclassified : level;

    private static bool IsGroup(string group) =>
        group.Length == 5
        && group[0] == group[1]
        && group[1] == group[2]
        && char.IsAsciiLetterUpper(group[0])
        && ((group[3] == group[0] && group[4] == group[0]) || SecurityLetter.IsReleaseCode([(byte)group[3], (byte)group[4]]));

    /// <summary>A plain text needs a class word; encrypted text has none, and CLEAR stands in its place.</summary>
    private static bool NeedsClassification(MessageReading reading)
    {
        var words = FormatLine.Trim(reading.Bytes(reading.Heading.FormatLines[12]).TrimStart("\r\n \t"u8));
        return !words.IsEmpty && !words.StartsWith("CLEAR"u8) && !FormatLine.IsClassification(words) && !reading.IsEncrypted;
    }
}
