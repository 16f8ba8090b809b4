namespace Chancery.Messages.Text;

/// <summary>Finds the surname that ends a telegram (text.md 14).</summary>
internal static class SignatureLine
{
    private const int Longest = 40;

    /// <summary>The signature, and the lines from which on the text holds no words of its own; they are given to <paramref name="left"/>.</summary>
    public static string? Find(TextLines lines, int first, HashSet<int> left)
    {
        for (var i = lines.End - 1; i > first; i--)
        {
            var span = lines[i];
            if (span.IsEmpty || lines.IsPage(i))
            {
                continue;
            }
            var text = lines.Slice(span);
            if (IsNoise(text))
            {
                left.Add(i);
                continue;
            }
            if (IsSurname(text) && (lines.IsBlank(i - 1) || EndsSentence(lines, i - 1) || lines.IsPage(i - 1)))
            {
                left.Add(i);
                return lines.Decode(span).TrimEnd('.');
            }
            return Behind(lines, span, text);
        }
        return null;
    }

    private static bool EndsSentence(TextLines lines, int index)
    {
        var text = lines.Text(index);
        return !text.IsEmpty && text[^1] is (byte)'.' or (byte)'"' or (byte)'?' or (byte)')' or (byte)'-';
    }

    /// <summary>Behind <c>MINIMIZE CONSIDERED.</c> the signature may stand on the same line.</summary>
    private static string? Behind(TextLines lines, TextSpan span, ReadOnlySpan<byte> text)
    {
        var at = Words.IndexOf(text, "CONSIDERED."u8, 0, 10);
        if (at < 0)
        {
            return null;
        }
        var start = Words.SkipBlanks(text, at + 11);
        return start < text.Length && IsSurname(text[start..])
            ? lines.Decode(TextSpan.FromBounds(span.Start + start, span.End)).TrimEnd('.')
            : null;
    }

    private static bool IsNoise(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept("#. -"u8) < 0
        || (LevelWord.TryRead(text, out _, out var length) && length == text.Length)
        || Words.StartsWord(text, "NNNN"u8)
        || Words.StartsWord(text, "NNN"u8)
        || Words.Equal(text, "BT"u8)
        || Words.Starts(text, "NOTE BY OC"u8);

    /// <summary>One or two words in capitals; no label and no closing of a passage.</summary>
    private static bool IsSurname(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd((byte)'.');
        if (
            text.Length is < 2 or > Longest
            || Words.StartsWord(text, "END"u8)
            || Words.StartsWord(text, "SIPDIS"u8)
            || Words.StartsWord(text, "UNQUOTE"u8)
        )
        {
            return false;
        }
        var words = 1;
        var letters = 0;
        foreach (var b in text)
        {
            words += b == ' ' ? 1 : 0;
            letters += Words.IsUpper(b) || b >= 0x80 ? 1 : 0;
            if (!Words.IsUpper(b) && b < 0x80 && b is not ((byte)' ' or (byte)'-' or (byte)'\'' or (byte)'.' or (byte)','))
            {
                return false;
            }
        }
        return words <= 2 && letters >= 2;
    }
}
