using Chancery.Messages.Framing;

namespace Chancery.Messages;

/// <summary>Parts runs of lines into the pieces that are shown, each of which is one span of the view.</summary>
internal static class PassagePieces
{
    public static ImmutableArray<TextSpan> Of(ReadOnlySpan<byte> view, ImmutableArray<TextSpan> runs)
    {
        if (runs.Length == 0 || (runs.Length == 1 && view.Slice(runs[0].Start, runs[0].Length).IndexOfAny((byte)'\r', (byte)'\n') < 0))
        {
            return runs;
        }
        var pieces = ImmutableArray.CreateBuilder<TextSpan>(runs.Length);
        foreach (var run in runs)
        {
            Add(view[..run.End], run.Start, pieces);
        }
        return pieces.DrainToImmutable();
    }

    private static void Add(ReadOnlySpan<byte> bytes, int start, ImmutableArray<TextSpan>.Builder pieces)
    {
        var first = pieces.Count;
        var isParted = true;
        var afterBlank = false;
        var at = start;
        do
        {
            var length = bytes[at..].IndexOfAny((byte)'\r', (byte)'\n');
            var end = length < 0 ? bytes.Length : at + length;
            var next = LineCursor.AfterLineEnd(bytes, end);
            while (length >= 0 && end > at && bytes[end - 1] is (byte)' ' or (byte)'\t')
            {
                end--;
            }
            if (end == at && at > start)
            {
                afterBlank = true;
            }
            else if (!isParted)
            {
                pieces[^1] = TextSpan.FromBounds(pieces[^1].Start, end);
                afterBlank = false;
            }
            else
            {
                if (afterBlank && pieces.Count > first)
                {
                    pieces.Add(new TextSpan(pieces[^1].End, 0));
                }
                pieces.Add(TextSpan.FromBounds(at, end));
                (isParted, afterBlank) = (false, false);
            }
            isParted |= next - end != 1;
            at = next;
        } while (at < bytes.Length);
    }
}
