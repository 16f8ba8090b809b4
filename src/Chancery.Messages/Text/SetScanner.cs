using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>
/// Cuts a naval text into sets (text.md 17.2). A set begins at a known identifier at the start of a line or behind two slants; it ends at
/// two slants, but not at those of a web address, and in free text only where a line or another set ends with them (NV-5, NV-6).
/// </summary>
internal static class SetScanner
{
    /// <summary>Among so many first lines a damaged identifier is looked for.</summary>
    private const int MostHeadLines = 40;

    private static ReadOnlySpan<byte> Glued => " MSGID/"u8;

    /// <summary>All sets, in order. Linear: every byte is looked at once for line starts and once for slants.</summary>
    public static List<TextSet> Scan(TextLines lines)
    {
        var starts = Starts(lines);
        var sets = new List<TextSet>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var limit = i + 1 < starts.Count ? starts[i + 1].At : lines.Stop;
            sets.Add(Cut(lines.Bytes, starts[i], limit));
        }
        return sets;
    }

    private static List<Opening> Starts(TextLines lines)
    {
        var bytes = lines.Bytes[..lines.Stop];
        var found = new List<Opening>(8);
        var slants = Next(bytes, "//"u8, lines.Start);
        var glued = Next(bytes, Glued, lines.Start);
        for (var i = lines.First; i < lines.End; i++)
        {
            var span = lines[i];
            if (!lines.MayBe(LineSigns.Set, i) && slants >= span.End && (found.Count > 0 || glued >= span.End))
            {
                if (
                    i - lines.First < MostHeadLines
                    && SetWord.TryNear(bytes[span.Start..span.End], found.Count > 0 ? found[^1].Id : "", out var near, out var slip)
                )
                {
                    found.Add(new Opening(near, span.Start, span.Start + slip, Damaged: true));
                }
                continue;
            }
            if (span.IsEmpty || lines.IsPage(i))
            {
                continue;
            }
            if (SetWord.TryRead(bytes[span.Start..span.End], out var id, out var length, out var damaged))
            {
                found.Add(new Opening(id, span.Start, span.Start + length, damaged));
            }
            else if (
                i - lines.First < MostHeadLines
                && SetWord.TryNear(bytes[span.Start..span.End], found.Count > 0 ? found[^1].Id : "", out id, out length)
            )
            {
                found.Add(new Opening(id, span.Start, span.Start + length, Damaged: true));
            }
            if (found.Count == 0 && span.Length > 20)
            {
                // A message that lost its line ends: "R 011200Z JAN 25 MARADMIN 001/25 MSGID/GENADMIN/…".
                glued = glued < span.Start ? Next(bytes, Glued, span.Start) : glued;
                if (glued <= span.End - Glued.Length)
                {
                    found.Add(new Opening("MSGID", glued + 1, glued + Glued.Length, Damaged: false));
                }
            }
            while (slants < span.End)
            {
                if (slants >= span.Start && !IsAddress(bytes, span.Start, slants))
                {
                    AddBehind(bytes[..span.End], slants + 2, found);
                }
                slants = Next(bytes, "//"u8, slants + 2);
            }
        }
        return found;
    }

    private static int Next(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sign, int at)
    {
        var found = bytes[Math.Min(at, bytes.Length)..].IndexOf(sign);
        return found < 0 ? int.MaxValue : at + found;
    }

    /// <summary>A set behind two slants: <c>…//SUBJ/…//REF/A/…//</c> (NV-6).</summary>
    private static void AddBehind(ReadOnlySpan<byte> line, int at, List<Opening> found)
    {
        at = Words.SkipBlanks(line, at);
        if (at < line.Length && SetWord.TryRead(line[at..], out var id, out var length, out var damaged))
        {
            found.Add(new Opening(id, at, at + length, damaged));
        }
    }

    private static TextSet Cut(ReadOnlySpan<byte> bytes, Opening opening, int limit)
    {
        var free = SetWord.IsFreeText(opening.Id);
        var at = opening.Content;
        while (at < limit)
        {
            var slants = bytes[at..limit].IndexOf("//"u8);
            if (slants < 0)
            {
                break;
            }
            var end = at + slants;
            at = end + 2;
            if (IsAddress(bytes, opening.Content, end))
            {
                continue;
            }
            var next = Words.SkipBlanks(bytes, at);
            if (!free || next >= limit || bytes[next] is (byte)'\n' or (byte)'\r')
            {
                if (!free && end == opening.Content)
                {
                    // "SUBJ//TITLE//": an empty first field; the content is still to come.
                    continue;
                }
                return new TextSet(
                    opening.Id,
                    opening.At,
                    TextSpan.FromBounds(opening.Content, end),
                    at,
                    opening.Damaged,
                    SetEnd.DoubleSlant
                );
            }
        }
        return Unended(bytes, opening, limit, free);
    }

    /// <summary>A set without its two slants: fixed sets end at a blank line, free text at the next set (NV-5).</summary>
    private static TextSet Unended(ReadOnlySpan<byte> bytes, Opening opening, int limit, bool free)
    {
        var end = free ? limit : BlankLine(bytes, opening.Content, limit);
        end = Words.TrimEnd(bytes, opening.Content, end);
        var content = end;
        var ended = SetEnd.None;
        if (content > opening.Content && bytes[content - 1] == '/')
        {
            content--;
            ended = SetEnd.SingleSlant;
        }
        return new TextSet(opening.Id, opening.At, TextSpan.FromBounds(opening.Content, content), end, opening.Damaged, ended);
    }

    private static int BlankLine(ReadOnlySpan<byte> bytes, int start, int limit)
    {
        var at = start;
        while (at < limit)
        {
            var feed = bytes[at..limit].IndexOf((byte)'\n');
            if (feed < 0)
            {
                return limit;
            }
            at += feed + 1;
            var next = Words.SkipBlanks(bytes, at);
            if (next < limit && bytes[next] is (byte)'\n' or (byte)'\r')
            {
                return at;
            }
        }
        return limit;
    }

    /// <summary>Two slants behind a colon are a web address, even where a line end cuts it.</summary>
    private static bool IsAddress(ReadOnlySpan<byte> bytes, int start, int slants)
    {
        var before = slants;
        while (before > start && slants - before < 4 && Words.IsSpace(bytes[before - 1]))
        {
            before--;
        }
        return before > start && bytes[before - 1] == ':';
    }

    private readonly record struct Opening(string Id, int At, int Content, bool Damaged);
}
