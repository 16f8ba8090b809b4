namespace Chancery.Office;

/// <summary>Parts a message into portions and says what each asks for (RD-8, RD-12).</summary>
internal static class MessagePortions
{
    /// <summary>The subject where there is one, then the paragraphs in order. Only paragraphs with a mark of their own can open.</summary>
    public static IEnumerable<MessagePortion> Of(Message message)
    {
        var common = Protection.CommonCaveats(message);
        if (message.Subject is { } subject)
        {
            yield return new MessagePortion(null, Need(subject.Portion, subject.Text, common));
        }
        foreach (var paragraph in message.Paragraphs)
        {
            yield return new MessagePortion(
                paragraph,
                paragraph.Portion is null ? null : Need(paragraph.Portion, $"{paragraph.Heading}\n{paragraph.Text}", common)
            );
        }
    }

    private static PortionNeed? Need(Marking? mark, string words, ImmutableArray<string> common)
    {
        if (mark is null)
        {
            return null;
        }
        var caveats = mark.Caveats.IsEmpty
            ? common
            : [.. common.Concat(Caveats.Normal(mark.Caveats)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new PortionNeed(Math.Max(mark.Level.Rank(), MarksInside.Rank(words)), caveats);
    }
}
