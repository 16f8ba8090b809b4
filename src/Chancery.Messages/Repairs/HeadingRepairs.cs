using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Repairs;

/// <summary>Repairs of heading and ending (transmission.md 11.1 to 11.5).</summary>
internal static class HeadingRepairs
{
    private const string EndSign = "NNNN";

    /// <summary>TX-113: the end mark has four N; fewer can be nothing else.</summary>
    public static Fix? EndMark(RepairSite site)
    {
        var mark = Encoding.ASCII.GetBytes(site.Reading.Heading.Ending.EndOfMessage ?? "");
        var at = mark.Length == 0 ? -1 : site.Bytes.IndexOf(mark);
        return at < 0 ? null : site.Replace("Complete the end mark", new TextSpan(site.Place.Start + at, mark.Length), EndSign);
    }

    /// <summary>
    /// TX-120: one space between groups; not where a damaged station behind it would make the line unreadable, nor where figures stand behind the blanks of a
    /// security warning: those are what is left of the letters of a warning and of the date-time line's beginning.
    /// </summary>
    public static Fix? OneSpace(RepairSite site)
    {
        var line = site.Reading.Heading.FormatLines[2];
        var warning = site.Reading.Heading.FormatLines[4];
        var rest = site.View[site.Place.End..site.LineAt(site.Place.End).End];
        var group = rest.IndexOf((byte)' ') is >= 0 and var end ? rest[..end] : rest;
        return
            (line.Contains(site.Place.Start) && !FormatLine.IsRoutingIndicator(group.TrimEnd((byte)'.')))
            || (warning.Contains(site.Place.Start) && group is [>= (byte)'0' and <= (byte)'9', ..])
            ? null
            : site.Replace("Leave one space", site.Place, " ");
    }

    /// <summary>TX-406: a proposal; the address with one letter otherwise is the only one, yet another addressee may be meant.</summary>
    public static Fix? AddresseeName(RepairSite site)
    {
        var heading = site.Reading.Heading;
        var directory = site.Reading.Options.Directory;
        var index = heading.AddresseeSpans.IndexOf(site.Place);
        if (index < 0 || heading.AddresseeAt(index).Name is not { Length: > 4 } name || directory.FindStations(name).Count > 0)
        {
            return null;
        }
        var at = site.Bytes.IndexOf(Encoding.UTF8.GetBytes(name));
        return at >= 0 && directory.FindNearAddress(name) is { } near
            ? site.Replace($"Write {near}", new TextSpan(site.Place.Start + at, Encoding.UTF8.GetByteCount(name)), near, isSafe: false)
            : null;
    }

    /// <summary>TX-407: the routing of an ACP 128 header ends where its line does.</summary>
    public static Fix? EndOfRouting(RepairSite site)
    {
        var end = site.Place.Start;
        while (end > 0 && (site.View[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            end--;
        }
        return site.Reading.Heading.CalledSpans is [.., var last] && last.End == end
            ? site.Replace("Put the period behind the routing", new TextSpan(end, 0), ".")
            : null;
    }

    /// <summary>TX-201: a proposal, for the ending may belong to another message that ran into this one.</summary>
    public static Fix? EndingSerial(RepairSite site)
    {
        var heading = site.Reading.Heading;
        if (heading.Ending.Serial is not { } printed || heading.Station?.Serial is not { } serial)
        {
            return null;
        }
        var at = site.Bytes.IndexOf(Encoding.ASCII.GetBytes("#" + printed));
        return at < 0
            ? null
            : site.Replace($"Write #{serial}", new TextSpan(site.Place.Start + at + 1, printed.Length), serial, isSafe: false);
    }

    /// <summary>TX-202: a proposal, for the line proves that the message is whole, which nobody but its sender can.</summary>
    public static Fix? ValidationLine(RepairSite site)
    {
        var separation = site.Reading.Heading.FormatLines[13];
        if (separation.IsEmpty || site.Reading.Heading.Station?.Serial is not { Length: 4 } serial || !serial.All(char.IsAsciiDigit))
        {
            return null;
        }
        var line = site.LineAt(separation.Start);
        if (!site.View.Slice(line.Start, line.Length).TrimEnd((byte)' ').SequenceEqual("BT"u8))
        {
            return null;
        }
        return site.Replace($"Put #{serial} behind the text", new TextSpan(line.End, 0), $"{site.LineEnd()}#{serial}", isSafe: false);
    }

    /// <summary>TX-301: a proposal where one of the two letters is that of format line 5.</summary>
    public static Fix? DoubledPrecedence(RepairSite site)
    {
        if (site.Place.Length != 2 || site.Reading.Heading.Precedence.Action is not { } action)
        {
            return null;
        }
        var letter = Precedences.Letter(action);
        return (char)site.Bytes[0] != letter && (char)site.Bytes[1] != letter
            ? null
            : site.Replace($"Write {letter} twice, as format line 5 says", site.Place, new string(letter, 2), isSafe: false);
    }

    /// <summary>TX-501: a proposal where one letter of five differs from four that are alike.</summary>
    public static Fix? SecurityGroup(RepairSite site)
    {
        if (site.Reading.Heading.Security?.Group is not { Length: 5 } group)
        {
            return null;
        }
        var letter = group[0] == group[1] || group[0] == group[2] ? group[0] : group[1];
        var at = site.Bytes.IndexOf(Encoding.ASCII.GetBytes(group));
        return at < 0 || group.Count(letter) != 4
            ? null
            : site.Replace($"Write {letter} five times", new TextSpan(site.Place.Start + at, 5), new string(letter, 5), isSafe: false);
    }

    private static int Count(this string text, char letter) => text.AsSpan().Count(letter);
}
