namespace Chancery.Messages.Checks;

/// <summary>Naval messages: subject code, title, sets (text.md 17, X-12).</summary>
internal sealed class NavalChecks : CheckGroup
{
    private const int LastYearOfSubjectCodes = 2014;
    private const int FirstYearOfWebCopies = 2005;
    private const int FirstYearOfLabelledCopies = 2022;
    private const int Stub = 200;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Family is not (TextFamily.NavalSet or TextFamily.NavalPlain))
        {
            return;
        }
        CheckSubjectCode(reading, findings);
        CheckEra(reading, findings);
        CheckSets(reading, findings);
        if (text.Serial is { } serial && serial.Number.Length != 3)
        {
            findings.Add(
                "NV-2",
                text.ClassificationSpan,
                $"The serial of {serial.Title} is printed {serial.Number}; three digits were expected."
            );
        }
        foreach (var reference in text.References)
        {
            if (
                reference is { Date: null, Dtg: null, Kind: ReferenceKind.Military or ReferenceKind.Letter }
                && reference.Raw.Any(char.IsAsciiDigit)
            )
            {
                findings.Add("NV-7", text.ClassificationSpan, $"No date was found in reference {reference.Label}: {reference.Raw}.");
            }
        }
        if (text.Cancellation is { } cancellation)
        {
            findings.Add(
                "NV-8",
                text.CancellationSpan,
                cancellation.On is { } day ? $"The message is cancelled on {day:yyyy-MM-dd}."
                    : IsSuperseded(cancellation.Raw) ? "The message stands until it is superseded."
                    : $"The message says how long it stands: {cancellation.Raw}."
            );
        }
        foreach (var supersession in text.Supersessions)
        {
            findings.Add("NV-9", text.SubjectSpan, Words(supersession));
        }
        if (reading.View.Raw.Length < Stub && text.Paragraphs.IsEmpty)
        {
            findings.Add("NV-10", text.ClassificationSpan, "The message is a stub without text.");
        }
    }

    private static bool IsSuperseded(string words) =>
        words.Contains("SUPERS", StringComparison.OrdinalIgnoreCase)
        || words.Contains("SUPERC", StringComparison.OrdinalIgnoreCase)
        || words.Contains("CANCEL", StringComparison.OrdinalIgnoreCase)
        || words.Contains("RESCIND", StringComparison.OrdinalIgnoreCase)
        || words.Contains("FURTHER", StringComparison.OrdinalIgnoreCase);

    private static string Words(Supersession supersession)
    {
        var other =
            supersession.Serial is { } serial ? $"{serial.Title} {serial.Number}/{serial.Year % 100:00}"
            : supersession.ReferenceLabel is { } label ? $"reference {label}"
            : "an earlier copy";
        return supersession.How switch
        {
            SupersessionKind.Cancels => $"The message cancels {other}.",
            SupersessionKind.Corrects => $"The message is a corrected copy of {other}.",
            _ => $"The message was replaced by the corrected copy {other}.",
        };
    }

    private static void CheckSubjectCode(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.SubjectCodeSpan.IsEmpty)
        {
            if (
                reading.IsTransmission
                && reading.Heading.Dtg?.Utc?.Year <= LastYearOfSubjectCodes
                && text.Family == TextFamily.NavalSet
                && !text.ClassificationSpan.IsEmpty
            )
            {
                findings.Add("NV-1", text.ClassificationSpan, "The first line has no subject code //Nnnnnn//.");
            }
            return;
        }
        var printed = reading.Bytes(text.SubjectCodeSpan);
        var isStrict =
            printed.Length == 6
            && printed[0] == 'N'
            && printed[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0
            && IsBetweenSlants(reading, text.SubjectCodeSpan);
        if (!isStrict)
        {
            findings.Add("NV-1", text.SubjectCodeSpan, "The subject code is not printed //Nnnnnn//, N and five digits.", Severity.Warning);
        }
    }

    /// <summary>NV-3: a form of copies that came up later than the message.</summary>
    private static void CheckEra(MessageReading reading, FindingList findings)
    {
        var front = reading.Bytes(reading.Heading.NoiseBefore);
        if (front.IsEmpty || reading.Heading.Dtg?.Utc?.Year is not { } year)
        {
            return;
        }
        var since =
            front.StartsWith("CLASSIFICATION:"u8) ? FirstYearOfLabelledCopies
            : front.StartsWith("UNCLASSIFIED//"u8) ? FirstYearOfWebCopies
            : 0;
        if (year < since)
        {
            findings.Add("NV-3", reading.Heading.NoiseBefore, $"The copy has a form in use since {since}, the message is of {year}.");
        }
    }

    /// <summary>NV-4: MSGID is the first set but for exercise and operation, and one set holds the text.</summary>
    private static void CheckSets(MessageReading reading, FindingList findings)
    {
        var sets = reading.Text.Sets;
        var first = -1;
        var hasText = false;
        for (var i = 0; i < sets.Length; i++)
        {
            first = first < 0 && sets[i].Id == "MSGID" ? i : first;
            hasText |= sets[i].Id is "RMKS" or "GENTEXT";
        }
        if (first < 0)
        {
            return;
        }
        if (sets[0].Id is not ("MSGID" or "EXER" or "OPER"))
        {
            findings.Add("NV-4", reading.Text.ClassificationSpan, $"The first set is {sets[0].Id}; MSGID was expected.");
        }
        else if (!hasText && reading.Text.Section is null)
        {
            findings.Add("NV-4", reading.Text.ClassificationSpan, "No set RMKS or GENTEXT holds the text.");
        }
    }

    private static bool IsBetweenSlants(MessageReading reading, TextSpan code)
    {
        var bytes = reading.View.Bytes.Span;
        return code.Start >= 2 && bytes[..code.Start].EndsWith("//"u8) && bytes[code.End..].StartsWith("//"u8);
    }
}
