namespace Chancery.Messages.Text;

/// <summary>
/// Letters and figures that look alike, taken for each other when a page was read by machine: <c>OSL0 OOO511</c> (text.md 18). A word of letters gets
/// letters, a number figures; nothing moves, so places stay what they were. The archive's own copies come from no page (AR-9).
/// </summary>
internal static class LikeFigures
{
    /// <summary>The longest text that is looked at.</summary>
    public const int Longest = 48;

    /// <summary>Copies the text with its words and numbers made whole; false where there was nothing to make.</summary>
    public static bool TryTidy(ReadOnlySpan<byte> text, Span<byte> tidy)
    {
        var changed = false;
        var at = 0;
        while (at < text.Length)
        {
            var length = Words.WordLength(text, at);
            if (length == 0)
            {
                tidy[at] = text[at];
                at++;
                continue;
            }
            var word = text.Slice(at, length);
            var (letters, figures, like) = Count(word);
            var isNumber = letters == 0 && like > 0 && figures > 0;
            var isWord = figures == 0 && like > 0 && letters >= 2;
            for (var i = 0; i < length; i++)
            {
                tidy[at + i] =
                    isNumber ? ToFigure(word[i])
                    : isWord ? ToLetter(word[i])
                    : word[i];
                changed |= tidy[at + i] != word[i];
            }
            at += length;
        }
        return changed;
    }

    /// <summary>The figure that a letter looks like; the byte itself where it looks like none.</summary>
    public static byte ToFigure(byte b) =>
        b switch
        {
            (byte)'O' => (byte)'0',
            (byte)'I' or (byte)'l' => (byte)'1',
            _ => b,
        };

    /// <summary>The letter that a figure looks like; the byte itself where it looks like none.</summary>
    public static byte ToLetter(byte b) =>
        b switch
        {
            (byte)'0' => (byte)'O',
            (byte)'1' => (byte)'I',
            _ => b,
        };

    /// <summary>Letters and figures that are nothing else, and signs that may be either.</summary>
    private static (int Letters, int Figures, int Like) Count(ReadOnlySpan<byte> word)
    {
        var (letters, figures, like) = (0, 0, 0);
        foreach (var b in word)
        {
            if (b is (byte)'0' or (byte)'1' or (byte)'O' or (byte)'I' or (byte)'l')
            {
                like++;
            }
            else if (Words.IsDigit(b))
            {
                figures++;
            }
            else
            {
                letters++;
            }
        }
        return (letters, figures, like);
    }
}
