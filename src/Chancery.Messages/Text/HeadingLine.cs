namespace Chancery.Messages.Text;

/// <summary>What makes a line a heading (text.md 13, headings).</summary>
internal static class HeadingLine
{
    /// <summary>A longer line is no heading.</summary>
    public const int Longest = 70;

    private const int ShortestRule = 3;

    /// <summary>More words behind a rule are a sentence.</summary>
    private const int LongestHeading = 40;

    public static bool IsRuleByte(byte b) => b is (byte)'-' or (byte)'=' or (byte)'_' or (byte)'#' or (byte)'*' or (byte)'.';

    /// <summary>
    /// What is left of a line without the rules of three or more at its ends: all of it where it has none, nothing where it is a rule.
    /// A line that ends in full stops only is prose.
    /// </summary>
    public static TextSpan WithoutRules(ReadOnlySpan<byte> text)
    {
        int start = 0,
            end = text.Length,
            before = 0,
            behind = 0;
        for (; start < end && (IsRuleByte(text[start]) || text[start] == ' '); start++)
        {
            before += text[start] == ' ' ? 0 : 1;
        }
        if (start == end)
        {
            return before >= ShortestRule ? default : new TextSpan(0, text.Length);
        }
        for (; IsRuleByte(text[end - 1]) || text[end - 1] == ' '; end--)
        {
            behind += text[end - 1] is (byte)' ' or (byte)'.' ? 0 : 1;
        }
        var isHeading = behind >= ShortestRule || (before >= ShortestRule && end - start <= LongestHeading);
        return isHeading && end - start <= Longest ? TextSpan.FromBounds(start, end) : new TextSpan(0, text.Length);
    }

    /// <summary>Capitals without a sentence's end.</summary>
    public static bool IsCapitals(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[^1] is (byte)'.' or (byte)'?' or (byte)'!' or (byte)';' or (byte)',' or (byte)'/')
        {
            return false;
        }
        var capitals = 0;
        foreach (var b in text)
        {
            if (b is >= (byte)'a' and <= (byte)'z')
            {
                return false;
            }
            capitals += Words.IsUpper(b) ? 1 : 0;
        }
        return capitals >= 3;
    }
}
