using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>
/// Finds the highest level that stands anywhere inside the text: portion marks, page lines, banners, classification lines of quoted texts.
/// In doubt it takes the higher, for reading rights go by it (design: effectiveLevel).
/// </summary>
internal sealed class LevelsInside(TextLines lines, TextReading reading, bool isTelegram)
{
    private int lastLetter;

    public void Find()
    {
        FindMarks();
        FindLines();
    }

    private void Raise(Level level, TextSpan span, string source)
    {
        if (reading.HighestInside is { } known && known >= level)
        {
            return;
        }
        reading.HighestInside = level;
        reading.HighestInsideSource = source;
        reading.HighestInsideSpan = span;
    }

    private void FindMarks()
    {
        var bytes = lines.Bytes[..lines.Stop];
        var at = lines.Start;
        while (at < bytes.Length)
        {
            var bracket = bytes[at..].IndexOf((byte)'(');
            if (bracket < 0)
            {
                return;
            }
            at += bracket;
            var isFirst = at + 1 < bytes.Length && (bytes[at + 1] & 0xDF) is 'T' or 'S' or 'C' or 'U' or 'R' or 'L' or 'F' or 0 or 8;
            if (isFirst && PortionMark.TryRead(bytes[at..], behindNumber: false, out var level, out var length))
            {
                if (IsMark(bytes, at, length))
                {
                    Raise(level, new TextSpan(at, length), "portion mark");
                }
            }
            if (at + 2 < bytes.Length && bytes[at + 2] == ')' && Words.IsLetter(bytes[at + 1]) && at > 0 && Words.IsSpace(bytes[at - 1]))
            {
                lastLetter = bytes[at + 1] & 0xDF;
            }
            at++;
        }
    }

    /// <summary>A mark stands at the start of a line, behind a number, a bullet or a heading, and is no letter of an enumeration (PA-5).</summary>
    private bool IsMark(ReadOnlySpan<byte> bytes, int at, int length)
    {
        var mark = bytes.Slice(at, length);
        var isLetter = length == 3;
        if (isLetter && !isTelegram && !Words.IsUpper(mark[1]))
        {
            return false;
        }
        var before = at;
        while (before > lines.Start && Words.IsBlank(bytes[before - 1]))
        {
            before--;
        }
        if (before == lines.Start)
        {
            return true;
        }
        var last = bytes[before - 1];
        var isBehindNumber = last is (byte)'.' or (byte)')' && IsNumberBefore(bytes, before - 1);
        if (!isBehindNumber && isLetter && lastLetter == (mark[1] & 0xDF) - 1)
        {
            // (C) behind (B) goes on with a list, but not "1. (C)" below "reasons 1.4 (b)".
            return false;
        }
        if (last is (byte)'\n' or (byte)'\r')
        {
            return (isTelegram && !isLetter) || BeginsPortion(bytes, before);
        }
        if (isBehindNumber)
        {
            return true;
        }
        return last switch
        {
            (byte)'-' or (byte)'*' => isTelegram || !isLetter,
            (byte)'/' or (byte)':' => isTelegram || IsBehindSubject(bytes, before),
            (byte)'.' or (byte)'!' or (byte)'?' => isTelegram,
            _ => before < at && PortionMark.IsUnmistakable(mark),
        };
    }

    /// <summary>A line's start counts where the line before has come to an end: "…SEE REF" and below it "(C) …" is prose that wrapped.</summary>
    private bool BeginsPortion(ReadOnlySpan<byte> bytes, int lineStart)
    {
        // What stands above a page line is what the line goes on from.
        while (lineStart > lines.Start && lines.LineAt(lineStart - 1, lines.First) is var above && lines.IsPage(above))
        {
            lineStart = lines.LineStart(above);
        }
        var end = lineStart;
        var feeds = 0;
        while (end > lines.Start && Words.IsSpace(bytes[end - 1]))
        {
            feeds += bytes[end - 1] == '\n' ? 1 : 0;
            end--;
        }
        return end == lines.Start
            || (isTelegram && feeds > 1)
            || bytes[end - 1] is (byte)'.' or (byte)':' or (byte)'/' or (byte)'?' or (byte)'-';
    }

    /// <summary><c>3.</c> and <c>3)</c> at the start of a line; <c>18B(3)</c> is none.</summary>
    private bool IsNumberBefore(ReadOnlySpan<byte> bytes, int end)
    {
        var at = end;
        while (at > lines.Start && end - at < 3 && Words.IsDigit(bytes[at - 1]))
        {
            at--;
        }
        return at < end && (at == lines.Start || Words.IsSpace(bytes[at - 1]) || bytes[at - 1] is (byte)'/' or 0xB6);
    }

    private static bool IsBehindSubject(ReadOnlySpan<byte> bytes, int before) =>
        before >= 5 && Words.Equal(bytes.Slice(before - 5, 4), "SUBJ"u8);

    private void FindLines()
    {
        for (var i = lines.First; i < lines.End; i++)
        {
            if (!lines.MayBe(LineSigns.Level, i) && !lines.IsPage(i))
            {
                continue;
            }
            var span = lines[i];
            if (span.IsEmpty || reading.ClassificationSpan is { Length: > 0 } own && span.Contains(own.Start))
            {
                continue;
            }
            var text = lines.Slice(span);
            if (lines.IsPage(i))
            {
                FindInPageLine(span, text);
            }
            else if ((text[0] & 0xDF) is 'C' or 'S' or 'T' or 'U' or 'R' or 'L' or 'N' or 'F')
            {
                FindInLine(span, text);
            }
        }
    }

    private void FindInLine(TextSpan span, ReadOnlySpan<byte> text)
    {
        if (!LevelWord.TryRead(text, out var level, out var length))
        {
            return;
        }
        var place = new TextSpan(span.Start, length);
        if (IsBannerRest(text[length..]) && (text[1] == ' ' || length < text.Length || BeginsPortion(lines.Bytes, span.Start)))
        {
            Raise(level, place, "banner");
        }
        else if (text[1] == ' ' || NumberWords.TryRead(text[Words.SkipBlanks(text, length)..], out var found) && found.Digits >= 5)
        {
            Raise(level, place, "quoted text");
        }
    }

    private static bool IsBannerRest(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("//"u8) || rest.IndexOfAnyExcept((byte)' ', (byte)'/', (byte)'.') < 0;

    private void FindInPageLine(TextSpan span, ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (
                (at == 0 || Words.IsBlank(text[at - 1]))
                && Words.IsLetter(text[at])
                && LevelWord.TryRead(text[at..], out var level, out var length)
            )
            {
                Raise(level, new TextSpan(span.Start + at, length), "page line");
                return;
            }
        }
    }
}
