namespace Chancery.Messages.Text;

/// <summary>Labels that open a passage: summary, comment, note, action request (text.md 13).</summary>
internal static class PassageLabel
{
    /// <summary>
    /// Reads a label at the start of a paragraph's words or of a heading. <paramref name="length"/> counts it with its colon, full stop or
    /// dashes, <paramref name="wordsLength"/> without them.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out string label, out int wordsLength, out int length)
    {
        label = "";
        wordsLength = 0;
        length = 0;
        var at = 0;
        while (at < text.Length && text[at] is (byte)'(' or (byte)'-' or (byte)' ' or (byte)'[')
        {
            at++;
        }
        if (Words.StartsWord(text[at..], "BEGIN"u8))
        {
            at = Words.SkipSpace(text, at + 5);
        }
        if (at >= text.Length || (text[at] & 0xDF) is not ('S' or 'C' or 'N' or 'A' or 'B') || Word(text[at..]) is not ({ } name, var word))
        {
            return false;
        }
        at += word;
        wordsLength = at;
        var end = Words.SkipBlanks(text, at);
        var closed = end >= text.Length || text[end] is (byte)'\n' or (byte)'\r';
        while (end < text.Length && text[end] is (byte)':' or (byte)'.' or (byte)'-' or (byte)')' or (byte)']' or (byte)' ')
        {
            closed |= text[end] is not (byte)' ';
            end++;
        }
        if (!closed)
        {
            return false;
        }
        (label, length) = (name, Words.SkipSpace(text, end));
        return true;
    }

    private static (string? Name, int Length) Word(ReadOnlySpan<byte> text) =>
        Words.StartsWord(text, "SUMMARY AND ACTION REQUEST"u8) ? ("summary", 26)
        : Words.StartsWord(text, "SUMMARY AND INTRODUCTION"u8) ? ("summary", 24)
        : Words.StartsWord(text, "SUMMARY AND COMMENT"u8) ? ("summary", 19)
        : Words.StartsWord(text, "SUMMARY/COMMENT"u8) ? ("summary", 15)
        : Words.StartsWord(text, "SUMMARY"u8) ? ("summary", 7)
        : Words.StartsWord(text, "SUMMAY"u8) ? ("summary", 6)
        : Words.StartsWord(text, "COMMENT AND ACTION REQUEST"u8) ? ("comment", 26)
        : Words.StartsWord(text, "COMMENTS"u8) ? ("comment", 8)
        : Words.StartsWord(text, "COMMENT"u8) ? ("comment", 7)
        : Words.StartsWord(text, "BIO NOTE"u8) ? ("note", 8)
        : Words.StartsWord(text, "NOTE"u8) ? ("note", 4)
        : Words.StartsWord(text, "ACTION REQUESTED"u8) ? ("action request", 16)
        : Words.StartsWord(text, "ACTION REQUESTS"u8) ? ("action request", 15)
        : Words.StartsWord(text, "ACTION REQUEST"u8) ? ("action request", 14)
        : (null, 0);
}
