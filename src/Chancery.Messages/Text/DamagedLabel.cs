using Chancery.Messages.Repairs;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>
/// Recognises a label of which a letter is wrong, lost or put in, where what follows tells which it was: an order by its instruction, TAGS by a code,
/// REF by a post and number (text.md 18).
/// </summary>
internal static class DamagedLabel
{
    private const int Farthest = 16;
    private const int LongestWord = 9;

    /// <summary>Reads such a label at the start of a line; <paramref name="length"/> counts it with its sign and the blanks behind.</summary>
    public static bool TryRead(TextContext context, ReadOnlySpan<byte> text, out TextLabel label, out int length)
    {
        (label, length) = (default, 0);
        if (text.Length < 6 || !(Words.IsUpper(text[0]) || Words.IsDigit(text[0])))
        {
            return false;
        }
        var head = text[..Math.Min(text.Length, Farthest)];
        if (TryOrder(text, head, out length))
        {
            label = TextLabel.ExecutiveOrder;
            return true;
        }
        var letters = Words.WordLength(head, 0);
        var sign = Words.SkipBlanks(text, letters);
        if (letters is < 2 or > LongestWord || sign >= text.Length || text[sign] is not ((byte)':' or (byte)';'))
        {
            label = TextLabel.Reference;
            length = sign;
            return IsReference(text[..letters]) && sign > letters && HoldsTelegram(context, text[sign..]);
        }
        length = Words.SkipBlanks(text, sign + 1);
        Span<char> word = stackalloc char[LongestWord];
        for (var i = 0; i < letters; i++)
        {
            // A figure may be a letter whose shift was lost (transmission.md 1.1).
            word[i] = Words.IsDigit(text[i]) ? (char)ShiftTable.ToLetter(text[i]) : char.ToUpperInvariant((char)text[i]);
        }
        label =
            IsNear(word[..letters], "TAGS", 1) && HoldsCode(text[length..]) ? TextLabel.Tags
            : IsNear(word[..letters], "SUBJECT", 2) ? TextLabel.Subject
            : IsNear(word[..letters], "REF", 1) && HoldsTelegram(context, text[length..]) ? TextLabel.Reference
            : TextLabel.DeclassifyOn;
        return label != TextLabel.DeclassifyOn;
    }

    /// <summary><c>REF A POST 12 B POST 13</c>: all signs are lost, the telegram behind tells.</summary>
    private static bool IsReference(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("REF"u8) || word.SequenceEqual("REFS"u8) || word.SequenceEqual("REFTEL"u8);

    private static bool IsNear(ReadOnlySpan<char> word, string label, int limit) =>
        word.Length >= 2 && (EditDistance.Within(word, label, limit) <= limit || EditDistance.IsSwapped(word, label));

    /// <summary><c>E.O. O2958: DECL: …</c>: five signs, three of them digits at least, and the instruction behind.</summary>
    private static bool TryOrder(ReadOnlySpan<byte> text, ReadOnlySpan<byte> head, out int length)
    {
        length = 0;
        var instruction = Words.IndexOf(text[..Math.Min(text.Length, 24)], "DECL"u8, 0, 3);
        if (instruction < 6 || head.IndexOfAny((byte)'E', (byte)'O') is < 0 or > 3)
        {
            return false;
        }
        for (var at = 2; at < instruction; at++)
        {
            var word = Words.WordLength(text, at);
            if (word is >= 4 and <= 6 && at + word <= instruction && Digits(text.Slice(at, word)) >= 3)
            {
                length = at;
                return true;
            }
            at += word;
        }
        return false;
    }

    private static int Digits(ReadOnlySpan<byte> word)
    {
        var digits = 0;
        foreach (var b in word)
        {
            digits += Words.IsDigit(b) ? 1 : 0;
        }
        return digits;
    }

    private static bool HoldsCode(ReadOnlySpan<byte> text)
    {
        var word = Words.WordLength(text, 0);
        return word is 2 or 4 && TagCodes.IsKnown(System.Text.Encoding.ASCII.GetString(text[..word]).ToUpperInvariant());
    }

    private static bool HoldsTelegram(TextContext context, ReadOnlySpan<byte> text)
    {
        var letter =
            text.Length > 3 && text[0] == '(' ? 3
            : text.Length > 2 && text[1] is (byte)'.' or (byte)')' or (byte)' ' ? 2
            : 0;
        return ReferenceWords.TryKnownCable(context, text[Words.SkipBlanks(text, letter)..], out _, out _);
    }
}
