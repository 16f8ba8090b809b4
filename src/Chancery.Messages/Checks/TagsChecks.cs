namespace Chancery.Messages.Checks;

/// <summary>The TAGS (text.md 9).</summary>
internal sealed class TagsChecks : CheckGroup
{
    private const int FirstYearOfLaterCodes = 1990;

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
        CheckOldCodes(reading, findings);
    }

    /// <summary>Codes of the seventies that later ones replaced (TG-11).</summary>
    private static void CheckOldCodes(MessageReading reading, FindingList findings)
    {
        if (reading.Heading.Dtg?.Utc?.Year is not >= FirstYearOfLaterCodes)
        {
            return;
        }
        var tags = reading.Text.Tags;
        for (var i = 0; i < tags.Length; i++)
        {
            if (LaterCode(tags[i].Code) is { } later)
            {
                findings.Add("TG-11", reading.Text.TagSpans[i], $"The TAG {tags[i].Code} is an old code; {later} took its place.");
            }
        }
    }

    private static string? LaterCode(string code) =>
        code switch
        {
            "PFOR" => "PREL",
            "SHUM" => "PHUM",
            "SREF" => "PREF",
            "PBOR" => "PBTS",
            _ => null,
        };

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
