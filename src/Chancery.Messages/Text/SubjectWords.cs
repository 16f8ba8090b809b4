namespace Chancery.Messages.Text;

/// <summary>Finds a subject behind <c>SUBJ:</c> in a text without a SUBJ set (text.md 1, NAVAL-PLAIN).</summary>
internal static class SubjectWords
{
    /// <summary>A line longer than this lost its line ends.</summary>
    private const int LongestLine = 80;
    private const int MostLinesAbove = 40;

    /// <summary>So much may stand between a title and <c>SUBJ:</c> on its line: <c>COMDTNOTE 5350</c>.</summary>
    private const int LongestBetween = 24;

    /// <summary>Among so many first lines <c>SUBJ</c> may lack its colon.</summary>
    private const int MostFirst = 12;

    /// <summary>Among so many lines of a subject the text is looked for that was joined to it.</summary>
    private const int MostJoined = 4;

    /// <summary>The subject's words: up to two slants, a blank line, a number or a set.</summary>
    public static TextSpan? Find(TextLines lines)
    {
        for (var i = lines.First; i < lines.End; i++)
        {
            var span = lines[i];
            if (span.Length > LongestLine && Inside(lines, i, span) is { } inside)
            {
                return inside;
            }
            if (span.IsEmpty)
            {
                continue;
            }
            if (LabelLength(lines.Slice(span)) is not (var label and > 0))
            {
                label =
                    GluedLabel(lines.Slice(span)) is > 0 and var behind ? behind
                    : i - lines.First < MostFirst && IsBare(lines.Slice(span)) ? 5
                    : 0;
                if (label == 0)
                {
                    continue;
                }
            }
            var first = span.Start + label == span.End ? lines.NextFilled(i + 1) : i;
            if (first >= lines.End)
            {
                return null;
            }
            var start = first == i ? Words.SkipBlanks(lines.Bytes, span.Start + label) : lines[first].Start;
            return TextSpan.FromBounds(start, End(lines, first, start));
        }
        return null;
    }

    /// <summary>The subject where it stands above the heading, in capitals: <c>SUBJ/WORDS//</c>, <c>SUBJECT: WORDS</c>; a mail's subject is none.</summary>
    public static TextSpan? FindAbove(TextContext context)
    {
        for (var i = 0; i < Math.Min(context.First, Math.Min(context.Lines.Count, MostLinesAbove)); i++)
        {
            var text = context.Lines.Text(i);
            var label =
                text.StartsWith("SUBJ/"u8) ? 5
                : text.StartsWith("SUBJ"u8) ? LabelLength(text)
                : 0;
            if (label > 0)
            {
                var end = text[label..].IndexOf("//"u8) is >= 0 and var slants ? label + slants : text.Length;
                var start = context.Lines[i].WordsStart;
                return TextSpan.FromBounds(start + Words.SkipBlanks(text, label), start + end);
            }
        }
        return null;
    }

    /// <summary>The words behind a label that is glued to the title or the subject code: <c>ALCOAST 091/21SUBJ: …</c>, <c>//N01000//SUBJ: …</c>; 0 where there is none.</summary>
    public static int GluedLabel(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf("SUBJ:"u8);
        return
            at > 5
            && (
                text[..at].EndsWith("//"u8)
                || (TitleLine.TryRead(text, out _, out var title) && (title + LongestBetween >= at || Words.SkipBlanks(text, title) == at))
                || Words.StartsWord(text, "COMDTNOTE"u8)
                || Words.StartsWord(text, "SSIC"u8)
            )
            ? at + 5
            : 0;
    }

    /// <summary>A message on one line: <c>… SUBJ: WORDS 1. TEXT</c>.</summary>
    private static TextSpan? Inside(TextLines lines, int index, TextSpan line)
    {
        var text = lines.Slice(line);
        var label = text.IndexOf(" SUBJ:"u8);
        if (label < 0)
        {
            return null;
        }
        var start = Words.SkipBlanks(text, label + 6);
        var words = text[start..];
        var end = words.IndexOf(" 1. "u8) is >= 0 and var first ? first : words.Length;
        end = words[..end].IndexOf("//"u8) is >= 0 and var slants ? slants : end;
        end = PlainReferences.OpensInside(lines, index, words) is > 0 and var row ? Math.Min(end, row) : end;
        return TextSpan.FromBounds(line.Start + start, Words.TrimEnd(lines.Bytes, line.Start + start, line.Start + start + end));
    }

    /// <summary>The length of <c>SUBJ:</c>, <c>SUBJECT:</c> or <c>SUBJ </c> with its colon, or 0.</summary>
    public static int LabelLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 5 || (text[0] & 0xDF) != 'S')
        {
            return 0;
        }
        var word =
            Words.StartsWord(text, "SUBJECT"u8) ? 7
            : Words.StartsWord(text, "SUBJ"u8) ? 4
            : text[3] == ':' && (text.StartsWith("SUB"u8) || text.StartsWith("SBJ"u8) || text.StartsWith("SUJ"u8)) ? 3
            : 0;
        if (word == 0)
        {
            return 0;
        }
        var at = Words.SkipBlanks(text, word);
        return at < text.Length && text[at] is (byte)':' or (byte)';' ? at + 1 : 0;
    }

    private static int End(TextLines lines, int first, int start)
    {
        var end = start;
        for (var i = first; i < lines.End; i++)
        {
            var span = i == first ? TextSpan.FromBounds(start, lines[i].End) : lines[i];
            var text = lines.Slice(span);
            if (span.IsEmpty || (i > first && (Stops(text) || PlainReferences.Opens(lines, i))))
            {
                break;
            }
            var slants = text.IndexOf("//"u8);
            if (slants >= 0)
            {
                return span.Start + slants;
            }
            if (i - first < MostJoined && PlainReferences.OpensInside(lines, i, text) is > 0 and var row)
            {
                return Words.TrimEnd(lines.Bytes, span.Start, span.Start + row);
            }
            if (
                i - first < MostJoined
                && PlainReferences.FirstInside(text) is > 0 and var paragraph
                && SecondFollows(lines, i, text[paragraph..])
            )
            {
                return Words.TrimEnd(lines.Bytes, span.Start, span.Start + paragraph);
            }
            end = span.End;
        }
        return end;
    }

    /// <summary><c>SUBJ WORDS</c>, in capitals.</summary>
    public static bool IsBare(ReadOnlySpan<byte> text) =>
        text.StartsWith("SUBJ "u8) && text.Length > 8 && !text.ContainsAnyInRange((byte)'a', (byte)'z');

    /// <summary>A second number on the line or below it, or nothing: a list in the subject's own words is told from the text.</summary>
    private static bool SecondFollows(TextLines lines, int index, ReadOnlySpan<byte> text)
    {
        var next = lines.NextFilled(index + 1);
        return next >= lines.End
            || (text.IndexOf(". 2. "u8) > 0)
            || (ParagraphStart.TryRead(lines.Text(next), out var second) && second.Number == 2);
    }

    private static bool Stops(ReadOnlySpan<byte> text) =>
        ParagraphStart.TryRead(text, out _)
        || SetWord.TryRead(text, out _, out _, out _)
        || TitleLine.Is(text)
        || Words.Starts(text, "REF"u8)
        || Words.StartsWord(text, "UNCLASSIFIED"u8)
        || Words.StartsWord(text, "FM"u8)
        || Words.StartsWord(text, "POC"u8)
        // What the army's relay prints below the subject.
        || Words.Starts(text, "THIS MESSAGE HAS BEEN SENT"u8);
}
