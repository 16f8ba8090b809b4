namespace Chancery.Messages.Text;

/// <summary>Quoted texts inside a telegram: what stands in them is not parsed as its structure (text.md 1).</summary>
internal static class Quotation
{
    /// <summary>True where a quotation opens on this line.</summary>
    public static bool Opens(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= 80
        && (text[0] & 0xDF) is ('B' or 'Q')
        && (
            Words.StartsWord(text, "BEGIN TEXT"u8)
            || Words.StartsWord(text, "BEGIN QUOTE"u8)
            || Words.StartsWord(text, "BEGIN POINTS"u8)
            || (Words.StartsWord(text, "QUOTE"u8) && text.Length <= 7)
        );

    /// <summary>The line after the one that closes a quotation, looked for from <paramref name="index"/> on; -1 where none does.</summary>
    public static int Close(TextLines lines, int index)
    {
        for (var i = index; i < lines.End; i++)
        {
            if (Closes(lines.Text(i)))
            {
                return i + 1;
            }
        }
        return -1;
    }

    private static bool Closes(ReadOnlySpan<byte> text) =>
        text.Length > 0
        && (text[0] & 0xDF) is ('E' or 'U')
        && (
            Words.StartsWord(text, "END TEXT"u8)
            || Words.StartsWord(text, "END QUOTE"u8)
            || Words.StartsWord(text, "END POINTS"u8)
            || Words.StartsWord(text, "UNQUOTE"u8)
        );
}
