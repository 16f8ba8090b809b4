namespace Chancery.Messages.Heading;

/// <summary>What a page line says (R-PAGE-A, R-PAGE-C). Page lines of post and date-time say no more than their number.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Of">How many pages there are; 0 where not printed.</param>
/// <param name="Station">Place of the routing indicator on the line; empty where none is printed.</param>
/// <param name="Serial">Place of the station serial number without <c>#</c>; empty where none is printed.</param>
/// <param name="End">Where the form ends and a classification may follow.</param>
internal readonly record struct PageMark(int Number, int Of, TextSpan Station, TextSpan Serial, int End)
{
    /// <summary>Takes a line apart that <see cref="PageLine.Is"/> knows.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out PageMark page)
    {
        page = default;
        var groups = new GroupCursor(line);
        if (!groups.Next())
        {
            return false;
        }
        return groups.Group.SequenceEqual("PAGE"u8) ? TryReadNumbered(ref groups, out page) : TryReadOfPost(line, out page);
    }

    private static bool TryReadNumbered(ref GroupCursor groups, out PageMark page)
    {
        page = default;
        if (!groups.Next() || groups.Group.Length > 3 || !FormatLine.IsDigits(groups.Group))
        {
            return false;
        }
        var number = FormatLine.Number(groups.Group);
        page = new PageMark(number, 0, default, default, groups.End);
        if (!groups.Next())
        {
            return true;
        }
        var letters = groups.Group.IndexOfAnyExceptInRange((byte)'A', (byte)'Z');
        if (letters is 0 or > 8 || (letters < 0 && !FormatLine.IsRoutingIndicator(groups.Group)))
        {
            return true;
        }
        var station = new TextSpan(groups.Start, letters < 0 ? groups.Group.Length : letters);
        var start = station.End;
        if (letters < 0)
        {
            if (!groups.Next())
            {
                return true;
            }
            start = groups.Start;
        }
        start += groups.Group[start - groups.Start] == '#' ? 1 : 0;
        var serial = TextSpan.FromBounds(start, groups.End);
        if (!serial.IsEmpty && char.IsAsciiDigit((char)groups.Group[start - groups.Start]))
        {
            page = new PageMark(number, 0, station, serial, groups.End);
        }
        return true;
    }

    private static bool TryReadOfPost(ReadOnlySpan<byte> line, out PageMark page)
    {
        page = default;
        var of = line[^3..];
        var rest = line[..^6].TrimEnd(" O"u8);
        var number = rest[(rest.LastIndexOf((byte)' ') + 1)..];
        var dot = number.IndexOf((byte)'.');
        number = dot < 0 ? number : number[..dot];
        if (number.Length > 3 || !FormatLine.IsDigits(number))
        {
            return false;
        }
        page = new PageMark(FormatLine.Number(number), FormatLine.Number(of), default, default, line.Length);
        return true;
    }
}
