namespace Chancery.Messages.Heading;

/// <summary>Page lines inside a message (transmission.md 1.7; text.md N-7): they belong to no format line and are cut, never edited.</summary>
internal static class PageLine
{
    /// <summary>Any of the known forms; the line comes without blanks around it.</summary>
    public static bool Is(ReadOnlySpan<byte> line) =>
        line.Length >= 11
        && (
            Text.Words.Starts(line, "PAGE "u8)
                ? IsPageOfPages(line[5..]) || (line.StartsWith("PAGE "u8) && IsNumberedPage(line[5..]))
                : line[^4] == ' ' && IsPostPage(line)
        );

    /// <summary>A page line that came behind a prosign, such as <c>TO PAGE 02  POST  012345  071504Z</c>; the prosign stays in force.</summary>
    public static bool IsBehindProsign(ReadOnlySpan<byte> rest)
    {
        rest = FormatLine.Trim(rest);
        return rest.StartsWith("PAGE "u8) && Is(rest);
    }

    /// <summary><c>Page 2 of 3</c> and nothing else: what a printer put between the lines.</summary>
    private static bool IsPageOfPages(ReadOnlySpan<byte> rest)
    {
        var groups = new GroupCursor(rest);
        return groups.Next()
            && groups.Group.Length <= 3
            && FormatLine.IsDigits(groups.Group)
            && groups.Next()
            && Text.Words.Equal(groups.Group, "OF"u8)
            && groups.Next()
            && groups.Group.Length <= 3
            && FormatLine.IsDigits(groups.Group)
            && !groups.Next();
    }

    /// <summary>Behind <c>PAGE</c>: number, station and serial (R-PAGE-A), or number, post, number and date-time (R-PAGE-B).</summary>
    private static bool IsNumberedPage(ReadOnlySpan<byte> rest)
    {
        var groups = new GroupCursor(rest);
        if (!groups.Next() || groups.Group.Length > 3 || !FormatLine.IsDigits(groups.Group) || !groups.Next())
        {
            return false;
        }
        return IsStation(groups.Group, ref groups) || IsPost(rest);
    }

    private static bool IsStation(ReadOnlySpan<byte> group, ref GroupCursor groups)
    {
        var letters = group.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
        if (letters < 0)
        {
            return FormatLine.IsRoutingIndicator(group) && groups.Next() && IsSerial(groups.Group);
        }
        return letters >= 4 && FormatLine.IsRoutingIndicator(group[..Math.Min(letters, 8)]) && IsSerial(group[letters..]);
    }

    private static bool IsSerial(ReadOnlySpan<byte> group)
    {
        group = !group.IsEmpty && group[0] == '#' ? group[1..] : group;
        var digits = group.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits < 0 ? group.Length is >= 1 and <= 4 : digits is >= 1 and <= 4 && digits == group.Length - 1;
    }

    /// <summary>A post with a number of five or six digits (text.md AR-1); behind it, section marks between allowed, six digits and Z.</summary>
    private static bool IsPost(ReadOnlySpan<byte> rest)
    {
        if (rest.Length > 60)
        {
            return false;
        }
        var groups = new GroupCursor(rest);
        var hasNumber = false;
        var isPost = false;
        var last = ReadOnlySpan<byte>.Empty;
        while (groups.Next())
        {
            last = groups.Group;
            isPost |= FormatLine.IsUpper(last);
            hasNumber |= last.Length is 5 or 6 && FormatLine.IsDigits(last);
        }
        return hasNumber
            && (
                (isPost && last.Length is 5 or 6 && FormatLine.IsDigits(last))
                || (last.Length == 7 && last[6] == 'Z' && FormatLine.IsDigits(last[..6]))
            );
    }

    /// <summary><c>POST 00000881  002 OF 002</c>: eight digits, then page of pages, also <c>001.2 OF 003</c> (R-PAGE-C).</summary>
    private static bool IsPostPage(ReadOnlySpan<byte> line)
    {
        if (line.Length > 69 || !FormatLine.IsDigits(line[^3..]) || !line[..^4].EndsWith(" OF"u8))
        {
            return false;
        }
        var groups = new GroupCursor(line[..^7]);
        var isPost = false;
        while (groups.Next())
        {
            if (groups.Group.Length == 8 && FormatLine.IsDigits(groups.Group))
            {
                return isPost && groups.Next() && groups.Group.IndexOfAnyExcept("0123456789."u8) < 0 && !groups.Next();
            }
            if (!FormatLine.IsUpper(groups.Group))
            {
                return false;
            }
            isPost = true;
        }
        return false;
    }
}
