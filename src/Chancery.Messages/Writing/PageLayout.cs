using System.Globalization;
using System.Text;

namespace Chancery.Messages.Writing;

/// <summary>Lays the lines of one transmission out in pages (transmission.md 1.2, 1.5, 1.7).</summary>
internal static class PageLayout
{
    /// <summary>Lines on a page, counted from format line 5, page lines not counted.</summary>
    public const int PageLines = 20;

    /// <summary>Blank lines that a page line has above it, and the end mark.</summary>
    private const int BlankAbovePage = 3;
    private const int BlankAboveEnd = 7;

    /// <summary>
    /// The lines with which pages begin, the first one left out. A page ends early rather than part what stays together, unless that alone is longer
    /// than a page; blank lines at a page's beginning count for the page before.
    /// </summary>
    public static List<int> Pages(IReadOnlyList<SheetLine> lines)
    {
        var pages = new List<int>();
        var start = 0;
        while (lines.Count - start > PageLines)
        {
            var next = start + PageLines;
            while (next > start && lines[next].Start == LineStart.Nothing && lines[next].Words.Length > 0)
            {
                next--;
            }
            next = next == start ? start + PageLines : next;
            while (next < lines.Count && lines[next].Words.Length == 0)
            {
                next++;
            }
            if (next == lines.Count)
            {
                break;
            }
            pages.Add(next);
            start = next;
        }
        return pages;
    }

    /// <summary>The bytes of a transmission: procedure, then address, BT and text in pages, then the ending.</summary>
    public static byte[] Lay(Message message, List<string> procedure, IReadOnlyList<SheetLine> paged, bool hasBreaks, LineEnd lineEnd)
    {
        var end = Text(lineEnd);
        var bytes = new StringBuilder();
        foreach (var line in procedure)
        {
            bytes.Append(line).Append(end);
        }
        var pages = HasPages(message) ? Pages(paged) : [];
        for (var (i, page) = (0, 0); i < paged.Count; i++)
        {
            if (page < pages.Count && pages[page] == i)
            {
                page++;
                TrimBlank(bytes, end);
                Blank(bytes, lineEnd, BlankAbovePage);
                bytes.Append(PageLine(message, page + 1, pages.Count + 1)).Append(end);
            }
            bytes.Append(paged[i].Words).Append(end);
        }
        if (hasBreaks)
        {
            bytes.Append("BT").Append(end);
            foreach (var correction in message.Transmission.Ending.Corrections)
            {
                bytes.Append(correction).Append(end);
            }
        }
        if (message.Transmission.Ending is { EndOfMessage: { } mark } ending)
        {
            if (ending.Serial is { } serial)
            {
                bytes.Append('#').Append(serial).Append(end);
            }
            Blank(bytes, lineEnd, BlankAboveEnd);
            bytes.Append(mark).Append(end);
        }
        return Encoding.ASCII.GetBytes(bytes.ToString());
    }

    /// <summary>A page line names station and serial: without them there are no pages.</summary>
    public static bool HasPages(Message message) => message.Transmission.Station is { Serial: not null };

    private static string PageLine(Message message, int page, int pages)
    {
        var station = message.Transmission.Station!;
        var level = message.Classification is { } classification ? " " + LevelPrint.Words(classification.Level) : "";
        return message switch
        {
            { Profile: Profile.State, Mrn: { } mrn } when mrn.Post.All(c => char.IsAsciiLetterUpper(c) || c == ' ') => string.Create(
                CultureInfo.InvariantCulture,
                $"{mrn.Post} {mrn.Number:00000000}  {page:000} OF {pages:000}"
            ),
            { Profile: Profile.Acp127 } => string.Create(
                CultureInfo.InvariantCulture,
                $"PAGE {page} {station.RoutingIndicator} {station.Serial}{level}"
            ),
            { Profile: Profile.Acp128 } => string.Create(
                CultureInfo.InvariantCulture,
                $"PAGE {page:00} {station.RoutingIndicator}{station.Serial}{level}"
            ),
            _ => string.Create(CultureInfo.InvariantCulture, $"PAGE {page:00} {station.RoutingIndicator} {station.Serial}{level}"),
        };
    }

    /// <summary>Blank lines: the first carriage returns serve for all the line feeds.</summary>
    private static void Blank(StringBuilder bytes, LineEnd lineEnd, int count)
    {
        for (var i = 0; i < count; i++)
        {
            bytes.Append(lineEnd == LineEnd.CrLf ? "\r\n" : "\n");
        }
    }

    private static void TrimBlank(StringBuilder bytes, string end)
    {
        while (bytes.Length > 2 * end.Length && EndsWith(bytes, end, 0) && EndsWith(bytes, end, end.Length))
        {
            bytes.Length -= end.Length;
        }
    }

    private static bool EndsWith(StringBuilder bytes, string end, int before)
    {
        for (var i = 0; i < end.Length; i++)
        {
            if (bytes[bytes.Length - before - end.Length + i] != end[i])
            {
                return false;
            }
        }
        return true;
    }

    private static string Text(LineEnd lineEnd) =>
        lineEnd switch
        {
            LineEnd.CrCrLf => "\r\r\n",
            LineEnd.CrLf => "\r\n",
            _ => "\n",
        };
}
