using Chancery.Messages.Heading;

namespace Chancery.Messages.Framing;

/// <summary>
/// Banner lines between two messages. A precedence word, or the second of two classification banners, opens the next message; a single
/// classification banner closes the one before.
/// </summary>
internal struct BannerRun
{
    private (int At, int Line) classification;
    private (int At, int Line) precedence;
    private int classifications;
    private bool hasPrecedence;

    /// <summary>Looks at a line that is not blank.</summary>
    public void Track(ReadOnlySpan<byte> text, int at, int line)
    {
        if (text.StartsWith("CLASSIFICATION:"u8) || FormatLine.IsClassification(text))
        {
            classification = (at, line);
            classifications++;
            hasPrecedence = false;
        }
        else if (IsPrecedenceWord(text))
        {
            precedence = classifications > 0 && !hasPrecedence ? classification : (at, line);
            hasPrecedence = true;
        }
        else
        {
            this = default;
        }
    }

    /// <summary>Where a message begins whose heading starts at <paramref name="at"/>.</summary>
    public readonly (int At, int Line) StartBefore(int at, int line) =>
        hasPrecedence ? precedence
        : classifications > 1 ? classification
        : (at, line);

    private static bool IsPrecedenceWord(ReadOnlySpan<byte> text) =>
        text.Length <= 9
        && (
            text.SequenceEqual("ROUTINE"u8)
            || text.SequenceEqual("PRIORITY"u8)
            || text.SequenceEqual("IMMEDIATE"u8)
            || text.SequenceEqual("FLASH"u8)
        );
}
