namespace Chancery.Messages.Checks;

/// <summary>The TAGS (text.md 9).</summary>
internal sealed class TagsChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Family != TextFamily.State2000)
        {
            return;
        }
        if (text.Tags.IsEmpty)
        {
            if (reading.IsTransmission && !text.Captions.Contains("AIDAC"))
            {
                findings.Add("TG-9", text.TagsLineSpan, "The message has no TAGS.");
            }
            return;
        }
        if (!text.Tags.Any(tag => tag.Kind == TagKind.Subject))
        {
            findings.Add("TG-1", text.TagsLineSpan, "None of the TAGS is a subject; at least one was expected.");
        }
        CheckOrder(text, findings);
    }

    private static void CheckOrder(Text.TextReading text, FindingList findings)
    {
        var last = 0;
        for (var i = 0; i < text.Tags.Length; i++)
        {
            var place = text.Tags[i].Kind switch
            {
                TagKind.Subject or TagKind.Program => 1,
                TagKind.Geo or TagKind.Organization => 2,
                // A name directly behind a subject belongs to it (text.md 9.1).
                TagKind.Person => last == 1 ? 1 : 3,
                _ => last,
            };
            if (place < last)
            {
                findings.Add(
                    "TG-3",
                    text.TagSpans[i],
                    $"{text.Tags[i].Code} stands behind TAGS of a later kind; subjects, places, names is the order."
                );
                return;
            }
            last = place;
        }
    }
}
