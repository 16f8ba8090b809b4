using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Finds known captions in bytes (text.md CP-1, CP-2).</summary>
internal static class CaptionWords
{
    /// <summary>By first letter, the longest first.</summary>
    private static readonly Lazy<(byte[] Word, string Name)[][]> Known = new(Load);

    /// <summary>
    /// Reads the longest known caption at the start of the text. <paramref name="glued"/> allows another word right behind it, as in
    /// <c>NODISSTADIS</c>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, bool glued, out string caption, out int length)
    {
        foreach (var (word, name) in text.IsEmpty || !Words.IsLetter(text[0]) ? [] : Known.Value[text[0] & 31])
        {
            if (glued ? Words.Starts(text, word) : Words.StartsWord(text, word))
            {
                (caption, length) = (name, word.Length);
                return true;
            }
            if (SpacedLength(text, word) is var spaced and > 0)
            {
                (caption, length) = (name, spaced);
                return true;
            }
        }
        (caption, length) = ("", 0);
        return false;
    }

    /// <summary>The length of a word printed with a blank between its letters, or 0 (<c>N O F O R N</c>).</summary>
    public static int SpacedLength(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word)
    {
        if (text.Length < 3 || text[1] != ' ' || (text[0] & 0xDF) != word[0])
        {
            return 0;
        }
        var at = 0;
        foreach (var letter in word)
        {
            if (letter == ' ')
            {
                at = Words.SkipBlanks(text, at);
                continue;
            }
            if (at >= text.Length || (text[at] & 0xDF) != letter)
            {
                return 0;
            }
            at++;
            if (at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }
        return at > 0 && text[at - 1] == ' ' ? at - 1 : at;
    }

    private static (byte[] Word, string Name)[][] Load()
    {
        var byLetter = Captions
            .All.Where(caption => caption != "US")
            .OrderByDescending(caption => caption.Length)
            .ToLookup(caption => caption[0] & 31, caption => (Encoding.ASCII.GetBytes(caption), caption));
        return [.. Enumerable.Range(0, 32).Select(letter => byLetter[letter].ToArray())];
    }
}
