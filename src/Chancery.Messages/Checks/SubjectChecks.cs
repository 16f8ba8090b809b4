namespace Chancery.Messages.Checks;

/// <summary>The subject (text.md 10).</summary>
internal sealed class SubjectChecks : CheckGroup
{
    private const int FirstYearOfMarks = 1979;
    private const int LongestPrefix = 20;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Subject is not { } subject)
        {
            // Later sections of a naval message go on with the text of the first; State form repeats the subject (text.md MS-4).
            var isLaterSection = text.Section is { Number: > 1 } && text.Family != TextFamily.State2000;
            if (reading.IsTransmission && text.Family != TextFamily.Plain && !isLaterSection)
            {
                findings.Add("SJ-1", new TextSpan(text.ClassificationSpan.End, 0), "The message has no subject.");
            }
            return;
        }
        if (text.Family == TextFamily.State2000 && Prefix(subject.Text) is { } prefix)
        {
            findings.Add("SJ-7", text.SubjectSpan, $"{prefix} stands in front of the subject and says what kind of copy this is.");
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

    /// <summary><c>CORRECTED:</c> or <c>PART 3 OF 3:</c>, or null.</summary>
    private static string? Prefix(string subject)
    {
        var colon = subject.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > LongestPrefix)
        {
            return null;
        }
        var prefix = subject[..colon];
        var isPart =
            prefix.StartsWith("PART ", StringComparison.OrdinalIgnoreCase) && prefix.Contains(" OF ", StringComparison.OrdinalIgnoreCase);
        return isPart || prefix.StartsWith("CORRECTED", StringComparison.OrdinalIgnoreCase) ? prefix : null;
    }
}
