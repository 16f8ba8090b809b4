namespace Chancery.Messages.Sections;

/// <summary>Chooses among several copies of one section: a corrected copy, then the latest repetition, then fewest findings, then the longest.</summary>
internal static class SectionCopies
{
    public static Message Best(IReadOnlyList<Message> copies)
    {
        var best = 0;
        for (var i = 1; i < copies.Count; i++)
        {
            best = Compare(copies, i, best) > 0 ? i : best;
        }
        return copies[best];
    }

    private static int Compare(IReadOnlyList<Message> copies, int a, int b)
    {
        var (one, other) = (copies[a], copies[b]);
        var order = IsCorrected(one).CompareTo(IsCorrected(other));
        order = order != 0 ? order : (IsRepetition(one) ? a : -1).CompareTo(IsRepetition(other) ? b : -1);
        order = order != 0 ? order : other.Findings.Length.CompareTo(one.Findings.Length);
        return order != 0 ? order : one.Raw.Length.CompareTo(other.Raw.Length);
    }

    private static bool IsCorrected(Message message) =>
        message.Captions.Contains("CORRECTED COPY") || message.Transmission.MessageInstructions.Any(signal => signal is "ZDS" or "ZEL");

    private static bool IsRepetition(Message message) =>
        message.Transmission.Instructions.Any(i => i.Signal == "ZDK")
        || message.Transmission.MessageInstructions.Contains("ZDK")
        || message.Transmission.Called?.ContentIndicator?.StartsWith("ZDK", StringComparison.Ordinal) == true;
}
