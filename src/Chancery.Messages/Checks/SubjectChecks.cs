namespace Chancery.Messages.Checks;

/// <summary>The subject (text.md 10).</summary>
internal sealed class SubjectChecks : CheckGroup
{
    private const int FirstYearOfMarks = 1979;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Subject is not { } subject)
        {
            if (reading.IsTransmission && text.Family != TextFamily.Plain)
            {
                findings.Add("SJ-1", new TextSpan(text.ClassificationSpan.End, 0), "The message has no subject.");
            }
            return;
        }
        var year = reading.Heading.Dtg?.Utc?.Year ?? FirstYearOfMarks;
        if (
            text.Family == TextFamily.State2000
            && subject.Portion is null
            && text.Classification is { } classification
            && classification.Level.Rank() >= Level.Confidential.Rank()
            && year >= FirstYearOfMarks
        )
        {
            findings.Add("SJ-5", text.SubjectSpan, $"The subject of a {classification.Level.Name()} message bears no portion mark.");
        }
    }
}
