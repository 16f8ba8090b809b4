using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>Group counts and codress (transmission.md 11.4, 11.5).</summary>
internal sealed class EncryptionChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (!reading.IsWhole)
        {
            return;
        }
        var heading = reading.Heading;
        if (heading.GroupCount is { } printed)
        {
            Count(reading, printed, findings);
        }
        else if (reading.IsEncrypted)
        {
            findings.Add(
                "TX-433",
                new TextSpan(heading.TextStart, 5),
                "The text is in groups that can be counted, but no group count stands in format line 10."
            );
        }
        if (heading.Form == MessageForm.Codress)
        {
            Codress(reading, findings);
        }
    }

    private static void Count(MessageReading reading, int printed, FindingList findings)
    {
        var place = reading.Heading.FormatLines[10];
        if (!reading.IsEncrypted && reading.Heading.Form != MessageForm.Codress)
        {
            findings.Add("TX-433", place, $"A count of {printed} groups stands with a plain text; only encrypted groups are counted.");
            return;
        }
        var counted = EncryptedText.Count(reading);
        if (counted != printed)
        {
            findings.Add("TX-426", place, $"The group count is {printed}, {counted} groups stand between the two BT.");
        }
    }

    private static void Codress(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Called?.ClassLetter is { } letter && letter != 'U')
        {
            findings.Add(
                "TX-522",
                heading.FormatLines[2],
                $"Class letter of format line 2 is {letter}; a codress has U whatever its class."
            );
        }
        foreach (var instruction in heading.Instructions)
        {
            if (instruction.Signal != "T")
            {
                continue;
            }
            var named = instruction.Operands.AsSpan();
            named = named is [var station, ..] && FormatLine.IsRoutingIndicator(station) ? named[1..] : named;
            if (named.IsEmpty)
            {
                findings.Add("TX-435", heading.FormatLines[4], "T stands alone; in a codress it names address groups or call signs.");
            }
            else if (HasPlainName(named))
            {
                findings.Add(
                    "TX-435",
                    heading.FormatLines[4],
                    $"Format line 4 names {string.Join(' ', named!)} in plain words, a codress hides its addressees."
                );
            }
        }
    }

    /// <summary>Address groups have four letters, call signs a digit, routing indicators R or Q in front; anything else is a name.</summary>
    private static bool HasPlainName(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (word.Length != 4 && !word.AsSpan().ContainsAnyInRange('0', '9') && !FormatLine.IsRoutingIndicator(word))
            {
                return true;
            }
        }
        return false;
    }
}
