using System.Text;

namespace Chancery.Office;

/// <summary>
/// Cuts texts into words. A word is a run of letters and digits; words that were split by a hyphen, or by blanks between single letters, are known
/// by their joined spelling too.
/// </summary>
internal static class Words
{
    /// <summary>Longer runs are no words but coded matter: their beginning is enough to find them by.</summary>
    public const int Longest = 200;

    /// <summary>Letters from 0x80 to 0x9F of Windows-1252; the rest of that row is no part of words.</summary>
    private static readonly ImmutableDictionary<byte, char> Windows1252 = ImmutableDictionary.CreateRange<byte, char>([
        new(0x83, 'ƒ'),
        new(0x8A, 'Š'),
        new(0x8C, 'Œ'),
        new(0x8E, 'Ž'),
        new(0x9A, 'š'),
        new(0x9C, 'œ'),
        new(0x9E, 'ž'),
        new(0x9F, 'Ÿ'),
    ]);

    /// <summary>The characters of a message: UTF-8 where it is that, else Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (System.Text.Unicode.Utf8.IsValid(raw))
        {
            return Encoding.UTF8.GetString(raw);
        }
        var chars = Encoding.Latin1.GetString(raw).ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (chars[i] is >= '\u0080' and <= '\u009F')
            {
                chars[i] = Windows1252.GetValueOrDefault((byte)chars[i], ' ');
            }
        }
        return new string(chars);
    }

    /// <summary>Adds the words of a text to a list.</summary>
    public static void Cut(ReadOnlySpan<char> text, List<Word> words)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Folding.IsWord(text[i]))
            {
                continue;
            }
            var start = i;
            while (i < text.Length && Folding.IsWord(text[i]))
            {
                i++;
            }
            words.Add(new Word(start, Math.Min(i - start, Longest)));
        }
    }

    /// <summary>The words of a text, folded.</summary>
    public static ImmutableArray<string> Fold(string text)
    {
        var words = new List<Word>();
        Cut(text, words);
        return [.. words.Select(word => Fold(text.AsSpan(word.Start, word.Length))).Where(word => word.Length > 0)];
    }

    /// <summary>One word, folded.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[256] : new char[word.Length * 2];
        return new string(folded[..Folding.Fold(word, folded)]);
    }

    /// <summary>False where no word of a text can have been split, as <see cref="SplitRun"/> would find: told from what stands between them.</summary>
    public static bool MayJoin(ReadOnlySpan<char> text, List<Word> words)
    {
        var singles = 0;
        for (var i = 1; i < words.Count; i++)
        {
            var (left, right) = (words[i - 1], words[i]);
            singles = left.Length == 1 && right.Length == 1 ? singles + 1 : 0;
            if (singles >= 2 || IsHyphenLike(text[left.End]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// How many words from <paramref name="first"/> on are one word that was split; 1 where it was not. Single letters with one blank between
    /// (three at least), and words with a hyphen between that may stand at the end of a line.
    /// </summary>
    public static int SplitRun(ReadOnlySpan<char> text, List<Word> words, int first)
    {
        var last = first;
        while (last + 1 < words.Count && IsSpaced(text, words[last], words[last + 1]))
        {
            last++;
        }
        if (last - first >= 2)
        {
            return last - first + 1;
        }
        last = first;
        var letters = HasLetter(text, words[first]);
        while (last + 1 < words.Count && IsHyphened(text[words[last].End..words[last + 1].Start]))
        {
            last++;
            letters |= HasLetter(text, words[last]);
        }
        // Numbers with hyphens between are dates and telephone numbers, no split words.
        return letters ? last - first + 1 : 1;
    }

    private static bool IsSpaced(ReadOnlySpan<char> text, Word left, Word right) =>
        left.Length == 1
        && right.Length == 1
        && right.Start == left.End + 1
        && text[left.End] == ' '
        && char.IsLetter(text[left.Start])
        && char.IsLetter(text[right.Start]);

    private static bool IsHyphenLike(char c) => c is '-' or '\u2010' or '\u00AD';

    private static bool IsHyphened(ReadOnlySpan<char> between) =>
        between is "-" or "\u2010" or "\u00AD"
        || (between.Length is > 1 and < 8 && between[0] == '-' && between[1] is '\r' or '\n' && between[1..].Trim().IsEmpty);

    private static bool HasLetter(ReadOnlySpan<char> text, Word word)
    {
        foreach (var c in text.Slice(word.Start, word.Length))
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }
        return false;
    }
}
