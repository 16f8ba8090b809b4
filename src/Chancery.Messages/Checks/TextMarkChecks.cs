using Chancery.Messages.Repairs;

namespace Chancery.Messages.Checks;

/// <summary>Marks inside the text that heading or circuit should know of (transmission.md 11.6).</summary>
internal sealed class TextMarkChecks : CheckGroup
{
    /// <summary>A corrected copy says so at the top.</summary>
    private const int Top = 1500;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (!reading.IsTransmission || reading.Heading.FormatLines[12].IsEmpty)
        {
            return;
        }
        var place = reading.Heading.FormatLines[12];
        Corrected(reading, place, findings);
        LostShift(reading, place, findings);
    }

    private static void Corrected(MessageReading reading, TextSpan place, FindingList findings)
    {
        var text = reading.Bytes(place with { Length = Math.Min(place.Length, Top) });
        var found = text.IndexOf("CORRECTED COPY"u8);
        var heading = reading.Heading;
        if (
            found >= 0
            && !heading.Instructions.Any(instruction => IsCorrection(instruction.Signal))
            && !heading.MessageInstructions.Any(IsCorrection)
            && !heading.Pilots.Any(pilot => IsCorrection(pilot.Signal ?? ""))
            && !IsCorrection(heading.Called?.ContentIndicator ?? "")
        )
        {
            findings.Add(
                "TX-607",
                new TextSpan(place.Start + found, 14),
                "The text says that it is a corrected copy, the heading has neither ZEL nor ZDS."
            );
        }
    }

    private static bool IsCorrection(string signal) =>
        signal.StartsWith("ZEL", StringComparison.Ordinal) || signal.StartsWith("ZDS", StringComparison.Ordinal);

    /// <summary>Two different words are enough; no plain text has one of them.</summary>
    private static void LostShift(MessageReading reading, TextSpan place, FindingList findings)
    {
        var text = reading.Bytes(place);
        if (!text.ContainsAny((byte)'#', (byte)'$'))
        {
            // THE and AND, the most frequent of them, print with one of these.
            return;
        }
        var first = -1;
        var known = "";
        foreach (var (word, printed) in LostShifts.Words)
        {
            var found = text.IndexOf(printed);
            if (found < 0)
            {
                continue;
            }
            if (first >= 0)
            {
                findings.Add(
                    "TX-609",
                    new TextSpan(place.Start + Math.Min(first, found) + 1, 3),
                    $"Words stand here in figures, such as {known} and {word}: the shift to letters was lost."
                );
                return;
            }
            (first, known) = (found, word);
        }
    }
}
