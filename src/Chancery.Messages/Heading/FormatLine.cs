using Chancery.Messages.Text;

namespace Chancery.Messages.Heading;

/// <summary>
/// Tells format lines apart by their shape (transmission.md 1.4, 1.5, 2.3 to 2.10). Every look ends at the first group that does not fit, so that a
/// long line costs no more than a short one.
/// </summary>
internal static class FormatLine
{
    /// <summary>A routing indicator: R or Q and 3 to 7 more letters.</summary>
    public static bool IsRoutingIndicator(ReadOnlySpan<byte> group) =>
        group.Length is >= 4 and <= 8 && group[0] is (byte)'R' or (byte)'Q' && IsUpper(group);

    /// <summary>As <see cref="IsRoutingIndicator(ReadOnlySpan{byte})"/>, of a word that was decoded.</summary>
    public static bool IsRoutingIndicator(ReadOnlySpan<char> group) =>
        group.Length is >= 4 and <= 8 && group[0] is 'R' or 'Q' && !group.ContainsAnyExceptInRange('A', 'Z');

    /// <summary>Nothing but A to Z; false where empty.</summary>
    public static bool IsUpper(ReadOnlySpan<byte> group) => !group.IsEmpty && !group.ContainsAnyExceptInRange((byte)'A', (byte)'Z');

    /// <summary>Nothing but digits; false where empty.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> group) => !group.IsEmpty && !group.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>A letter of Z O P R Y W M.</summary>
    public static bool IsPrecedence(byte letter) =>
        letter is (byte)'Z' or (byte)'O' or (byte)'P' or (byte)'R' or (byte)'Y' or (byte)'W' or (byte)'M';

