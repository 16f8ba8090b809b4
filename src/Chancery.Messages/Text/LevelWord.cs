namespace Chancery.Messages.Text;

/// <summary>Reads level words as classification lines, page lines and banners print them: letter-spaced or not, in any case (text.md CL-2, CL-3, CL-8).</summary>
internal static class LevelWord
{
    /// <summary>
    /// Reads a level at the start of <paramref name="text"/>. <paramref name="length"/> is the number of bytes of the level words.
    /// <c>SECRETARY</c> is none: a letter or digit behind the word refuses it.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Level level, out int length)
    {
        length = 0;
        level = Level.Unclassified;
        switch (text.Length < 3 || (text[1] != ' ' && text[2] != ' ' && !IsFirst(Words.Key(text))) ? 0 : text[0] | 0x20)
        {
            case 'u':
                if (
                    Match(text, "UNCLASSIFIED"u8, ref length)
                    || Match(text, "UNCLASS"u8, ref length)
                    || Match(text, "UNCLAS"u8, ref length)
                )
                {
                    return true;
                }
                return false;
            case 'c':
                level = Level.Confidential;
                if (Match(text, "COSMICTOPSECRET"u8, ref length))
                {
                    level = Level.TopSecret;
                    return true;
                }
                return Match(text, "CONFIDENTIAL"u8, ref length);
            case 's':
                level = Level.Secret;
                if (Match(text, "SECRET"u8, ref length))
                {
                    return true;
                }
                level = Level.Sbu;
                return Match(text, "SENSITIVEBUTUNCLASSIFIED"u8, ref length) || Match(text, "SBU"u8, ref length);
            case 't':
                level = Level.TopSecret;
                return Match(text, "TOPSECRET"u8, ref length);
            case 'r':
                level = Level.Restricted;
                return Match(text, "RESTRICTED"u8, ref length);
            case 'l':
                level = Level.Lou;
                return Match(text, "LIMITEDOFFICIALUSE"u8, ref length) || Match(text, "LOU"u8, ref length);
            case 'f':
                level = Level.Fouo;
                return Match(text, "FOROFFICIALUSEONLY"u8, ref length) || Match(text, "FOUO"u8, ref length);
            case 'n':
                var nato = 0;
                if (!Match(text, "NATO"u8, ref nato))
                {
                    return false;
                }
                var rest = text[nato..];
                var blanks = rest.IndexOfAnyExcept((byte)' ');
                if (blanks <= 0 || !TryRead(rest[blanks..], out level, out var inner))
                {
                    return false;
                }
                length = nato + blanks + inner;
                return true;
            default:
                return false;
        }
    }

    /// <summary>The first three letters of every level, unspaced.</summary>
    private static bool IsFirst(int key) =>
        key
            is (('U' << 16) | ('N' << 8) | 'C')
                or (('C' << 16) | ('O' << 8) | 'N')
                or (('C' << 16) | ('O' << 8) | 'S')
                or (('S' << 16) | ('E' << 8) | 'C')
                or (('S' << 16) | ('E' << 8) | 'N')
                or (('S' << 16) | ('B' << 8) | 'U')
                or (('T' << 16) | ('O' << 8) | 'P')
                or (('R' << 16) | ('E' << 8) | 'S')
                or (('L' << 16) | ('I' << 8) | 'M')
                or (('L' << 16) | ('O' << 8) | 'U')
                or (('F' << 16) | ('O' << 8) | 'R')
                or (('F' << 16) | ('O' << 8) | 'U')
                or (('N' << 16) | ('A' << 8) | 'T');

    /// <summary>Compares letter by letter, skipping blanks in the text, case-blind; refuses a word that goes on.</summary>
    private static bool Match(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, ref int length)
    {
        int at = 0,
            blanks = 0;
        foreach (var letter in word)
        {
            while (at < text.Length && text[at] == ' ' && blanks < 3)
            {
                at++;
                blanks++;
            }
            if (at >= text.Length || (text[at] & 0xDF) != letter)
            {
                return false;
            }
            blanks = 0;
            at++;
        }
        if (at < text.Length && char.IsAsciiLetterOrDigit((char)text[at]))
        {
            return false;
        }
        length = at;
        return true;
    }
}
