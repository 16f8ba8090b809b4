using System.Text;

namespace Chancery.Office;

/// <summary>
/// Format line 4 for an onward copy (transmission.md 4.3 R2): without the instructions that only stations of other copies must follow, whole instructions
/// at a time. The security warning always stays.
/// </summary>
internal static class OnwardInstructions
{
    /// <summary>The lines of format line 4 that concern a copy, with their line ends as they came.</summary>
    /// <param name="lines">All of format line 4.</param>
    /// <param name="called">The stations of this copy.</param>
    /// <param name="others">The stations of the other copies.</param>
    public static byte[] Of(ReadOnlySpan<byte> lines, ImmutableArray<string> called, IReadOnlySet<string> others)
    {
        var text = Encoding.Latin1.GetString(lines);
        var kept = new StringBuilder(text.Length);
        var isDropping = false;
        for (var at = 0; at < text.Length; )
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n');
            end = end < 0 ? text.Length : at + end;
            var next = end;
            while (next < text.Length && text[next] is '\r' or '\n')
            {
                next++;
            }
            var line = text[at..end];
            var onward = Line(line, called, others, ref isDropping);
            if (onward.Length > 0 || line.Length == 0)
            {
                kept.Append(onward).Append(text, end, next - end);
            }
            at = next;
        }
        return Encoding.Latin1.GetBytes(kept.ToString());
    }

    private static string Line(string line, ImmutableArray<string> called, IReadOnlySet<string> others, ref bool isDropping)
    {
        var groups = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = new List<string>(groups.Length);
        for (var i = 0; i < groups.Length; )
        {
            var behind = i;
            while (behind < groups.Length && (others.Contains(groups[behind]) || called.Contains(groups[behind])))
            {
                behind++;
            }
            if (behind > i && behind < groups.Length && groups[behind] == "T")
            {
                isDropping = groups[i..behind].All(others.Contains);
                Put(groups[i..(behind + 1)], isDropping);
                i = behind + 1;
                if (i < groups.Length && groups[i] == groups[behind - 1])
                {
                    // The station named again behind its own T must also decrypt (transmission.md 2.6).
                    Put(groups[i..(i + 1)], isDropping);
                    i++;
                }
                continue;
            }
            isDropping &= !IsSignal(groups[i]) && groups[i] != "T" && !IsBeforeT(groups, i);
            Put(groups[i..(i + 1)], isDropping);
            i++;
        }
        // Untouched to the byte where nothing was taken out.
        return kept.Count == groups.Length ? line : string.Join(' ', kept);

        void Put(string[] some, bool isDropped)
        {
            if (!isDropped)
            {
                kept.AddRange(some);
            }
        }
    }

    private static bool IsBeforeT(string[] groups, int at) =>
        at + 1 < groups.Length && groups[at + 1] == "T" && groups[at].Length is >= 4 and <= 8 && groups[at][0] is 'R' or 'Q';

    private static bool IsSignal(string group) =>
        group.Length is 3 or 4
        && group[0] == 'Z'
        && group.AsSpan(0, 3).IndexOfAnyExceptInRange('A', 'Z') < 0
        && (group.Length == 3 || char.IsAsciiDigit(group[3]));
}
