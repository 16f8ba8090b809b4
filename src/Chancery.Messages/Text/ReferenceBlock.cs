using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads a telegram's REF block: finds its end and its lettered entries (text.md 11).</summary>
internal sealed class ReferenceBlock(TextLines lines, TextReading reading)
{
    private const int MostLines = 120;

    /// <summary>A block that is longer is no list that anybody wrote; what is behind is left untaken.</summary>
    private const int MostBytes = 32 * 1024;

    /// <summary>Reads the block whose value begins at <paramref name="start"/> on line <paramref name="index"/>; answers the line after it and where a glued label begins (or -1).</summary>
    public (int Next, int Glued) Read(int index, int start)
    {
        var block = new StringBuilder();
        var next = index;
        var glued = -1;
        for (; next < lines.End && next < index + MostLines; next++)
        {
            if (lines.IsPage(next))
            {
                continue;
            }
            var span = next == index ? TextSpan.FromBounds(Math.Min(start, lines[next].End), lines[next].End) : lines[next];
            var text = lines.Slice(span);
            if (span.IsEmpty)
            {
                if (next > index && !GoesOn(next, isEmpty: block.Length <= 1))
                {
                    break;
                }
                continue;
            }
            if (next > index && Ends(text))
            {
                if (IsAbovePage(next, text))
                {
                    continue;
                }
                break;
            }
            var label = Labels.IndexInside(text, out var kind);
            var isOther = label > 0 && kind != TextLabel.Reference && (kind != TextLabel.Subject || reading.Subject is null);
            if ((isOther ? label : ParagraphStart.IndexInside(text)) is > 0 and var end)
            {
                glued = span.Start + end;
                text = text[..end];
            }
            text = text[..Math.Min(text.Length, MostBytes - Math.Min(MostBytes, block.Length))];
            block.Append(Encoding.UTF8.GetString(text).Replace('\t', ' ')).Append('\n');
            if (glued >= 0)
            {
                break;
            }
        }
        // "REF A: …" and "REF B: …" may be blocks of their own with a blank line between.
        reading.References = reading.References.AddRange(new ReferenceEntries(lines.Context).Read(block.ToString()));
        reading.ReferencesSpan = reading.ReferencesSpan.IsEmpty ? lines[index] : reading.ReferencesSpan;
        return (glued >= 0 ? next : Math.Max(next, index + 1), glued);
    }

    /// <summary>A blank line ends the block unless another lettered entry follows (RF-3), or nothing stood in front of it yet.</summary>
    private bool GoesOn(int blank, bool isEmpty)
    {
        var i = lines.NextFilled(blank);
        if (i >= lines.End)
        {
            return false;
        }
        var text = lines.Text(i);
        if (isEmpty && !Ends(text) && ReferenceWords.TryCable(lines.Context, text, out _, out _))
        {
            return true;
        }
        if (ReferenceWords.TryKnownCable(lines.Context, text, out _, out var whole) && whole == text.Length)
        {
            return true;
        }
        return text.Length > 2
            && (
                (Words.IsUpper(text[0]) && text[1] is (byte)'.' or (byte)')' or (byte)':' && !Words.IsUpper(text[2]))
                || (
                    text[0] == '('
                    && Words.IsUpper(text[1])
                    && text[2] == ')'
                    && (
                        !PortionMark.TryRead(text, behindNumber: false, out _, out _)
                        || ReferenceWords.TryKnownCable(lines.Context, text[Words.SkipBlanks(text, 3)..], out _, out _)
                    )
                )
            );
    }

    /// <summary>The level alone above a page line belongs to the page (N-8), and the block goes on below it.</summary>
    private bool IsAbovePage(int index, ReadOnlySpan<byte> text)
    {
        if (!LevelWord.TryRead(text, out _, out var length) || length != text.Length)
        {
            return false;
        }
        do
        {
            index++;
        } while (index < lines.End && lines.IsBlank(index));
        return index < lines.End && lines.IsPage(index) && GoesOn(index, isEmpty: false);
    }

    private static bool Ends(ReadOnlySpan<byte> text)
    {
        if (Labels.TryRead(text, out var label, out _) && label != TextLabel.Reference)
        {
            return true;
        }
        if (ParagraphStart.TryRead(text, out var paragraph) && (paragraph.HasMark || paragraph.Number == 1))
        {
            return true;
        }
        return text.StartsWith("----"u8)
            || PassageLabel.TryRead(text, out _, out _, out _)
            || (LevelWord.TryRead(text, out _, out var length) && length == text.Length);
    }
}