    /// <summary>Digits as a number; for at most nine of them.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }
        return value;
    }

    /// <summary>The line without blanks in front.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] > ' ')
        {
            return line;
        }
        return line.TrimStart(" \t\0"u8);
    }

    /// <summary>Format line 1 that says so itself: <c>ZCZC</c> or <c>VV</c> before a channel number.</summary>
    public static bool IsChannel(ReadOnlySpan<byte> line)
    {
        var start = line.IndexOfAnyExcept((byte)'V');
        if (start is < 0 or > 8)
        {
            return false;
        }
        var isSacrificial = start > 0;
        var rest = Trim(line[start..]);
        if (rest.StartsWith("ZCZC"u8))
        {
            return IsChannelNumber(Trim(rest[4..]));
        }
        return isSacrificial && rest.Length < line.Length - start && IsChannelNumber(rest);
    }

    /// <summary>A channel number at the start: three letters, perhaps a blank, three or four digits.</summary>
    public static bool IsChannelNumber(ReadOnlySpan<byte> text) => ChannelNumberLength(text) > 0;

    /// <summary>Length of a channel number at the start of <paramref name="text"/>, 0 where there is none.</summary>
    public static int ChannelNumberLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 6 || !IsUpper(text[..3]))
        {
            return 0;
        }
        var at = text[3] == ' ' ? 4 : 3;
        var digits = 0;
        while (at + digits < text.Length && digits < 5 && char.IsAsciiDigit((char)text[at + digits]))
        {
            digits++;
        }
        return digits is 3 or 4 ? at + digits : 0;
    }

    /// <summary>The 43-position header of ACP 128 (R-FL2-128); one dash or a typographic one before the routing is read too.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line)
    {
        if (line.Length < 34 || line[8] != ' ' || !IsUpper(line[..7]) || !char.IsAsciiLetterOrDigit((char)line[7]))
        {
            return false;
        }
        var groups = new GroupCursor(line[8..Math.Min(line.Length, 80)]);
        groups.Next();
        var station = groups.Group;
        if (station.Length is < 10 or > 11 || !IsRoutingIndicator(station[..^4]) || !IsDigits(station[^4..]))
        {
            return false;
        }
        groups.Next();
        var routing = groups.Group;
        return routing.Length > 13 && IsDigits(routing[..7]) && routing[7] == '-' && IsUpper(routing[8..12]) && IsDash(routing[12]);
    }

    /// <summary>Format line 2 of ACP 127: precedence letter twice (<paramref name="isDoubled"/>, else TX-301), then routing indicators only.</summary>
    public static bool IsCalling(ReadOnlySpan<byte> line, out bool isDoubled)
    {
        line = line[BellsLength(line)..];
        isDoubled = line.Length > 1 && line[0] == line[1];
        if (line.Length < 7 || line[2] != ' ' || !IsPrecedence(line[0]) || !IsPrecedence(line[1]))
        {
            return false;
        }
        return IsRoutingIndicators(line[3..]);
    }

    /// <summary>
    /// Format line 2 of ACP 127 with a damaged indicator (TX-401) or letters that are no precedence (TX-308). So weak a shape that the next line must
    /// be format line 3.
    /// </summary>
    public static bool IsDamagedCalling(ReadOnlySpan<byte> line)
    {
        line = line[BellsLength(line)..];
        if (line.Length < 6 || line[2] != ' ' || !IsUpper(line[..2]))
        {
            return false;
        }
        var groups = new GroupCursor(line[3..Math.Min(line.Length, 80)]);
        var isKnown = line[0] == line[1] && IsPrecedence(line[0]);
        while (groups.Next())
        {
            isKnown |= IsRoutingIndicator(groups.Group);
            if (groups.Group.Length > 12)
            {
                return false;
            }
        }
        return isKnown;
    }

    /// <summary>Length of a bell signal before <c>ZZ</c>, printed or as control characters.</summary>
    public static int BellsLength(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("JJJJJSSSSS"u8))
        {
            return 10 + (line.Length - 10 - line[10..].TrimStart(" "u8).Length);
        }
        var end = line.IndexOfAnyExcept("\x07' "u8);
        return end > 0 && line[0] != ' ' ? end : 0;
    }

    /// <summary>A line of routing indicators and nothing else but a closing period.</summary>
    public static bool IsRoutingIndicators(ReadOnlySpan<byte> line)
    {
        var groups = new GroupCursor(line);
        var any = false;
        while (groups.Next())
        {
            var group = groups.Group;
            if (group[^1] == '.')
            {
                group = group[..^1];
            }
            if (!IsRoutingIndicator(group))
            {
                return any && group.IsEmpty;
            }
            any = true;
        }
        return any;
    }

    /// <summary>Format line 3: <c>DE</c> and a routing indicator.</summary>
    public static bool IsStation(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("DE "u8))
        {
            return false;
        }
        var groups = new GroupCursor(line[3..Math.Min(line.Length, 40)]);
        return groups.Next() && IsRoutingIndicator(groups.Group);
    }

    /// <summary>Format line 4 that opens with a security warning.</summary>
    public static bool IsWarning(ReadOnlySpan<byte> line) => line.StartsWith("ZNR "u8) || line.StartsWith("ZNY "u8);

    /// <summary>A lone <c>BT</c>, also <c>B T</c>; whatever follows it must be a validation or end mark.</summary>
    public static bool IsBreak(ReadOnlySpan<byte> line, out int length)
    {
        length =
            line.StartsWith("BT"u8) ? 2
            : line.StartsWith("B T"u8) ? 3
            : 0;
        if (length == 0)
        {
            return false;
        }
        var rest = Trim(line[length..]);
        return rest.IsEmpty || IsValidation(rest) || IsEnd(rest);
    }

    /// <summary><c>BT</c> with the classification line glued behind it: it can only open a text.</summary>
    public static bool IsGluedBreak(ReadOnlySpan<byte> line) => line.StartsWith("BT "u8) && IsClassification(Trim(line[2..]));

    /// <summary>Format line 15 of US networks: <c>#</c> and up to five digits.</summary>
    public static bool IsValidation(ReadOnlySpan<byte> line) =>
        line.Length > 1 && line[0] == '#' && char.IsAsciiDigit((char)line[1]) && ValidationEnds(line);

    /// <summary>Format line 16: three N or more, and no other letter behind them.</summary>
    public static bool IsEnd(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("NNN"u8))
        {
            return false;
        }
        var end = line.IndexOfAnyExcept((byte)'N');
        return end < 0
            || line[end] is (byte)' ' or (byte)'\t'
            || line[end..].StartsWith("UNCLAS"u8)
            || line[end..].StartsWith("MAFVVZCZ"u8);
    }

    /// <summary>The prosigns that open an address: <c>FM</c>, <c>TO</c>, <c>INFO</c>, <c>XMT</c>; <paramref name="length"/> is that of the prosign.</summary>
    public static int Prosign(ReadOnlySpan<byte> line, out int length)
    {
        length = 0;
        if (line.Length < 2)
        {
            return 0;
        }
        var number = line[0] switch
        {
            (byte)'F' when line[1] == 'M' => 6,
            (byte)'T' when line[1] == 'O' => 7,
            (byte)'I' when line.StartsWith("INFO"u8) => 8,
            (byte)'X' when line.StartsWith("XMT"u8) => 9,
            _ => 0,
        };
        length = number switch
        {
            6 or 7 => 2,
            8 => 4,
            9 => 3,
            _ => 0,
        };
        return number > 0 && (line.Length == length || line[length] is (byte)' ' or (byte)'\t' || (number == 9 && line[length] == '/'))
            ? number
            : 0;
    }

    /// <summary>A classification line: level words, and behind them nothing that makes a name of them.</summary>
    public static bool IsClassification(ReadOnlySpan<byte> line) =>
        !line.IsEmpty && (line[0] | 0x20) is 'u' or 'c' or 's' or 't' or 'r' or 'l' or 'f' or 'n' && LevelWord.TryRead(line, out _, out _);

    /// <summary>Format line 10: accounting symbol with or without a group count (R-FL10), a count or SVC being there.</summary>
    public static bool IsAccounting(ReadOnlySpan<byte> line)
    {
        var groups = new GroupCursor(line[..Math.Min(line.Length, 24)]);
        if (!groups.Next())
        {
            return false;
        }
        if (!IsCount(groups.Group, ref groups))
        {
            if (groups.Group.Length is < 2 or > 8 || !IsUpper(groups.Group) || !groups.Next() || !IsCount(groups.Group, ref groups))
            {
                return false;
            }
        }
        return !groups.Next() && line.Length < 24;
    }

    private static bool IsCount(ReadOnlySpan<byte> group, ref GroupCursor groups)
    {
        if (group.SequenceEqual("GRNC"u8) || group.SequenceEqual("SVC"u8))
        {
            return true;
        }
        if (!group.StartsWith("GR"u8))
        {
            return false;
        }
        var digits = group[2..];
        if (digits.IsEmpty)
        {
            return groups.Next() && groups.Group.Length <= 4 && IsDigits(groups.Group);
        }
        return digits.Length <= 4 && IsDigits(digits);
    }

    private static bool ValidationEnds(ReadOnlySpan<byte> line)
    {
        var end = line[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end < 0)
        {
            return line.Length <= 6;
        }
        var rest = Trim(line[(1 + end)..]);
        return end <= 5 && (rest.IsEmpty || IsEnd(rest));
    }

    // 0x97 is the long dash of Windows-1252, 0xE2 opens the typographic dashes of UTF-8.
    private static bool IsDash(byte b) => b is (byte)'-' or 0x97 or 0x96 or 0xE2;
}
