using System.Numerics;
using System.Runtime.Intrinsics;
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

    /// <summary>A longer line may hold sets behind other words.</summary>
    private const int LongestAlone = 20;

    private static ReadOnlySpan<byte> Glued => "MSGID/"u8;

    /// <summary>All sets, in order. Linear: every byte is looked at once for line starts and once for slants.</summary>
    public static List<TextSet> Scan(TextLines lines)
    {
        var lists = lines.Context.Tools.Text;
        FindSlants(lines.Bytes[..lines.Stop], lines.Start, lists.Slants);
        FindStarts(lines, lists.Slants, lists.Openings);
        var (starts, sets, slants) = (lists.Openings, lists.Sets, new Places(lists.Slants));
        for (var i = 0; i < starts.Count; i++)
        {
            var limit = i + 1 < starts.Count ? starts[i + 1].At : lines.Stop;
            sets.Add(Cut(lines.Bytes, starts[i], limit, ref slants));
        }
        return sets;
    }

    /// <summary>Where two slants stand side by side, ascending; three have two such places.</summary>
    private static void FindSlants(ReadOnlySpan<byte> bytes, int at, List<int> found)
    {
        var slant = Vector256.Create((byte)'/');
        for (; at + Vector256<byte>.Count < bytes.Length; at += Vector256<byte>.Count)
        {
            var pairs =
                Vector256.Equals(Vector256.Create(bytes[at..]), slant) & Vector256.Equals(Vector256.Create(bytes[(at + 1)..]), slant);
            for (var bits = pairs.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                found.Add(at + BitOperations.TrailingZeroCount(bits));
            }
        }
        for (; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] == '/' && bytes[at + 1] == '/')
            {
                found.Add(at);
            }
        }
    }

    private static void FindStarts(TextLines lines, List<int> places, List<Opening> found)
    {
        var bytes = lines.Bytes[..lines.Stop];
        var slants = new Places(places);
        for (var i = lines.First; i < lines.End; i++)
        {
            var span = lines[i];
            if (!lines.MayBe(LineSigns.Set, i) && slants.Next >= span.End && (found.Count > 0 || span.Length <= LongestAlone))
            {
                if (
                    i - lines.First < MostHeadLines
                    && SetWord.TryNear(bytes[span.Start..span.End], found.Count > 0 ? found[^1].Id : "", out var near, out var slip)
                )
                {
                    found.Add(new Opening(near, span.Start, span.Start + slip, Damaged: true));
                }
                else if (IsCutBetweenSlants(bytes, span))
                {
                    AddBehind(bytes[..span.End], span.Start + 1, found);
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
                if (id is "REF" or "SUBJ")
                {
                    AddReferences(bytes[..span.End], span.Start + length, found);
                }
            }
            else if (
                (found.Count == 0 || bytes[found[0].Content - 1] == ' ')
                && SetWord.TryUnslanted(bytes[span.Start..span.End], found.Count > 0 ? found[^1].Id : "", out id, out length)
            )
            {
                found.Add(new Opening(id, span.Start, span.Start + length, Damaged: true));
            }
            else if (
                i - lines.First < MostHeadLines
                && SetWord.TryNear(bytes[span.Start..span.End], found.Count > 0 ? found[^1].Id : "", out id, out length)
            )
            {
                found.Add(new Opening(id, span.Start, span.Start + length, Damaged: true));
            }
            else if (IsCutBetweenSlants(bytes, span))
            {
                AddBehind(bytes[..span.End], span.Start + 1, found);
            }
            if (found.Count == 0 && TitleLine.TryRead(bytes[span.Start..span.End], out _, out var title))
            {
                // "NAVADMIN 061/12 SUBJ/…": the line end behind the title was lost.
                AddBehind(bytes[..span.End], span.Start + title, found);
                if (found.Count > 0)
                {
                    AddReferences(bytes[..span.End], found[0].Content, found);
                }
            }
            if (
                found.Count == 0
                && span.Length > LongestAlone
                && bytes[span.Start..span.End].IndexOf(Glued) is var glued and > 0
                && (Words.IsBlank(bytes[span.Start + glued - 1]) || Words.IsDigit(bytes[span.Start + glued - 1]))
            )
            {
                // A message that lost its line ends: "R 011200Z JAN 25 MARADMIN 001/25 MSGID/GENADMIN/…", "NAVADMIN 061/12MSGID/…".
                found.Add(new Opening("MSGID", span.Start + glued, span.Start + glued + Glued.Length, Damaged: false));
            }
            while (slants.Next < span.End)
            {
                if (slants.Next >= span.Start && !IsAddress(bytes, span.Start, slants.Next))
                {
                    AddBehind(bytes[..span.End], slants.Next + 2, found);
                }
                slants.PassOver();
            }
        }
    }

    /// <summary><c>REF/B/DOC/25AUG1997/ REF/C/LAW/…</c>: further references behind one slant.</summary>
    private static void AddReferences(ReadOnlySpan<byte> line, int at, List<Opening> found)
    {
        while (at < line.Length && line[at..].IndexOf("/ REF/"u8) is >= 0 and var next)
        {
            at += next + 2;
            if (line[at - 3] != '/')
            {
                found.Add(new Opening("REF", at, at + 4, Damaged: false));
            }
            at += 4;
        }
    }

    /// <summary><c>…/OCT/</c> and below it <c>/SUBJ/…</c>: the line was cut between the two slants.</summary>
    private static bool IsCutBetweenSlants(ReadOnlySpan<byte> bytes, TextSpan line)
    {
        var before = line.Start;
        while (before > 0 && bytes[before - 1] is (byte)'\n' or (byte)'\r')
        {
            before--;
        }
        return line.Length > 4 && bytes[line.Start] == '/' && before > 0 && bytes[before - 1] == '/';
    }

    /// <summary>A set behind two slants: <c>…//SUBJ/…//REF/A/…//</c> (NV-6).</summary>
    private static void AddBehind(ReadOnlySpan<byte> line, int at, List<Opening> found)
    {
        at = Words.SkipBlanks(line, at);
        if (at < line.Length && SetWord.TryRead(line[at..], out var id, out var length, out var damaged))
        {
            found.Add(new Opening(id, at, at + length, damaged));
        }
        else if (
            at < line.Length
            && found is [.., { Id: "MSGID" or "SUBJ" or "REF" } last]
            && SetWord.TryNear(line[at..], last.Id, out id, out length)
        )
        {
            found.Add(new Opening(id, at, at + length, Damaged: true));
        }
    }

    private static TextSet Cut(ReadOnlySpan<byte> bytes, Opening opening, int limit, ref Places slants)
    {
        var free = SetWord.IsFreeText(opening.Id);
        var at = opening.Content;
        for (slants.GoTo(at); slants.Next < limit - 1; slants.GoTo(at))
        {
            var end = slants.Next;
            at = end + 2;
            if (IsAddress(bytes, opening.Content, end))
            {
                continue;
            }
            var next = Words.SkipBlanks(bytes, at);
            if (!free || next >= limit || bytes[next] is (byte)'\n' or (byte)'\r')
            {
                if (!free && (end == opening.Content || (opening.Id == "REF" && end == opening.Content + 1)))
                {
                    // "SUBJ//TITLE//", "REF/A//DOC/…": one slant too many behind the first field; the content is still to come.
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
        var end = free ? limit : EndOfWords(bytes, opening.Content, limit, isSubject: opening.Id == "SUBJ");
        end = Words.TrimEnd(bytes, opening.Content, end);
        var content = end;
        var ended = SetEnd.None;
        while (content > opening.Content && bytes[content - 1] == '/')
        {
            // A line end may part the two slants.
            content = Words.TrimEnd(bytes, opening.Content, content - 1);
            ended = SetEnd.SingleSlant;
        }
        return new TextSet(opening.Id, opening.At, TextSpan.FromBounds(opening.Content, content), end, opening.Damaged, ended);
    }

    private static int EndOfWords(ReadOnlySpan<byte> bytes, int start, int limit, bool isSubject)
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
            if (next < limit && (bytes[next] is (byte)'\n' or (byte)'\r' || (isSubject && BeginsText(bytes[next..limit]))))
            {
                return at;
            }
        }
        return limit;
    }

    /// <summary>Words about the message or its first paragraph, straight below the subject.</summary>
    private static bool BeginsText(ReadOnlySpan<byte> line) =>
        line.StartsWith("1. "u8)
        || line.StartsWith("THIS ALARACT"u8)
        || line.StartsWith("THIS MESSAGE"u8)
        || line.StartsWith("REFERENCES"u8);

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

    /// <summary>Where a set begins.</summary>
    /// <param name="Id">Identifier as read.</param>
    /// <param name="At">Its first byte.</param>
    /// <param name="Content">The byte after identifier and separator.</param>
    /// <param name="Damaged">True where the identifier is printed otherwise.</param>
    internal readonly record struct Opening(string Id, int At, int Content, bool Damaged);

    /// <summary>A walk over places of two slants that takes no slant twice.</summary>
    private struct Places(List<int> all)
    {
        private int index;

        /// <summary>The next place, beyond every text where there is none.</summary>
        public readonly int Next => index < all.Count ? all[index] : int.MaxValue;

        /// <summary>Goes on behind both slants of the next place.</summary>
        public void PassOver() => GoTo(Next + 2);

        /// <summary>Goes to the first place from <paramref name="at"/> on.</summary>
        public void GoTo(int at)
        {
            while (index < all.Count && all[index] < at)
            {
                index++;
            }
        }
    }
}
