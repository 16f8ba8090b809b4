using System.Buffers;
using System.Text;

namespace Chancery.Cli.Output;

/// <summary>What changes between two versions of a file, in the form that <c>patch</c> reads.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>So many lines ahead the two are looked at to find where they agree again.</summary>
    private const int Window = 32;

    /// <summary>Writes the difference; nothing where there is none.</summary>
    public static void Write(IBufferWriter<byte> output, string name, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (before.Span.SequenceEqual(after.Span))
        {
            return;
        }
        var (old, changed) = (Lines(before), Lines(after));
        Encoding.UTF8.GetBytes($"--- {name}\n+++ {name}\n", output);
        foreach (var hunk in Hunks(Changes(old, changed), old.Count))
        {
            WriteHunk(output, hunk, old, changed);
        }
    }

    private static void WriteHunk(
        IBufferWriter<byte> output,
        List<Change> hunk,
        List<ReadOnlyMemory<byte>> old,
        List<ReadOnlyMemory<byte>> changed
    )
    {
        var lead = Math.Min(Context, hunk[0].Old);
        var (from, to) = (hunk[0].Old - lead, hunk[0].New - lead);
        var last = hunk[^1];
        var tail = Math.Min(Context, old.Count - (last.Old + last.Removed));
        var (removed, added) = (last.Old + last.Removed + tail - from, last.New + last.Added + tail - to);
        Encoding.UTF8.GetBytes($"@@ -{Range(from, removed)} +{Range(to, added)} @@\n", output);
        var at = from;
        foreach (var change in hunk)
        {
            Put(output, ' ', old, at, change.Old);
            Put(output, '-', old, change.Old, change.Old + change.Removed);
            Put(output, '+', changed, change.New, change.New + change.Added);
            at = change.Old + change.Removed;
        }
        Put(output, ' ', old, at, at + tail);
    }

    /// <summary>Lines count from 1; where there is none the line before is named.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static void Put(IBufferWriter<byte> output, char sign, List<ReadOnlyMemory<byte>> lines, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            output.Write([(byte)sign]);
            output.Write(lines[i].Span);
            if (!lines[i].Span.EndsWith("\n"u8))
            {
                output.Write("\n\\ No newline at end of file\n"u8);
            }
        }
    }

    /// <summary>Changes whose context would overlap belong to one hunk.</summary>
    private static List<List<Change>> Hunks(List<Change> changes, int lines)
    {
        var hunks = new List<List<Change>>();
        var end = -lines;
        foreach (var change in changes)
        {
            if (hunks.Count == 0 || change.Old - end > 2 * Context)
            {
                hunks.Add([]);
            }
            hunks[^1].Add(change);
            end = change.Old + change.Removed;
        }
        return hunks;
    }

    private static List<Change> Changes(List<ReadOnlyMemory<byte>> old, List<ReadOnlyMemory<byte>> changed)
    {
        var changes = new List<Change>();
        var (a, b) = (0, 0);
        while (a < old.Count || b < changed.Count)
        {
            if (a < old.Count && b < changed.Count && old[a].Span.SequenceEqual(changed[b].Span))
            {
                (a, b) = (a + 1, b + 1);
                continue;
            }
            var (removed, added) = Differing(old, a, changed, b);
            changes.Add(new Change(a, removed, b, added));
            (a, b) = (a + removed, b + added);
        }
        return changes;
    }

    /// <summary>The fewest lines on both sides behind which the two agree; one line each where they do not within the window.</summary>
    private static (int Removed, int Added) Differing(List<ReadOnlyMemory<byte>> old, int a, List<ReadOnlyMemory<byte>> changed, int b)
    {
        var (left, right) = (old.Count - a, changed.Count - b);
        for (var sum = 1; sum <= Math.Min(left + right, 2 * Window); sum++)
        {
            for (var removed = Math.Max(0, sum - right); removed <= Math.Min(sum, left); removed++)
            {
                var added = sum - removed;
                if (
                    removed == left && added == right
                    || (removed < left && added < right && old[a + removed].Span.SequenceEqual(changed[b + added].Span))
                )
                {
                    return (removed, added);
                }
            }
        }
        return (Math.Min(1, left), Math.Min(1, right));
    }

    private static List<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var length = end < 0 ? bytes.Length : end + 1;
            lines.Add(bytes[..length]);
            bytes = bytes[length..];
        }
        return lines;
    }

    /// <summary>Lines of the old version replaced by lines of the new one; both count from 0.</summary>
    private readonly record struct Change(int Old, int Removed, int New, int Added);
}
