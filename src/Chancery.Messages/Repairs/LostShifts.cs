using System.Text;

namespace Chancery.Messages.Repairs;

/// <summary>Words that print as figures because the shift to letters was lost (transmission.md 1.1, TX-609). Proposed only.</summary>
internal static class LostShifts
{
    /// <summary>
    /// Frequent words as they print when LTRS was lost and the machine stayed in figures: THE, AND, FOR, THAT, WITH, FROM (ITA2, US figures).
    /// </summary>
    public static readonly ImmutableArray<(string Word, byte[] Printed)> Words =
    [
        ("THE", [.. " 5#3 "u8]),
        ("AND", [.. " -,$ "u8]),
        ("FOR", [.. " !94 "u8]),
        ("THAT", [.. " 5#-5 "u8]),
        ("WITH", [.. " 285# "u8]),
        ("FROM", [.. " !49. "u8]),
    ];

    /// <summary>The same words in letters: each run of groups without a letter, from the first of the frequent words on. Null where there is none.</summary>
    public static Fix? InText(RepairSite site)
    {
        var view = site.View;
        var end = site.Reading.Heading.FormatLines[12].End;
        var changes = new List<(TextSpan Span, string Text)>();
        for (var at = site.Place.Start; at < end; )
        {
            var line = site.LineAt(at);
            AddRuns(view, TextSpan.FromBounds(at, Math.Min(line.End, end)), changes);
            at = line.End + 1;
        }
        return site.Change("Read the figures as letters (lost shift)", changes.ToArray(), isSafe: false);
    }

    private static void AddRuns(ReadOnlySpan<byte> view, TextSpan line, List<(TextSpan Span, string Text)> changes)
    {
        var start = -1;
        var last = -1;
        for (var at = line.Start; at <= line.End; )
        {
            while (at < line.End && view[at] == ' ')
            {
                at++;
            }
            var group = at;
            while (at < line.End && view[at] != ' ')
            {
                at++;
            }
            if (
                at > group
                && !view[group..at].ContainsAnyInRange((byte)'A', (byte)'Z')
                && !view[group..at].ContainsAnyInRange((byte)'a', (byte)'z')
            )
            {
                start = start < 0 ? group : start;
                last = at;
                continue;
            }
            if (start >= 0 && FirstWord(view[start..last]) is >= 0 and var word)
            {
                start += word;
                changes.Add((TextSpan.FromBounds(start, last), InLetters(view[start..last])));
            }
            start = -1;
            at += at == line.End ? 1 : 0;
        }
    }

    /// <summary>Where the first of the frequent words stands; what is in front of it may be real figures. -1 where none stands there.</summary>
    private static int FirstWord(ReadOnlySpan<byte> run)
    {
        var padded = new byte[run.Length + 2];
        padded[0] = padded[^1] = (byte)' ';
        run.CopyTo(padded.AsSpan(1));
        var first = -1;
        foreach (var (_, printed) in Words)
        {
            if (padded.AsSpan().IndexOf(printed) is >= 0 and var found && (first < 0 || found < first))
            {
                first = found;
            }
        }
        return first;
    }

    private static string InLetters(ReadOnlySpan<byte> run)
    {
        var letters = new StringBuilder(run.Length);
        foreach (var b in run)
        {
            letters.Append((char)ShiftTable.ToLetter(b));
        }
        return letters.ToString();
    }
}
