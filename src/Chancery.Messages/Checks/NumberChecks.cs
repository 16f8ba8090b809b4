namespace Chancery.Messages.Checks;

/// <summary>The message reference number (text.md 5).</summary>
internal sealed class NumberChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Mrn is not { } mrn)
        {
            if (text.Family == TextFamily.State2000 && reading.Heading.Profile == Profile.State && text.Classification is not null)
            {
                findings.Add("MR-1", text.ClassificationSpan, "The classification line has no post and number.");
            }
            return;
        }
        if (
            text.Family == TextFamily.State2000
            && reading.Heading.Station?.Serial is { } serial
            && int.TryParse(serial, out var printed)
            && printed != mrn.Number % 10_000
        )
        {
            findings.Add(
                "MR-4",
                text.MrnSpan,
                $"The number is {mrn.Number}, format line 3 says {serial}; its last four digits were expected to be the same."
            );
        }
    }
}
