using Chancery.Messages.Text;

namespace Chancery.Messages.Sections;

/// <summary>
/// Joins sections byte by byte: the first down to the end of its words, of those between the words alone, of the last the words and all
/// behind them (text.md 6, reassembly 5 to 7).
/// </summary>
internal static class SectionTexts
{
    /// <summary>The joined bytes of sections in the order of their numbers; at least one.</summary>
    public static JoinedText Join(List<Message> sections)
    {
        using var joined = new MemoryStream();
        var placed = ImmutableArray.CreateBuilder<JoinedSection>(sections.Count);
        var line = default(ReadOnlyMemory<byte>);
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            var start = i == 0 ? 0 : BodyStart(section, sections[0]);
            var end = i + 1 < sections.Count ? BodyEnd(section, start) : section.Raw.Length;
            var words = section.Raw[start..end];
            if (i > 0)
            {
                words = WithoutRepeat(words, line);
                Separate(joined, line.Span, words.Span);
            }
            var from = (int)joined.Length;
            joined.Write(words.Span);
            placed.Add(new JoinedSection(section.Section!.Number!.Value, section, TextSpan.FromBounds(from, (int)joined.Length)));
            line = LastLine(words);
        }
        return new JoinedText(joined.ToArray(), placed.MoveToImmutable());
    }

    /// <summary>Behind what each section repeats: classification line, captions, E.O., TAGS, SUBJECT, REF; naval sets where they are those of the first.</summary>
    private static int BodyStart(Message section, Message first)
    {
        var start = section.Body.Start;
        foreach (var set in section.Sets)
        {
            if (set.Span.Start < start || !section.Raw.Span[start..set.Span.Start].ContainsAnyExcept(" \r\n"u8))
            {
                var bytes = section.Raw.Slice(set.Span.Start, set.Span.Length);
                if (!first.Sets.Any(other => first.Raw.Span.Slice(other.Span.Start, other.Span.Length).SequenceEqual(bytes.Span)))
                {
                    break;
                }
                start = Math.Max(start, set.Span.End);
            }
        }
        return start + Math.Max(0, section.Raw.Span[start..].IndexOfAnyExcept(" \r\n"u8));
    }

    /// <summary>Before signature and banners, which are no words: a telegram's last paragraph tells where they end.</summary>
    private static int BodyEnd(Message section, int start)
    {
        var end =
            section.Family is TextFamily.State2000 or TextFamily.Nara1970 && section.Paragraphs is [.., var last] && last.Span.End > start
                ? last.Span.End
                : Math.Max(start, section.Body.End);
        while (end > start && (section.Raw.Span[end - 1] is (byte)' ' or (byte)'\r' or (byte)'\n'))
        {
            end--;
        }
        return end;
    }

    /// <summary>A sentence that goes on is joined with one blank, all else with a line end (reassembly 6).</summary>
    private static void Separate(MemoryStream joined, ReadOnlySpan<byte> last, ReadOnlySpan<byte> next)
    {
        var isEnded =
            last.IsEmpty
            || last[^1] is (byte)'.' or (byte)'?' or (byte)'!' or (byte)':' or (byte)'"' or (byte)')' or (byte)'/' or (byte)'-';
        var line = next[..LineLength(next)];
        joined.Write(isEnded || ParagraphStart.TryRead(line, out _) ? "\n"u8 : " "u8);
    }

    private static ReadOnlyMemory<byte> WithoutRepeat(ReadOnlyMemory<byte> words, ReadOnlyMemory<byte> line)
    {
        var length = LineLength(words.Span);
        if (line.IsEmpty || !words.Span[..length].TrimEnd((byte)' ').SequenceEqual(line.Span))
        {
            return words;
        }
        var rest = words[length..];
        var filled = rest.Span.IndexOfAnyExcept("\r\n"u8);
        return filled < 0 ? default : rest[filled..];
    }

    private static int LineLength(ReadOnlySpan<byte> text) =>
        text.IndexOfAny((byte)'\r', (byte)'\n') is >= 0 and var end ? end : text.Length;

    private static ReadOnlyMemory<byte> LastLine(ReadOnlyMemory<byte> text)
    {
        var start = text.Span.LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
        var line = text[start..];
        return line[..line.Span.TrimEnd((byte)' ').Length];
    }
}
