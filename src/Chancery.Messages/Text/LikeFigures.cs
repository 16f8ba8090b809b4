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
            var signs = Count(word);
            var isNumber = signs.IsNumber && word[^1] is not ((byte)'S' or (byte)'B');
            for (var i = 0; i < length; i++)
            {
                tidy[at + i] =
                    isNumber ? ToFigure(word[i])
                    : signs.IsWord ? ToLetter(word[i])
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
            (byte)'S' => (byte)'5',
            (byte)'B' => (byte)'8',
            _ => b,
        };

    /// <summary>The letter that a figure looks like; the byte itself where it looks like none.</summary>
    public static byte ToLetter(byte b) =>
        b switch
        {
            (byte)'0' => (byte)'O',
            (byte)'1' => (byte)'I',
            (byte)'5' => (byte)'S',
            (byte)'8' => (byte)'B',
            _ => b,
        };

    private static Signs Count(ReadOnlySpan<byte> word)
    {
        var signs = default(Signs);
        foreach (var b in word)
        {
            switch (b)
            {
                case (byte)'0' or (byte)'1' or (byte)'O' or (byte)'I' or (byte)'l':
                    signs.Like++;
                    break;
                case (byte)'S' or (byte)'B':
                    signs.RarelyFigures++;
                    break;
                case (byte)'5' or (byte)'8':
                    signs.RarelyLetters++;
                    break;
                case >= (byte)'0' and <= (byte)'9':
                    signs.Figures++;
                    break;
                default:
                    signs.Letters++;
                    break;
            }
        }
        return signs;
    }

    /// <summary>What a word is made of. S and 5, B and 8 are taken for each other once in a word: they look less alike than O and 0.</summary>
    private struct Signs
    {
        public int Letters;
        public int Figures;
        public int Like;
        public int RarelyFigures;
        public int RarelyLetters;

        public readonly bool IsNumber => Letters == 0 && RarelyFigures <= 1 && Like + RarelyFigures > 0 && Figures + RarelyLetters > 0;

        public readonly bool IsWord => Figures == 0 && RarelyLetters <= 1 && Like + RarelyLetters > 0 && Letters + RarelyFigures >= 2;
    }
}
