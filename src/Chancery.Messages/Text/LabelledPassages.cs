using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Finds the summary's words and the paragraphs that ask for action (text.md 13, labelled passages).</summary>
internal static class LabelledPassages
{
    /// <summary>
    /// The words of the summary: from the paragraph so labelled, up to END SUMMARY, in a later paragraph too; without that, the paragraph.
    /// END SUMMARY without an opening begins at the first paragraph.
    /// </summary>
    public static Passage? Summary(TextLines lines, ImmutableArray<Paragraph> paragraphs)
    {
        var first = IndexOf(paragraphs);
        var last = -1;
        var cut = -1;
        for (var i = Math.Max(first, 0); i < paragraphs.Length && last < 0; i++)
        {
            var own = paragraphs[i].Words.Runs;
            for (var piece = 0; piece < own.Length; piece++)
            {
                var at = EndSummary(lines.Slice(own[piece]));
                if (at < 0 && piece + 1 < own.Length && Words.Starts(lines.Slice(own[piece + 1]), "SUMM"u8))
                {
                    at = EndWord(lines.Slice(own[piece]));
                }
                if (at >= 0)
                {
                    (last, cut) = (i, own[piece].Start + at);
                    break;
                }
            }
        }
        if (first < 0 && last < 0)
        {
            return null;
        }
        first = Math.Max(first, 0);
        var pieces = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = first; i <= Math.Max(last, first); i++)
        {
            foreach (var piece in paragraphs[i].Words.Runs)
            {
                var end = cut >= 0 && piece.End > cut ? Math.Max(piece.Start, cut) : piece.End;
                end = Words.TrimEnd(lines.Bytes, piece.Start, end);
                if (end > piece.Start)
                {
                    pieces.Add(TextSpan.FromBounds(piece.Start, end));
                }
                if (cut >= 0 && piece.End > cut)
                {
                    break;
                }
            }
        }
        return pieces.Count == 0 ? null : new Passage(lines.View, pieces.ToImmutable());
    }

    /// <summary>Numbers of the paragraphs that ask for action: those named by a sentence, else those so labelled.</summary>
    public static ImmutableArray<string> ActionRequests(TextLines lines, ImmutableArray<Paragraph> paragraphs)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Labels.Contains("action request") && paragraph.Number is { } own && !found.Contains(own))
            {
                found.Add(own);
            }
        }
        var bytes = lines.Bytes[..lines.Stop];
        // Q is the rarest letter of ACTION REQUEST: most texts are done in one glance.
        for (var at = lines.Start; at < bytes.Length; at++)
        {
            var q = bytes[at..].IndexOfAny((byte)'Q', (byte)'q');
            if (q < 0)
            {
                break;
            }
            at += q;
            if (at >= 9 && Words.Starts(bytes[at..], "QUEST"u8) && IsActionBefore(bytes, at))
            {
                AddNumbers(Sentence(bytes, at), found);
            }
        }
        return found.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<Paragraph> paragraphs)
    {
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (paragraphs[i].Labels.Contains("summary"))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Where a closing END begins that is the last word of the text, with what leads up to it; -1 where another word is last.</summary>
    private static int EndWord(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        while (end > 0 && Words.IsSpace(text[end - 1]))
        {
            end--;
        }
        if (end < 3 || !Words.Equal(text.Slice(end - 3, 3), "END"u8) || (end > 3 && Words.IsWordByte(text[end - 4])))
        {
            return -1;
        }
        var start = end - 3;
        while (start > 0 && (text[start - 1] is (byte)'(' or (byte)'-' || Words.IsSpace(text[start - 1])))
        {
            start--;
        }
        return start;
    }

    private static int EndSummary(ReadOnlySpan<byte> text)
    {
        var from = 0;
        while (true)
        {
            var at = Words.IndexOf(text[from..], "SUMM"u8, 1, 2);
            if (at < 0)
            {
                return -1;
            }
            at += from;
            if (at > 0 && Words.IsSpace(text[at - 1]) && EndWord(text[..at]) is var end and >= 0)
            {
                return end;
            }
            from = at + 4;
        }
    }

    private static bool IsActionBefore(ReadOnlySpan<byte> bytes, int q)
    {
        if (!Words.Equal(bytes.Slice(q - 2, 2), "RE"u8))
        {
            return false;
        }
        var end = Words.TrimEnd(bytes, 0, q - 2);
        return end < q - 2 && end >= 6 && Words.Equal(bytes.Slice(end - 6, 6), "ACTION"u8);
    }

    /// <summary>The sentence around a place, and the next one where it begins with <c>see</c>.</summary>
    private static ReadOnlySpan<byte> Sentence(ReadOnlySpan<byte> bytes, int at)
    {
        const int Reach = 200;
        var start = at;
        while (start > 0 && at - start < Reach && !(bytes[start - 1] is (byte)'.' or (byte)'?' or (byte)')'))
        {
            start--;
        }
        var end = at;
        var stops = 0;
        while (end < bytes.Length && end - at < Reach)
        {
            if (bytes[end] is (byte)'.' or (byte)'?')
            {
                var next = Words.SkipSpace(bytes, end + 1);
                if (++stops == 2 || !(Words.StartsWord(bytes[next..], "SEE"u8) || Words.StartsWord(bytes[next..], "PLEASE SEE"u8)))
                {
                    break;
                }
            }
            if (bytes[end] == '\n' && end + 1 < bytes.Length && bytes[end + 1] == '\n')
            {
                break;
            }
            end++;
        }
        return bytes[start..end];
    }

    /// <summary>Numbers behind <c>para</c>, <c>paras</c>, <c>paragraph</c>.</summary>
    private static void AddNumbers(ReadOnlySpan<byte> sentence, ImmutableArray<string>.Builder found)
    {
        var para = Words.IndexOf(sentence, "PARA"u8, 0, 2);
        if (para < 0)
        {
            return;
        }
        var at = para;
        while (at < sentence.Length && Words.IsLetter(sentence[at]))
        {
            at++;
        }
        while (at < sentence.Length)
        {
            if (Words.TryNumber(sentence, at, out _, out var digits))
            {
                var number = Encoding.ASCII.GetString(sentence.Slice(at, digits));
                if (digits <= 3 && !found.Contains(number))
                {
                    found.Add(number);
                }
                at += digits;
            }
            else if (Words.IsSpace(sentence[at]) || sentence[at] is (byte)',' or (byte)'&' or (byte)'-')
            {
                at++;
            }
            else if (Words.StartsWord(sentence[at..], "AND"u8))
            {
                at += 3;
            }
            else
            {
                return;
            }
        }
    }
}
