using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Reads a telegram's SUBJECT over its lines (text.md 10).</summary>
internal sealed class SubjectLine(TextLines lines, TextReading reading)
{
    private const int MostLines = 12;

    /// <summary>Reads the value at <paramref name="start"/> on line <paramref name="index"/>; answers the line after it, and where on the last line a glued label begins (or -1).</summary>
    public (int Next, int Glued) Read(int index, int start)
    {
        var text = new StringBuilder();
        var first = -1;
        var end = start;
        var next = index;
        var glued = -1;
        for (; next < lines.End && next < index + MostLines; next++)
        {
            var span = next == index ? TextSpan.FromBounds(start, lines[next].End) : lines[next];
            var bytes = lines.Slice(span);
            if (span.IsEmpty)
            {
                if (first >= 0)
                {
                    break;
                }
                continue;
            }
            if (next > index && Stops(next, bytes))
            {
                break;
            }
            var label = Labels.IndexInside(bytes, out _);
            if (label > 0)
            {
                glued = span.Start + label;
                span = TextSpan.FromBounds(span.Start, Words.TrimEnd(lines.Bytes, span.Start, glued));
                bytes = lines.Slice(span);
            }
            first = first < 0 ? span.Start : first;
            Append(text, bytes);
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
        SetSubject(text.ToString());
        return (glued >= 0 ? next : Math.Max(next, index + 1), glued);
    }

    /// <summary>Joins with one blank; behind a hyphen inside a compound without.</summary>
    private static void Append(StringBuilder text, ReadOnlySpan<byte> line)
    {
        var hyphenated = text.Length > 1 && text[^1] == '-' && char.IsAsciiLetterOrDigit(text[^2]);
        if (text.Length > 0 && !hyphenated)
        {
            text.Append(' ');
        }
        text.Append(Encoding.UTF8.GetString(line));
    }

    private void SetSubject(string text)
    {
        Marking? mark = null;
        var bytes = Encoding.UTF8.GetBytes(text);
        if (PortionMark.TryRead(bytes, behindNumber: false, out var level, out var length))
        {
            mark = PortionMark.Make(bytes.AsSpan(0, length), level);
            text = Encoding.UTF8.GetString(bytes.AsSpan(length)).TrimStart();
        }
        else if (TrailingMark(text) is { } at)
        {
            mark = PortionMark.Make(Encoding.UTF8.GetBytes(text[at..]), Level.Unclassified);
            text = text[..at].TrimEnd();
        }
        if (text.Length > 0)
        {
            reading.Subject = new Subject(text, mark);
        }
    }

    /// <summary>A trailing <c>(U)</c> is the mark; other brackets are words (SJ-6).</summary>
    private static int? TrailingMark(string text) =>
        text.EndsWith("(U)", StringComparison.OrdinalIgnoreCase) && text.Length > 3 ? text.Length - 3 : null;

    private bool Stops(int index, ReadOnlySpan<byte> text)
    {
        if (lines.IsPage(index) || Labels.TryRead(text, out _, out _) || text.StartsWith("----"u8))
        {
            return true;
        }
        if (ParagraphStart.TryRead(text, out var paragraph) && (paragraph.HasMark || paragraph.Number == 1))
        {
            return true;
        }
        if (LevelWord.TryRead(text, out _, out var length) && (text[1] == ' ' || length == text.Length))
        {
            return true;
        }
        return Words.Starts(text, "SENSITIVE BUT"u8)
            || Words.Starts(text, "THIS IS AN ACTION REQUEST"u8)
            || (PassageLabel.TryRead(text, out _, out var words, out _) && words >= text.Length - 1);
    }
}
