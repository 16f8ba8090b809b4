using System.Buffers;

namespace Chancery.Messages.Framing;

/// <summary>Copies raw bytes with edits, in order, and keeps where the two differ.</summary>
internal sealed class ViewEdits(ReadOnlyMemory<byte> raw)
{
    /// <summary>From so many edits on (binary input) neighbours are joined, so that the list stays small beside the bytes.</summary>
    private const int Fine = 1 << 16;
    private const int CoarseGap = 256;

    private readonly List<ViewEdit> edits = [];
    private ArrayBufferWriter<byte>? view;
    private int copied;

    /// <summary>True where nothing was edited.</summary>
    public bool IsEmpty => edits.Count == 0;

    /// <summary>Puts <paramref name="replacement"/> in place of raw bytes behind all earlier edits; returns where the raw bytes go on.</summary>
    public int Replace(int start, int length, ReadOnlySpan<byte> replacement, string rule)
    {
        view ??= new ArrayBufferWriter<byte>(raw.Length + 16);
        view.Write(raw.Span[copied..start]);
        var edit = new ViewEdit(new TextSpan(view.WrittenCount, replacement.Length), new TextSpan(start, length), rule);
        view.Write(replacement);
        copied = start + length;
        if (edits.Count > 0 && IsOneWith(edits[^1], edit))
        {
            var last = edits[^1];
            edits[^1] = new ViewEdit(
                TextSpan.FromBounds(last.View.Start, edit.View.End),
                TextSpan.FromBounds(last.Raw.Start, edit.Raw.End),
                last.Rule
            );
        }
        else
        {
            edits.Add(edit);
        }
        return copied;
    }

    /// <summary>The view with all edits.</summary>
    public MessageView ToView(bool isAscii)
    {
        if (view is null)
        {
            return new MessageView(raw, raw, []) { IsAscii = isAscii };
        }
        view.Write(raw.Span[copied..]);
        return new MessageView(view.WrittenMemory, raw, [.. edits]) { IsAscii = isAscii };
    }

    private bool IsOneWith(ViewEdit last, ViewEdit next) =>
        edits.Count < Fine ? last.Raw.End == next.Raw.Start && last.Rule == next.Rule : next.Raw.Start - last.Raw.End < CoarseGap;
}
