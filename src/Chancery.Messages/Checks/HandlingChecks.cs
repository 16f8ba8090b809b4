using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>Speed of service and length of fast messages (transmission.md 3.1, 3.2 P6).</summary>
internal sealed class HandlingChecks : CheckGroup
{
    private const int MostWords = 200;
    private const int MostWordsUnderMinimize = 100;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (!reading.IsWhole || heading.Precedence.Action is not { } precedence)
        {
            return;
        }
        if (precedence is Precedence.Flash or Precedence.Immediate)
        {
            Length(reading, precedence, findings);
        }
        if (
            reading.Options is { Live: true, ReceivedAt: { } received }
            && heading.Station?.Filed is { } filed
            && Objective(precedence) is { } objective
            && received - filed > objective
        )
        {
            findings.Add(
                "TX-306",
                heading.FiledSpan,
                $"The message took {Told(received - filed)} from filing to receipt, the objective of {precedence.Name()} is {Told(objective)}."
            );
        }
    }

    private static void Length(MessageReading reading, Precedence precedence, FindingList findings)
    {
        var place = reading.Heading.FormatLines[12];
        var most =
            precedence == Precedence.Flash && reading.Heading.MessageInstructions.Contains("MIN", StringComparer.Ordinal)
                ? MostWordsUnderMinimize
                : MostWords;
        // A word and its blank are two bytes or more.
        if (place.Length < most * 2 || reading.IsEncrypted)
        {
            return;
        }
        var words = WordCount(reading.Bytes(place));
        if (words > most)
        {
            findings.Add(
                "TX-307",
                place with
                {
                    Length = 1,
                },
                $"The text has {words} words, one of {precedence.Name()} has at most {most}."
            );
        }
    }

    private static int WordCount(ReadOnlySpan<byte> text)
    {
        var words = 0;
        var isInside = false;
        foreach (var b in text)
        {
            var isBlank = b <= ' ';
            words += isInside | isBlank ? 0 : 1;
            isInside = !isBlank;
        }
        return words;
    }

    private static TimeSpan? Objective(Precedence precedence) =>
        precedence switch
        {
            Precedence.Flash => TimeSpan.FromMinutes(10),
            Precedence.Immediate => TimeSpan.FromMinutes(30),
            Precedence.Priority => TimeSpan.FromHours(3),
            Precedence.Routine => TimeSpan.FromHours(6),
            _ => null,
        };

    private static string Told(TimeSpan time) =>
        time.TotalMinutes < 120 ? $"{(int)time.TotalMinutes} minutes" : $"{(int)time.TotalHours} hours";
}
