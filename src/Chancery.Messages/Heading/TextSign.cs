namespace Chancery.Messages.Heading;

/// <summary>Lines that can only stand in a text: an address that no BT ends, ends before them (text.md TB-2).</summary>
internal static class TextSign
{
    /// <summary>A set, a general message title, a passing line, a paragraph number, a subject or E.O. line; without blanks in front.</summary>
    public static bool Is(ReadOnlySpan<byte> line) =>
        line.IsEmpty
            ? false
            : line[0] switch
            {
                (byte)'M' => line.StartsWith("MSGID/"u8),
                (byte)'S' => line.StartsWith("SUBJ"u8)
                    && line.Length > 4
                    && (line[4] is (byte)'/' or (byte)':' || line.StartsWith("SUBJECT:"u8)),
                (byte)'R' => line.StartsWith("REF/"u8) || line.StartsWith("RMKS/"u8),
                (byte)'G' => line.StartsWith("GENTEXT/"u8),
                (byte)'P' => line.StartsWith("PASS TO "u8) || line.StartsWith("PLEASE PASS"u8),
                (byte)'E' => line.StartsWith("E.O. "u8),
                (byte)'*' => line.StartsWith("***"u8),
                (byte)'1' => line.StartsWith("1. "u8),
                _ => false,
            } || IsTitle(line);

    /// <summary>Title and serial alone on a line, such as <c>NAVADMIN 161/05</c>.</summary>
    private static bool IsTitle(ReadOnlySpan<byte> line)
    {
        if (line.Length is < 8 or > 24 || !char.IsAsciiDigit((char)line[^1]))
        {
            return false;
        }
        var groups = new GroupCursor(line);
        if (!groups.Next() || groups.Group.Length < 4 || !FormatLine.IsUpper(groups.Group) || !groups.Next())
        {
            return false;
        }
        var slant = groups.Group.IndexOf((byte)'/');
        return slant is >= 1 and <= 3
            && FormatLine.IsDigits(groups.Group[..slant])
            && FormatLine.IsDigits(groups.Group[(slant + 1)..])
            && groups.Group.Length - slant <= 5
            && !groups.Next();
    }
}
