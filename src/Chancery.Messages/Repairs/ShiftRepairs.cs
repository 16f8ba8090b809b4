using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Repairs;

/// <summary>Proposals where the figures shift was lost and letters stand for digits: <c>WOQWWQZ SEP 08</c> is 291221Z SEP 08.</summary>
internal static class ShiftRepairs
{
    private const int Longest = 80;

    /// <summary>TX-108, TX-609: a line that is format line 3 or 5 when its letters are read as the digits of the same code.</summary>
    public static Fix? FormatLine(RepairSite site) =>
        Read(site.Bytes) is { } read
            ? site.Replace(
                "Read the letters as figures (lost shift)",
                read.Span with
                {
                    Start = site.Place.Start + read.Span.Start,
                },
                read.Text,
                isSafe: false
            )
            : null;

    /// <summary>The groups of a line that make it format line 3 or 5, with what they say then; null where they do not.</summary>
    public static (TextSpan Span, string Text)? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length > Longest)
        {
            return null;
        }
        var shifted = line.ToArray();
        var groups = new GroupCursor(line);
        var first = -1;
        var last = -1;
        while (groups.Next())
        {
            if (!TryShift(shifted.AsSpan(groups.Start, groups.End - groups.Start)))
            {
                continue;
            }
            first = first < 0 ? groups.Start : first;
            last = groups.End;
            if (IsFormatLine(shifted))
            {
                return (TextSpan.FromBounds(first, last), Encoding.ASCII.GetString(shifted[first..last]));
            }
        }
        return null;
    }

    /// <summary>Turns a group of digits, letters that have a digit, and a <c>#</c> before or a zone letter behind into digits.</summary>
    private static bool TryShift(Span<byte> group)
    {
        var start = group[0] == '#' ? 1 : 0;
        var end = group.Length > 6 && group[^1] == 'Z' ? group.Length - 1 : group.Length;
        var changed = false;
        for (var i = start; i < end; i++)
        {
            if (!char.IsAsciiDigit((char)group[i]) && !ShiftTable.HasDigit(group[i]))
            {
                return false;
            }
            changed |= ShiftTable.HasDigit(group[i]);
        }
        if (!changed || end - start < 4)
        {
            return false;
        }
        for (var i = start; i < end; i++)
        {
            group[i] = ShiftTable.ToFigure(group[i]);
        }
        return true;
    }

    private static bool IsFormatLine(ReadOnlySpan<byte> line)
    {
        if (DtgLine.TryRead(line, out _))
        {
            return true;
        }
        var groups = new GroupCursor(line);
        return groups.Next()
            && groups.Group.SequenceEqual("DE"u8)
            && groups.Next()
            && Heading.FormatLine.IsRoutingIndicator(groups.Group)
            && groups.Next()
            && StationLine.TryRead(ref groups, out var station)
            && !station.Filed.IsEmpty;
    }
}
