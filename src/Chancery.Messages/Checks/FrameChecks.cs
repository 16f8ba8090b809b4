namespace Chancery.Messages.Checks;

/// <summary>Frame (transmission.md 11.1): start, end, separations, characters and line length.</summary>
internal sealed class FrameChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        LineLength(reading, findings);
    }

    private static void LineLength(MessageReading reading, FindingList findings)
    {
        const int Limit = 69;
        var count = 0;
        var longest = 0;
        var first = default(TextSpan);
        for (var i = 0; i < reading.Lines.Count; i++)
        {
            ref readonly var line = ref reading.Lines[i];
            if (line.TrimmedEnd - line.Start <= Limit)
            {
                continue;
            }
            var length = System.Text.Encoding.UTF8.GetCharCount(reading.Lines.Text(i));
            if (length > Limit)
            {
                first = count++ == 0 ? line.Span : first;
                longest = Math.Max(longest, length);
            }
        }
        if (count > 0)
        {
            findings.Add(
                "TX-103",
                first,
                count == 1
                    ? $"One line has {longest} characters, a line of a message has at most {Limit}."
                    : $"{count} lines are longer than {Limit} characters, the longest has {longest}."
            );
        }
    }
}
