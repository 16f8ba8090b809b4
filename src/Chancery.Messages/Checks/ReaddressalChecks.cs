namespace Chancery.Messages.Checks;

/// <summary>Headings that stand under a newer one (transmission.md 8.3).</summary>
internal sealed class ReaddressalChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var newer = reading.Heading.DtgShape;
        foreach (var (line, older, _) in reading.Heading.Blocks)
        {
            // The month is always printed; a later month without a year can only be of the year before.
            if (older is { Year: < 0, Month: > 0 } && newer.Month > 0 && older.Month > newer.Month)
            {
                findings.Add(
                    "TX-224",
                    TextSpan.FromBounds(reading.Lines[line].WordsStart + older.Start, reading.Lines[line].WordsStart + older.End),
                    "The date-time group of the readdressed message is of another year and shows none."
                );
            }
            newer = older;
        }
    }
}
