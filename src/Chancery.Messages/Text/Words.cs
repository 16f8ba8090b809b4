using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SystemAscii = System.Text.Ascii;

namespace Chancery.Messages.Text;

/// <summary>Case-blind looks at bytes of the reading view. Words to compare with are given upper-case.</summary>
internal static class Words
{
    public static bool IsLetter(byte b) => (uint)((b | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsUpper(byte b) => (uint)(b - 'A') <= 'Z' - 'A';

    public static bool IsDigit(byte b) => (uint)(b - '0') <= 9;

    public static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t';

    public static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    public static bool IsWordByte(byte b) => IsLetter(b) || IsDigit(b) || b >= 0x80;

    public static bool Equal(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => SystemAscii.EqualsIgnoreCase(text, word);

    public static bool Starts(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && (text[0] | 0x20) == (word[0] | 0x20) && SystemAscii.EqualsIgnoreCase(text[..word.Length], word);

    /// <summary>
    /// The first three letters as one number, capitals; 0 where the text is shorter. Most lines begin with none of the words that are looked
    /// for: one comparison tells.
    /// </summary>
    public static int Key(ReadOnlySpan<byte> text) => text.Length < 3 ? 0 : Key(text[0], text[1], text[2]);

    /// <summary>As <see cref="Key(ReadOnlySpan{byte})"/>, of three letters.</summary>
    public static int Key(int a, int b, int c) => ((a & 0xDF) << 16) | ((b & 0xDF) << 8) | (c & 0xDF);

    /// <summary>True where the text begins with the word and the word does not go on.</summary>
    public static bool StartsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        Starts(text, word) && (text.Length == word.Length || !IsWordByte(text[word.Length]));

    /// <summary>The first position from <paramref name="at"/> on that is neither blank nor tab.</summary>
    public static int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsBlank(text[at]))
        {
            at++;
        }
        return at;
    }

    /// <summary>
    /// Capital letters with blanks between them in front of <paramref name="end"/>: <c>S U B J E C T :</c>. Answers how many were copied, and where the
    /// end stands; 0 where other words stand there, or fewer than three letters.
    /// </summary>
    public static int Unspaced(ReadOnlySpan<byte> text, byte end, Span<byte> letters, out int at)
    {
        at = 0;
        var count = 0;
        while (count < letters.Length && at + 1 < text.Length && IsUpper(text[at]) && (text[at + 1] == ' ' || text[at + 1] == end))
        {
            letters[count++] = text[at];
            at = SkipBlanks(text, at + 1);
        }
        return count >= 3 && at < text.Length && text[at] == end ? count : 0;
    }

    /// <summary>The first position from <paramref name="at"/> on that is neither blank, tab nor line end.</summary>
    public static int SkipSpace(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && IsSpace(text[at]))
        {
            at++;
        }
        return at;
    }

    /// <summary>The position after the last byte before <paramref name="end"/> that is not white space; at least <paramref name="start"/>.</summary>
    public static int TrimEnd(ReadOnlySpan<byte> text, int start, int end)
    {
        while (end > start && IsSpace(text[end - 1]))
        {
            end--;
        }
        return end;
    }

    /// <summary>
    /// The first <paramref name="word"/> in the text, in any case, or -1. Two of its letters, <paramref name="first"/> before
    /// <paramref name="second"/>, are looked for at all places of a block at once: the rarer they are together, the faster.
    /// </summary>
    public static int IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, int first, int second)
    {
        var at = 0;
        if (text.Length >= second + Vector256<byte>.Count)
        {
            var end = text.Length - second - Vector256<byte>.Count;
            var (one, other) = (Vector256.Create((byte)(word[first] | 0x20)), Vector256.Create((byte)(word[second] | 0x20)));
            var small = Vector256.Create((byte)0x20);
            ref var bytes = ref MemoryMarshal.GetReference(text);
            // The last block overlaps the one before: no place is left to be looked at one by one.
            for (; at >= 0; at = at == end ? -1 : Math.Min(at + Vector256<byte>.Count, end))
            {
                var found = (
                    Vector256.Equals(Vector256.LoadUnsafe(ref bytes, (nuint)(at + first)) | small, one)
                    & Vector256.Equals(Vector256.LoadUnsafe(ref bytes, (nuint)(at + second)) | small, other)
                ).ExtractMostSignificantBits();
                for (; found != 0; found &= found - 1)
                {
                    var place = at + BitOperations.TrailingZeroCount(found);
                    if (Starts(text[place..], word))
                    {
                        return place;
                    }
                }
            }
            return -1;
        }
        for (; at + word.Length <= text.Length; at++)
        {
            if (Starts(text[at..], word))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>The digits at <paramref name="at"/> as a number; false where there are none or more than nine.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, int at, out int number, out int length)
    {
        number = 0;
        length = 0;
        while (at + length < text.Length && IsDigit(text[at + length]))
        {
            if (length == 9)
            {
                return false;
            }
            number = (number * 10) + (text[at + length] - '0');
            length++;
        }
        return length > 0;
    }

    /// <summary>The length of the run of letters and digits at <paramref name="at"/>.</summary>
    public static int WordLength(ReadOnlySpan<byte> text, int at)
    {
        var start = at;
        while (at < text.Length && IsWordByte(text[at]))
        {
            at++;
        }
        return at - start;
    }
}
