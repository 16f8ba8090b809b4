namespace Chancery.Gateways.Circuits;

/// <summary>The few lines by which transmissions are told apart while they come in (transmission.md 1.6). Every look ends at the first byte that does not fit.</summary>
internal static class CircuitSigns
{
    /// <summary>The line without blanks and functions around it.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        while (!line.IsEmpty && IsFunction(line[0]))
        {
            line = line[1..];
        }
        while (!line.IsEmpty && IsFunction(line[^1]))
        {
            line = line[..^1];
        }
        return line;
    }

    /// <summary>Format line 1 that says so itself: sacrificial V and <c>ZCZC</c>, or <c>VV</c> and blanks, before a channel number.</summary>
    public static bool IsChannel(ReadOnlySpan<byte> line)
    {
        var letters = line.IndexOfAnyExcept((byte)'V');
        if (letters is < 1 or > 8)
        {
            return false;
        }
        var rest = line[letters..];
        if (rest.StartsWith("ZCZC"u8))
        {
            return IsNumber(rest[4..].TrimStart((byte)' '));
        }
        return letters > 1 && rest.Length > 0 && rest[0] == ' ' && IsNumber(rest.TrimStart((byte)' '));
    }

    /// <summary>A line that begins a transmission where none is under way: format line 1 in any form, or format line 2.</summary>
    public static bool IsStart(ReadOnlySpan<byte> line) => IsChannel(line) || IsBareNumber(line) || IsCalling(line) || IsHeader(line);

    /// <summary>The end mark; one letter less or more is taken as meant (TX-113).</summary>
    public static bool IsEnd(ReadOnlySpan<byte> line) => line.Length is >= 3 and <= 5 && line.IndexOfAnyExcept((byte)'N') < 0;

    /// <summary>A channel number at the start: three letters, three or four digits.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> text) => NumberLength(text) > 0;

    private static int NumberLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 6 || text[..3].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') >= 0)
        {
            return 0;
        }
        var at = text[3] == ' ' ? 4 : 3;
        var rest = text[at..];
        var digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? rest.Length : digits;
        return digits is 3 or 4 ? at + digits : 0;
    }

    /// <summary>Nothing but channel numbers and perhaps a security prosign.</summary>
    private static bool IsBareNumber(ReadOnlySpan<byte> line)
    {
        var length = NumberLength(line);
        if (length == 0)
        {
            return false;
        }
        while (length > 0)
        {
            line = line[length..].TrimStart((byte)' ');
            length = NumberLength(line);
        }
        return line.IsEmpty || line.SequenceEqual("UU"u8) || line.SequenceEqual("HH"u8);
    }

    /// <summary>Format line 2: a precedence letter twice, then a routing indicator.</summary>
    private static bool IsCalling(ReadOnlySpan<byte> line) =>
        line.Length >= 6
        && line[0] == line[1]
        && line[2] == ' '
        && "ZOPRYWM"u8.Contains(line[0])
        && line[3..Math.Min(line.Length, 6)].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0;

    /// <summary>The header of ACP 128 in its fixed places.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> line) =>
        line.Length >= 36
        && "ZOPRYWM"u8.Contains(line[0])
        && line[8] == ' '
        && line[..7].IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0
        && line[9..Math.Min(line.Length, 40)].IndexOf("--"u8) > 0;

    private static bool IsFunction(byte b) => b is <= (byte)' ' or 0x7F;
}
