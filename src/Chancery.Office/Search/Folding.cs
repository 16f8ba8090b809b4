namespace Chancery.Office;

/// <summary>Folds case and accents away, so that words meet however they were written.</summary>
internal static class Folding
{
    /// <summary>What U+00C0 to U+017F become, one letter each; those that become two are in <see cref="Fold"/>, a full stop is none.</summary>
    private const string Latin =
        "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkklllllllllln"
        + "nnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>By character below U+0080: what it becomes in a word, 0 where it belongs to none.</summary>
    public static ReadOnlySpan<byte> AsciiWord =>
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"u8
        + "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\00123456789\0\0\0\0\0\0"u8
        + "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"u8;

    /// <summary>True where a character belongs to a word.</summary>
    public static bool IsWord(char c) =>
        c < 0x80 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c);

    /// <summary>Puts the folded form of a word into a buffer of at least twice its length; answers how long it is.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> folded)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (c < 0x80)
            {
                folded[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
            }
            else if (!IsMark(c))
            {
                length = FoldWide(c, folded, length);
            }
        }
        return length;
    }

    private static bool IsMark(char c) => c is >= '\u0300' and <= '\u036F';

    private static int FoldWide(char c, Span<char> folded, int length)
    {
        var pair = c switch
        {
            'Æ' or 'æ' => "ae",
            'Þ' or 'þ' => "th",
            'ß' or 'ẞ' => "ss",
            'Ĳ' or 'ĳ' => "ij",
            'Œ' or 'œ' => "oe",
            _ => null,
        };
        if (pair is not null)
        {
            folded[length] = pair[0];
            folded[length + 1] = pair[1];
            return length + 2;
        }
        folded[length] =
            c is >= '\u00C0' and <= '\u017F' && Latin[c - '\u00C0'] is not '.' and var plain ? plain : char.ToLowerInvariant(c);
        return length + 1;
    }
}
