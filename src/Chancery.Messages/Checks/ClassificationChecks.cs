namespace Chancery.Messages.Checks;

/// <summary>The classification line against the text below it (text.md CL-1 to CL-7); the security warning is SecurityChecks' matter.</summary>
internal sealed class ClassificationChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Classification is not { } classification)
        {
            return;
        }
        CheckPortions(text, classification, findings);
        if (text.Family != TextFamily.State2000)
        {
            return;
        }
        CheckPlace(reading, findings);
        if (classification.Raw.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            findings.Add("CL-8", text.ClassificationSpan, $"The level is printed {classification.Raw}; capitals were expected.");
        }
        if (text.Derived.Exists(derived => derived is { Field: "classification.level", Rule: "CL-6" }))
        {
            var control = classification.Level == Level.Sbu ? "SENSITIVE" : "a control";
            findings.Add(
                "CL-6",
                text.ClassificationSpan,
                $"{classification.Raw} with {control} below it was read as {classification.Level.Name()}."
            );
        }
        if (!classification.Caveats.IsEmpty)
        {
            findings.Add(
                "CL-7",
                text.ClassificationSpan,
                $"{string.Join(", ", classification.Caveats)} stands on the classification line; a caption line of its own was expected."
            );
        }
    }

    private static void CheckPortions(Text.TextReading text, Classification classification, FindingList findings)
    {
        if (text.HighestInside is not { } inside)
        {
            return;
        }
        if (inside.Rank() > classification.Level.Rank())
        {
            findings.Add(
                "CL-5",
                text.HighestInsideSpan,
                $"A {text.HighestInsideSource} inside the text says {inside.Name()}, the classification line {classification.Level.Name()}."
            );
        }
        else if (inside.Rank() < classification.Level.Rank() && text.Section is null && IsMarkedThroughout(text))
        {
            findings.Add(
                "CL-5",
                text.ClassificationSpan,
                $"The classification line says {classification.Level.Name()}, the highest portion is {inside.Name()}.",
                Severity.Warning
            );
        }
    }

    private static bool IsMarkedThroughout(Text.TextReading text)
    {
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph.Portion is null)
            {
                return false;
            }
        }
        return text.Paragraphs.Length > 0;
    }

    private static void CheckPlace(MessageReading reading, FindingList findings)
    {
        var first = reading.Heading.TextFirst;
        while (first < reading.Heading.TextEnd && first < reading.Lines.Count && reading.Lines[first].IsBlank)
        {
            first++;
        }
        if (first < reading.Lines.Count && reading.Lines[first].End < reading.Text.ClassificationSpan.Start)
        {
            findings.Add("CL-1", reading.Lines[first].Span, "The text begins with something else than the classification line.");
        }
    }
}
