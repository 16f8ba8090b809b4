using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Finds lines inside a telegram that are no words of it: level words and captions repeated beside page lines (text.md N-8, CL-10).</summary>
internal static class Banners
{
    public static HashSet<int> Find(TextLines lines, int first)
    {
        var found = new HashSet<int>();
        for (var i = first; i < lines.End; i++)
        {
            if (!lines.MayBe(LineSigns.Level, i))
            {
                continue;
            }
            var span = lines[i];
            if (span.IsEmpty || span.Length > 60)
            {
                continue;
            }
            var text = lines.Slice(span);
            if (IsBanner(text) && IsBesideNoise(lines, i, first))
            {
                found.Add(i);
            }
        }
        return found;
    }

    private static bool IsBanner(ReadOnlySpan<byte> text) =>
        (
            (text[0] & 0xDF) is ('U' or 'C' or 'S' or 'T' or 'L' or 'R')
            && LevelWord.TryRead(text, out _, out var length)
            && (length == text.Length || text[length..].StartsWith("//"u8))
        ) || Words.Equal(text, "SIPDIS"u8);

    /// <summary>Beside a page line, another banner, or at either end of the text; blank lines do not part them.</summary>
    private static bool IsBesideNoise(TextLines lines, int index, int first)
    {
        var before = index - 1;
        while (before >= first && lines.IsBlank(before))
        {
            before--;
        }
        var after = index + 1;
        while (after < lines.End && lines.IsBlank(after))
        {
            after++;
        }
        return before < first
            || after >= lines.End
            || lines.IsPage(before)
            || lines.IsPage(after)
            || IsBanner(lines.Text(before))
            || IsBanner(lines.Text(after));
    }
}
