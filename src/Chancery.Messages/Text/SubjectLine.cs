using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Reads a telegram's SUBJECT over its lines (text.md 10).</summary>
internal sealed class SubjectLine(TextLines lines, TextReading reading)
{
    private const int MostLines = 12;
    private const int LongestHeading = 40;

    /// <summary>
    /// Reads the value at <paramref name="start"/> on line <paramref name="index"/>, whose label begins at <paramref name="label"/>; answers the
    /// line after it, and where on the last line a glued label begins (or -1).
    /// </summary>
    public (int Next, int Glued) Read(int index, int label, int start)
    {
        var front = lines.Bytes[label..start];
        var text = new StringBuilder();
        var first = -1;
        var end = start;
        var next = index;
        var glued = -1;
        for (; next < lines.End && next < index + MostLines; next++)
        {
            var span = next == index ? TextSpan.FromBounds(start, lines[next].End) : lines[next];
            var bytes = lines.Slice(span);
            if (next > index && first >= 0 && lines.IsPage(next))
            {
                continue;
            }
            if (first >= 0 && !span.IsEmpty && lines.IsPageNumber(next))
            {
                continue;
            }
            if (span.IsEmpty)
            {
                if (first >= 0 && !GoesOn(next, text))
                {
                    break;
                }
                continue;
            }
            if (next > index && (Stops(next, bytes) || IsUnderlined(next, bytes) || (text.Length > 0 && text[0] == '(' && IsMarked(bytes))))
            {
                break;
            }
            var inside = Labels.IndexInside(bytes, out _);
            inside =
                inside > 0 ? inside
                : ReferenceInside(bytes) is > 0 and var reference ? reference
                : ParagraphStart.IndexInside(bytes);
            if (inside > 0)
            {
                glued = span.Start + inside;
                span = TextSpan.FromBounds(span.Start, WordsEnd(span.Start, glued));
                bytes = lines.Slice(span);
            }
            first = first < 0 ? span.Start : first;
            Append(text, bytes, lines.Bytes);
            end = span.End;
            if (glued >= 0)
            {
                break;
            }
        }
        if (first < 0)
        {
            return (index + 1, -1);
        }
        if (first >= lines.Next(index))
        {
            reading.Remarks.Add(
                new Remark("SJ-3", new TextSpan(start, 0), "The SUBJECT line is empty; the next line was read as its words.")
            );
        }
        if (glued >= 0)
        {
            reading.Remarks.Add(
                new Remark("SJ-4", TextSpan.FromBounds(end, glued + 1), "A label is glued to the subject; the subject was cut there.")
            );
        }
        reading.SubjectSpan = TextSpan.FromBounds(first, end);
        SetSubject(front, text.ToString());
        return (glued >= 0 ? next : Math.Max(next, index + 1), glued);
    }

    /// <summary>
    /// A blank line ends the subject, but not the one in front of a page number, and not where the copy has a blank line behind every line.
    /// </summary>
    private bool GoesOn(int blank, StringBuilder subject)
    {
        var next = blank + 1;
        if (next >= lines.End || lines.IsBlank(next))
        {
            return blank > lines.First && lines.IsPageNumber(blank - 1) && next < lines.End;
        }
        if (lines.IsPageNumber(next))
        {
            return lines.NextFilled(next + 1) is var behind && behind < lines.End && IsInCapitals(lines.Text(behind), subject);
        }
        if (blank > lines.First && lines.IsPageNumber(blank - 1))
        {
            return IsInCapitals(lines.Text(next), subject);
        }
        return IsSpaced(blank) && next + 1 < lines.End && lines.IsBlank(next + 1) && IsInCapitals(lines.Text(next), subject);
    }

    /// <summary>Capitals go on with a subject in capitals; words with small letters are text.</summary>
    private static bool IsInCapitals(ReadOnlySpan<byte> line, StringBuilder subject) =>
        !line.ContainsAnyInRange((byte)'a', (byte)'z') && !subject.ToString().AsSpan().ContainsAnyInRange('a', 'z');

