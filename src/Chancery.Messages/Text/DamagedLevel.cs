using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Reads a letter-spaced level with letters wrong (text.md CL-3).</summary>
internal static class DamagedLevel
{
    /// <summary>So many letters of a spaced word may stand without a blank between them.</summary>
    private const int MostGlued = 3;

    /// <summary>So many letters of the longest level may be wrong.</summary>
    private const int MostFaults = 3;

    /// <summary>
    /// A letter-spaced word with letters lost or changed, or with letters where its blanks stood: of all ends it may have the one that makes a level
    /// with the fewest faults, of two such ends the later; of the levels it may be, the highest.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out Level level, out int length)
    {
        (level, length) = (Level.Unclassified, 0);
        Span<char> letters = stackalloc char[24];
        int count = 0,
            at = 0,
            single = 0,
            best = int.MaxValue;
        while (at < text.Length)
        {
            var end = text[at..].IndexOf((byte)' ') is >= 0 and var blank ? at + blank : text.Length;
            if (end - at > MostGlued || count + end - at > letters.Length || !TakeLetters(text[at..end], letters[count..]))
            {
                break;
            }
            count += end - at;
            single += end - at == 1 ? 1 : 0;
            if (count >= 5 && single >= 4 && Nearest(letters[..count], out var near) is var faults && faults <= best)
            {
                (best, level, length) = (faults, near, end);
            }
            at = Words.SkipBlanks(text, end);
        }
        return best <= MostFaults;
    }

    /// <summary>A level in one word with one letter wrong: <c>CONFIDENTlAL</c>.</summary>
    public static bool TryNear(ReadOnlySpan<byte> text, out Level level, out int length)
    {
        level = Level.Unclassified;
        length = Words.WordLength(text, 0);
        if (length is < 5 or > 13 || !Words.IsUpper(text[0]))
        {
            return false;
        }
        Span<char> letters = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            letters[i] = char.ToUpperInvariant((char)text[i]);
        }
        level = EditDistance.Within(letters, "CONFIDENTIAL", 1) == 1 ? Level.Confidential : Level.Unclassified;
        return level == Level.Confidential
            || EditDistance.Within(letters, "UNCLASSIFIED", 1) == 1
            || EditDistance.Within(letters, "UNCLAS", 1) == 1;
    }

    /// <summary>The letters of a word; figures that look like them count.</summary>
    private static bool TakeLetters(ReadOnlySpan<byte> word, Span<char> letters)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var letter = LikeFigures.ToLetter(word[i]);
            if (!Words.IsLetter(letter))
            {
                return false;
            }
            letters[i] = (char)(letter & 0xDF);
        }
        return true;
    }

    /// <summary>How far a word is from the level it is most likely meant for; beyond <see cref="MostFaults"/> where from all.</summary>
    private static int Nearest(ReadOnlySpan<char> word, out Level level)
    {
        (level, var faults) = (Level.Unclassified, MostFaults + 1);
        foreach (
            var (name, read, limit) in (ReadOnlySpan<(string, Level, int)>)
                [
                    ("TOPSECRET", Level.TopSecret, 2),
                    ("SECRET", Level.Secret, 1),
                    ("CONFIDENTIAL", Level.Confidential, MostFaults),
                    ("RESTRICTED", Level.Restricted, 2),
                ]
        )
        {
            if (EditDistance.Within(word, name, limit) is var found && found <= limit && found < faults)
            {
                (level, faults) = (read, found);
            }
        }
        return faults;
    }
}
