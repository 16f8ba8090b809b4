namespace Chancery.Messages.Heading;

/// <summary>Format line 3 behind the station, taken apart (R-FL3). Offsets count from the start of the line.</summary>
/// <param name="HasHash">The US form <c>#0817</c>.</param>
/// <param name="Serial">Station serial number with its letter, without <c>#</c>; empty where absent.</param>
/// <param name="Section">Section number behind the serial; -1 where absent.</param>
/// <param name="Filed">The filing time in either form; empty where absent.</param>
internal readonly record struct StationLine(bool HasHash, TextSpan Serial, int Section, TextSpan Filed)
{
    /// <summary>Reads from the current group on; false where one of the groups is damaged or one is too many.</summary>
    public static bool TryRead(ref GroupCursor groups, out StationLine shape)
    {
        shape = new StationLine(false, default, -1, default);
        if (!IsTime(groups.Group))
        {
            if (!TryReadSerial(groups.Group, groups.Start, out shape))
            {
                return false;
            }
            if (!groups.Next())
            {
                return true;
            }
        }
        if (!IsTime(groups.Group))
        {
            return false;
        }
        shape = shape with { Filed = TextSpan.FromBounds(groups.Start, groups.End) };
        return !groups.Next();
    }

    /// <summary>A filing time in either form.</summary>
    public static bool IsTime(ReadOnlySpan<byte> group) =>
        group.Length switch
        {
            7 => FormatLine.IsDigits(group),
            8 => FormatLine.IsDigits(group[..2]) && group[2] == '/' && FormatLine.IsDigits(group[3..7]) && group[7] == 'Z',
            _ => false,
        };

    /// <summary>Reads a serial number with what may stand around it.</summary>
    public static bool TryReadSerial(ReadOnlySpan<byte> group, int start, out StationLine shape)
    {
        shape = default;
        var hasHash = group[0] == '#';
        var from = hasHash ? 1 : 0;
        var digits = group[from..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        digits = digits < 0 ? group.Length - from : digits;
        var end = from + digits;
        if (digits is < 1 or > 4)
        {
            return false;
        }
        if (end < group.Length && char.IsAsciiLetterUpper((char)group[end]))
        {
            end++;
        }
        var section = -1;
        if (end < group.Length)
        {
            if (group.Length - end != 3 || group[end] != '/' || !FormatLine.IsDigits(group[(end + 1)..]))
            {
                return false;
            }
            section = FormatLine.Number(group[(end + 1)..]);
        }
        shape = new StationLine(hasHash, TextSpan.FromBounds(start + from, start + end), section, default);
        return true;
    }
}