    /// <summary>A blank line behind every line: the three above are so.</summary>
    private bool IsSpaced(int blank)
    {
        for (var i = blank; i > blank - 6; i -= 2)
        {
            if (i < lines.First + 2 || !lines.IsBlank(i) || lines.IsBlank(i - 1))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary><c>SUBJECT: … REF A. POST 12</c>: without its colon a reference counts where a known post and its number follow.</summary>
    private int ReferenceInside(ReadOnlySpan<byte> text)
    {
        for (var at = 0; text[at..].IndexOf(" REF"u8) is >= 0 and var next; )
        {
            at += next + 1;
            if (Labels.TryRead(text[at..], out var label, out var length) && label == TextLabel.Reference)
            {
                var entry = text[(at + length)..].TrimStart(" ("u8);
                var letter = entry.Length > 2 && Words.IsUpper(entry[0]) && entry[1] is (byte)'.' or (byte)')' or (byte)':' ? 2 : 0;
                entry = entry[letter..].TrimStart((byte)' ');
                if (
                    ReferenceWords.TryKnownCable(lines.Context, entry, out _, out _)
                    || (letter > 0 && ReferenceWords.TryCable(lines.Context, entry, out _, out _))
                )
                {
                    return at;
                }
            }
        }
        return -1;
    }

    /// <summary>Where the words in front of a glued label end; a comma or semicolon that parts them is none of them.</summary>
    private int WordsEnd(int start, int end)
    {
        end = Words.TrimEnd(lines.Bytes, start, end);
        return end > start && lines.Bytes[end - 1] is (byte)';' or (byte)',' ? Words.TrimEnd(lines.Bytes, start, end - 1) : end;
    }

    /// <summary>
    /// Joins with one blank; behind a hyphen inside a compound without. The hyphen itself goes where the message has the word whole elsewhere.
    /// </summary>
    private static void Append(StringBuilder text, ReadOnlySpan<byte> line, ReadOnlySpan<byte> message)
    {
        var hyphenated = text.Length > 1 && text[^1] == '-' && (char.IsAsciiLetterOrDigit(text[^2]) || text[^2] == '.');
        if (text.Length > 0 && !hyphenated)
        {
            text.Append(' ');
        }
        if (hyphenated && IsWholeElsewhere(text, line, message))
        {
            text.Length--;
        }
        text.Append(Encoding.UTF8.GetString(line));
    }

    private static bool IsWholeElsewhere(StringBuilder text, ReadOnlySpan<byte> line, ReadOnlySpan<byte> message)
    {
        Span<byte> word = stackalloc byte[LongestHeading];
        var start = text.Length - 1;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }
        var (front, back) = (text.Length - 1 - start, Words.WordLength(line, 0));
        if (front < 2 || back < 2 || front + back > LongestHeading || !Ascii.IsValid(line[..back]))
        {
            return false;
        }
        for (var i = 0; i < front; i++)
        {
            word[i] = (byte)char.ToUpperInvariant(text[start + i]);
        }
        Ascii.ToUpper(line[..back], word[front..], out _);
        return Words.IndexOf(message, word[..(front + back)], 0, front) >= 0;
    }

    private void SetSubject(ReadOnlySpan<byte> front, string text)
    {
        Marking? mark = null;
        text = text.TrimStart(':', ' ');
        text = text.StartsWith("SUBJECT:", StringComparison.OrdinalIgnoreCase) ? text[8..].TrimStart(' ') : text;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (PortionMark.TryRead(bytes, behindNumber: true, out var level, out var length))
        {
            mark = PortionMark.Make(bytes.AsSpan(0, length), level);
            text = Encoding.UTF8.GetString(bytes.AsSpan(length)).TrimStart(' ', ':', '-');
        }
        else if (front.Length > 0 && front[0] == '(' && PortionMark.TryRead(front, behindNumber: false, out level, out length))
        {
            mark = PortionMark.Make(front[..length], level);
        }
        if (TrailingMark(text, out level) is { } at && (mark is null || mark.Level == level))
        {
            reading.Remarks.Add(new Remark("SJ-6", reading.SubjectSpan, $"The mark {text[at..]} stands behind the subject."));
            mark ??= PortionMark.Make(Encoding.UTF8.GetBytes(text[at..]), level);
            text = text[..at].TrimEnd();
        }
        text = WithoutCaption(Squeezed(text));
        if (text.Length > 0)
        {
            reading.Subject = new Subject(text, mark);
        }
    }

    /// <summary>Runs of blanks as one: justified lines have them.</summary>
    private static string Squeezed(string text) =>
        text.Contains("  ", StringComparison.Ordinal) || text.Contains('\t', StringComparison.Ordinal)
            ? string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            : text;

    /// <summary><c>… VISIT SIPDIS</c>: a caption that was glued behind the subject belongs to the captions (CP-6).</summary>
    private string WithoutCaption(string text)
    {
        const string Caption = "SIPDIS";
        if (!text.EndsWith(" " + Caption, StringComparison.Ordinal))
        {
            return text;
        }
        reading.Remarks.Add(new Remark("CP-6", reading.SubjectSpan, $"{Caption} stands behind the subject; it was read as a caption."));
        reading.Captions = reading.Captions.Contains(Caption) ? reading.Captions : reading.Captions.Add(Caption);
        return text[..^Caption.Length].TrimEnd();
    }

    /// <summary>Where a mark in capitals stands behind the words; other brackets are words (SJ-6).</summary>
    private static int? TrailingMark(string text, out Level level)
    {
        level = Level.Unclassified;
        var open = text.EndsWith(')') ? text.LastIndexOf('(') : -1;
        return
            open > 0
            && text.Length - open <= 10
            && !text.AsSpan(open).ContainsAnyInRange('a', 'z')
            && PortionMark.TryRead(Encoding.UTF8.GetBytes(text[open..]), behindNumber: false, out level, out var length)
            && length == text.Length - open
            ? open
            : null;
    }

    /// <summary>A line with a mark of its own, below a subject with one, is a portion of its own.</summary>
    private static bool IsMarked(ReadOnlySpan<byte> text) => PortionMark.TryRead(text, behindNumber: false, out _, out _);

    private bool Stops(int index, ReadOnlySpan<byte> text)
    {
        if (
            lines.IsPage(index)
            || Labels.TryRead(text, out _, out _)
            || DamagedLabel.TryRead(lines.Context, text, out _, out _)
            || IsMarkedLabel(text)
            || IsRule(text)
            || IsCaption(text)
        )
        {
            return true;
        }
        if (
            ParagraphStart.TryRead(text, out var paragraph)
            && (paragraph.HasMark || (paragraph.Number == 1 && !IsOpen(lines.Text(index - 1))))
        )
        {
            return true;
        }
        if (LevelWord.TryRead(text, out _, out var length) && (text[1] == ' ' || length == text.Length))
        {
            return true;
        }
        return IsNotice(text) || IsPassage(text) || Words.StartsWord(text, "BEGIN TEXT"u8) || IsActionRequest(text);
    }

    /// <summary><c>ACTION REQUEST - SEE PARA 3</c>, or the words alone.</summary>
    private static bool IsActionRequest(ReadOnlySpan<byte> text)
    {
        if (!Words.StartsWord(text, "ACTION REQUEST"u8))
        {
            return false;
        }
        var next = Words.SkipBlanks(text, 14);
        return next == text.Length || text[next] is (byte)'-' or (byte)':' or (byte)'.';
    }

    /// <summary><c>(C) Classified by …</c>.</summary>
    private static bool IsMarkedLabel(ReadOnlySpan<byte> text) =>
        text[0] == '('
        && PortionMark.TryRead(text, behindNumber: false, out _, out var mark)
        && Labels.TryRead(text[Words.SkipBlanks(text, mark)..], out _, out _);

    /// <summary>Words about the message and its handling, with a mark of their own or without.</summary>
    private static bool IsNotice(ReadOnlySpan<byte> text)
    {
        text = PortionMark.TryRead(text, behindNumber: false, out _, out var mark) ? text[Words.SkipBlanks(text, mark)..] : text;
        return Words.Starts(text, "SENSITIVE BUT"u8)
            || Words.Starts(text, "THIS IS AN ACTION"u8)
            || Words.Starts(text, "THIS MESSAGE IS"u8)
            || Words.Starts(text, "THIS CABLE IS"u8)
            || Words.Starts(text, "THIS TELEGRAM IS"u8)
            || Words.Starts(text, "PLEASE PROTECT"u8)
            || Words.Starts(text, "NOT FOR INTERNET"u8);
    }

    /// <summary>A line that ends with a preposition or an article goes on, also where a date follows: <c>… ON</c> and below it <c>1. MAY</c>.</summary>
    private static bool IsOpen(ReadOnlySpan<byte> line)
    {
        var word = line[(line.LastIndexOf((byte)' ') + 1)..];
        return word.Length is >= 2 and <= 4
            && (
                Words.Equal(word, "ON"u8)
                || Words.Equal(word, "OF"u8)
                || Words.Equal(word, "TO"u8)
                || Words.Equal(word, "BY"u8)
                || Words.Equal(word, "IN"u8)
                || Words.Equal(word, "AND"u8)
                || Words.Equal(word, "THE"u8)
                || Words.Equal(word, "FOR"u8)
                || Words.Equal(word, "WITH"u8)
                || Words.Equal(word, "FROM"u8)
            );
    }

    /// <summary>A heading in capitals above a rule of its own length: <c>INTRODUCTION</c> and twelve dashes.</summary>
    private bool IsUnderlined(int index, ReadOnlySpan<byte> text) =>
        text.Length <= LongestHeading
        && index + 1 < lines.End
        && IsRule(lines.Text(index + 1))
        && Math.Abs(lines.Text(index + 1).Length - text.Length) <= 1
        && text.IndexOfAnyInRange((byte)'a', (byte)'z') < 0;

    /// <summary>A line of four or more dashes, equal signs, stars or underscores.</summary>
    private static bool IsRule(ReadOnlySpan<byte> text) =>
        text.Length >= 4 && text.StartsWith("***"u8)
        || text.Length >= 4
            && text[0] is (byte)'-' or (byte)'=' or (byte)'*' or (byte)'_' or (byte)'#' or (byte)'.'
            && !text[..4].ContainsAnyExcept(text[0]);

    private static bool IsCaption(ReadOnlySpan<byte> text) =>
        text.Length is >= 5 and <= 9
        && (
            Words.Equal(text, "SIPDIS"u8)
            || Words.Equal(text, "NOFORN"u8)
            || Words.Equal(text, "NODIS"u8)
            || Words.Equal(text, "EXDIS"u8)
            || Words.Equal(text, "LIMDIS"u8)
            || Words.Equal(text, "STADIS"u8)
            || Words.Equal(text, "SENSITIVE"u8)
        );

    /// <summary>The length of <c>I. </c> and its like in front of a heading; 0 without one.</summary>
    private static int RomanNumber(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExcept("IVX"u8);
        return end > 0 && end < text.Length && text[end] is (byte)'.' or (byte)')' ? Words.SkipBlanks(text, end + 1) : 0;
    }

    /// <summary>A passage's label alone on its line, or that of a summary with its sign: <c>(C) SUMMARY: …</c>.</summary>
    private static bool IsPassage(ReadOnlySpan<byte> text)
    {
        text = text[RomanNumber(text)..];
        text = text[(PortionMark.TryRead(text, behindNumber: false, out _, out var mark) ? Words.SkipBlanks(text, mark) : 0)..];
        return PassageLabel.TryRead(text, out var label, out var words, out _)
            && (words >= text.Length - 1 || label == "summary" || text[words] == ':' || text[words] == '.' && label != "note");
    }
}
