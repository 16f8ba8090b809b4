using System.Text;

namespace Chancery.Office;

/// <summary>
/// Lines as a person has edited them, put back into bytes: a line that he left alone keeps its bytes and its line end, whatever his browser made of them;
/// a new one gets the line end that the message has.
/// </summary>
public static class EditedLines
{
    /// <summary>A part of a message as a person edits it: one character a byte, lines parted by LF.</summary>
    public static string Shown(ReadOnlySpan<byte> part) => string.Concat(Lines(part).Select(line => line.Text + "\n"));

    /// <summary>The bytes of an edited part.</summary>
    /// <param name="part">The part as it was.</param>
    /// <param name="edited">What was made of it.</param>
    /// <param name="firstLine">The number of its first line in the message.</param>
    /// <param name="changes">Takes the lines that differ.</param>
    public static byte[] Apply(ReadOnlySpan<byte> part, string edited, int firstLine, ICollection<ChangedLine> changes)
    {
        var before = Lines(part);
        var after = edited.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (after is [""])
        {
            after = [];
        }
        var end = before.Select(line => line.End).FirstOrDefault(one => one.Length > 0) ?? "\r\n";
        var (first, last) = (0, 0);
        while (first < before.Count && first < after.Length && before[first].Text == after[first])
        {
            first++;
        }
        while (last < before.Count - first && last < after.Length - first && before[^(last + 1)].Text == after[^(last + 1)])
        {
            last++;
        }
        var text = new StringBuilder(part.Length + 64);
        Put(before.Take(first));
        var (gone, come) = (before.Count - first - last, after.Length - first - last);
        for (var i = 0; i < Math.Max(gone, come); i++)
        {
            var old = i < gone ? before[first + i] : default((string Text, string End)?);
            var now = i < come ? after[first + i] : null;
            if (old is { } kept && kept.Text == now)
            {
                text.Append(kept.Text).Append(kept.End);
                continue;
            }
            changes.Add(new ChangedLine(firstLine + first + Math.Min(i, Math.Max(gone - 1, 0)), old?.Text, now));
            if (now is not null)
            {
                text.Append(now).Append(old is { End.Length: > 0 } same ? same.End : end);
            }
        }
        Put(before.Skip(before.Count - last));
        return Encoding.Latin1.GetBytes(text.ToString());

        void Put(IEnumerable<(string Text, string End)> lines)
        {
            foreach (var line in lines)
            {
                text.Append(line.Text).Append(line.End);
            }
        }
    }

    /// <summary>How many lines a part has.</summary>
    public static int Count(ReadOnlySpan<byte> part) => Lines(part).Count;

    private static List<(string Text, string End)> Lines(ReadOnlySpan<byte> part)
    {
        var text = Encoding.Latin1.GetString(part);
        var lines = new List<(string, string)>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.AsSpan(at).IndexOfAny('\r', '\n');
            end = end < 0 ? text.Length : at + end;
            var next = end;
            while (next < text.Length && text[next] == '\r')
            {
                next++;
            }
            next += next < text.Length && text[next] == '\n' ? 1 : 0;
            lines.Add((text[at..end], text[end..next]));
            at = next;
        }
        return lines;
    }
}
