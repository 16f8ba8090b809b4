namespace Chancery.Messages.Heading;

/// <summary>The closing BT where its line end was lost: behind the last words of a telegram, or glued to the surname that signs it (text.md TB-5).</summary>
internal static class LastBreak
{
    private const int LongestSurname = 40;
    private const int ShortestSurname = 3;

    /// <summary>Where BT stands on the last line; 0 where it does not.</summary>
    public static int BehindWords(ReadOnlySpan<byte> line)
    {
        if (line.LastIndexOf(" BT #"u8) is > 0 and var found && FormatLine.IsValidation(line[(found + 4)..]))
        {
            return found + 1;
        }
        return line.EndsWith("BT"u8) && IsSurname(line[..^2]) ? line.Length - 2 : 0;
    }

    /// <summary>True for words that end with a surname in capitals, alone on its line or behind a sentence.</summary>
    public static bool IsSurname(ReadOnlySpan<byte> words)
    {
        var end = words.TrimEnd(" "u8);
        var start = end.Length;
        while (start > 0 && (end[start - 1] is >= (byte)'A' and <= (byte)'Z' or (byte)' ' or (byte)'-' or (byte)'\''))
        {
            start--;
        }
        var name = end[start..].Trim(" "u8);
        return name.Length is >= ShortestSurname and <= LongestSurname
            && name.Count((byte)' ') <= 1
            && (start == 0 || end[start - 1] is (byte)'\n' or (byte)'\r' or (byte)'.' or (byte)')' or (byte)'"');
    }
}
