using Chancery.Messages.Framing;
using Chancery.Messages.Text;

namespace Chancery.Messages.Heading;

/// <content>Where the text begins and ends, and format lines 11 and 13 to 16 (text.md 2; transmission.md 2.10).</content>
internal sealed partial class HeadingReader
{
    /// <summary>A first BT behind no more lines than these still opens the text: the classification line slipped in front of it.</summary>
    private const int MostLinesBeforeOpening = 2;

    private void ReadText(int at)
    {
        var isOpen = reading.BreakCount > 0;
        at = textInside < 0 ? SkipBlank(at) : at;
        if (textInside < 0 && at < lines.Count && FormatLine.IsBreak(Text(at), out var length) && Text(at).Length == length)
        {
            Mark(at, 11);
            reading.BreakCount = 1;
            isOpen = true;
            at = SkipDoubledBreaks(at + 1);
        }
        else if (textInside < 0 && at < lines.Count && FormatLine.IsGluedBreak(Text(at)))
        {
            Mark(at, 11);
            reading.BreakCount = 1;
            isOpen = true;
            textInside = lines[at].TrimmedEnd - FormatLine.Trim(Text(at)[2..]).Length;
            reading.FormatLines[11] = new TextSpan(Start(at), 2);
        }
        FindLateDtg(at);
        reading.TextFirst = at;
        reading.TextStart =
            textInside >= 0 ? textInside
            : at < lines.Count ? lines[at].Start
            : Bytes.Length;
        var end = CancelledAt(at, FindEnd(at, isOpen));
        reading.TextEnd = end;
        reading.TextStop = end > at ? Math.Max(reading.TextStart, lines[end - 1].End) : reading.TextStart;
        if (reading.TextStop > reading.TextStart)
        {
            Begin(reading.TextStart, PartKind.FormatLine, 12);
            reading.FormatLines[12] = TextSpan.FromBounds(reading.TextStart, reading.TextStop);
            MarkPagesOfText();
        }
        var isGlued = !hasClosing && FindGluedEnding(at, ref end);
        ReadEnding(isGlued ? end + 1 : end);
    }

    /// <summary>The line behind further BT that only double the first: text still follows them.</summary>
    private int SkipDoubledBreaks(int at)
    {
        for (; ; )
        {
            var next = NextWithText(at);
            if (next < 0 || !FormatLine.IsBreak(Text(next), out var length) || Text(next).Length != length)
            {
                return at;
            }
            var behind = NextWithText(next + 1);
            if (behind < 0 || FormatLine.IsEnd(Text(behind)) || FormatLine.IsValidation(Text(behind)))
            {
                return at;
            }
            reading.BreakCount++;
            NoteDoubled(next);
            at = next + 1;
        }
    }

    /// <summary>Reading copies may print the date-time group below the classification line; it stays part of the text.</summary>
    private void FindLateDtg(int at)
    {
        if (reading.Dtg is null && reading.IsPlain)
        {
            FindDtgInside(SkipBlank(at));
        }
        if (reading.Dtg is not null || reading.IsPlain)
        {
            return;
        }
        for (var seen = 0; at < lines.Count && seen < 3; at++)
        {
            var text = Text(at);
            seen += text.IsEmpty ? 0 : 1;
            if (DtgLine.TryRead(text, out var dtg))
            {
                SetDtg(at, text, dtg);
                reading.Remarks.Add(new Remark("TX-109", lines[at].Span, LateDtg));
                FinishStation();
                return;
            }
        }
    }

    private bool hasClosing;

    private int SkipBlank(int at)
    {
        var next = NextWithText(at);
        return next < 0 ? lines.Count : next;
    }

    /// <summary>The line on which the text ends: closing BT; else the validation line, NNNN, an archive's end mark, or the end of the message.</summary>
    private int FindEnd(int at, bool isOpen)
    {
        var validation = -1;
        var seen = 0;
        var bytes = Bytes;
        for (; at < lines.Count; at++)
        {
            ref readonly var line = ref lines[at];
            if (line.IsBlank)
            {
                continue;
            }
            seen++;
            if ((line.Signs & LineSigns.Procedure) == 0 || !MayEndText(bytes, line))
            {
                continue;
            }
            var text = Text(at);
            switch (text[0])
            {
                case (byte)'B' when FormatLine.IsBreak(text, out _):
                    if ((isOpen || seen > MostLinesBeforeOpening + 1) && !OpensAgain(at))
                    {
                        hasClosing = true;
                        return at;
                    }
                    isOpen = true;
                    reading.BreakCount++;
                    break;
                case (byte)'N' when FormatLine.IsEnd(text):
                case (byte)'<' when text.StartsWith("<< END OF DOCUMENT >>"u8):
                case (byte)'M' when text.SequenceEqual("Message Attributes"u8):
                    return validation < 0 ? at : validation;
                case (byte)'#' when validation < 0 && FormatLine.IsValidation(text):
                    validation = BehindBreak(at);
                    break;
                default:
                    if (PageLine.Is(text))
                    {
                        reading.PageLines.Add(at);
                    }
                    break;
            }
        }
        return validation < 0 ? lines.Count : validation;
    }

    /// <summary>The line of a cancellation sign straight before the end, which is no text; else the end.</summary>
    private int CancelledAt(int first, int end)
    {
        var last = end - 1;
        while (last >= first && lines[last].IsBlank)
        {
            last--;
        }
        return last >= first && IsCancellation(Text(last)) ? last : end;
    }

    /// <summary>
    /// A heading repeated inside the text brings a BT of its own (text.md NV-11): behind it stands a title, a set, or a classification line and
    /// more; behind the closing one the validation line, NNNN or nothing.
    /// </summary>
    private bool OpensAgain(int at)
    {
        var next = NextWithText(at + 1);
        if (next < 0)
        {
            return false;
        }
        if (TitleLine.Is(Text(next)) || SetWord.TryRead(Text(next), out _, out _, out _))
        {
            return true;
        }
        if (!LevelWord.TryRead(Text(next), out _, out _))
        {
            return false;
        }
        var behind = NextWithText(next + 1);
        return behind >= 0 && !FormatLine.IsEnd(Text(behind)) && !FormatLine.IsValidation(Text(behind));
    }

    /// <summary>A first look at a few bytes: false for nearly every line that is neither an end of the text nor a page line.</summary>
    private static bool MayEndText(ReadOnlySpan<byte> bytes, in Line line)
    {
        var length = line.TrimmedEnd - line.Start;
        if (length > 4 && bytes[line.TrimmedEnd - 4] == ' ' && bytes[line.TrimmedEnd - 5] == 'F')
        {
            // A page line that names the post (R-PAGE-C) begins with any letter.
            return true;
        }
        return bytes[line.Start] switch
        {
            (byte)'B' => length > 1 && bytes[line.Start + 1] is (byte)'T' or (byte)' ',
            (byte)'N' => length > 2 && bytes[line.Start + 1] == 'N',
            (byte)'P' => length > 4 && bytes[line.Start + 4] == ' ',
            (byte)'#' or (byte)'<' or (byte)'M' or <= (byte)' ' => true,
            _ => false,
        };
    }

    private void MarkPagesOfText()
    {
        foreach (var page in reading.PageLines)
        {
            if (page < reading.TextFirst || page >= reading.TextEnd)
            {
                continue;
            }
            Begin(lines[page].Start, PartKind.PageLine, 0);
            Begin(Math.Min(lines[page].Next, reading.TextStop), PartKind.FormatLine, 12);
        }
    }

    /// <summary>
    /// Looks for an ending glued behind the last words (TB-5), such as <c>text.//BT#0817NNNN</c>, and cuts the text before it.
    /// <paramref name="end"/> becomes the line it stands on.
    /// </summary>
    private bool FindGluedEnding(int at, ref int end)
    {
        var text = Bytes[reading.TextStart..reading.TextStop];
        var found = text.IndexOf("BT#"u8);
        if (found < 0)
        {
            var last = text.TrimEnd(" \t\r\n"u8);
            var tail = last[(last.LastIndexOfAny("\r\n"u8) + 1)..];
            found =
                tail.EndsWith("//BT"u8) || tail.EndsWith("// BT"u8) ? last.Length - 2
                : tail.LastIndexOf("//BT #"u8) is >= 0 and var glued ? last.Length - tail.Length + glued + 2
                : tail.LastIndexOf("// BT #"u8) is >= 0 and var apart ? last.Length - tail.Length + apart + 3
                : LastBreak.BehindWords(tail) is > 0 and var behind ? last.Length - tail.Length + behind
                : -1;
        }
        if (found <= 0 || !(text[found - 1] is (byte)'/' or (byte)'.' or (byte)' ' || LastBreak.IsSurname(text[..found])))
        {
            return false;
        }
        var stop = reading.TextStart + found;
        var line = LineAt(at, stop);
        reading.TextStop = stop;
        reading.TextEnd = line + 1;
        reading.FormatLines[12] = TextSpan.FromBounds(reading.TextStart, stop);
        reading.PageLines.RemoveAll(page => page > line);
        ReadGluedEnding(stop, lines[line].End);
        end = line;
        return true;
    }

    private int LineAt(int first, int position)
    {
        int low = first,
            high = lines.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            (low, high) = lines[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private void ReadGluedEnding(int stop, int lineEnd)
    {
        reading.BreakCount++;
        hasClosing = true;
        Begin(stop, PartKind.FormatLine, 13);
        reading.FormatLines[13] = new TextSpan(stop, 2);
        var at = stop + 2;
        while (at < lineEnd && Bytes[at] == ' ')
        {
            at++;
        }
        if (at < lineEnd && Bytes[at] == '#')
        {
            at += ReadValidation(at, lineEnd);
        }
        while (at < lineEnd && Bytes[at] == ' ')
        {
            at++;
        }
        if (at < lineEnd && FormatLine.IsEnd(Bytes[at..lineEnd]))
        {
            at += ReadEndMark(at, lineEnd);
        }
        if (at < lineEnd)
        {
            Begin(at, PartKind.Noise, 0);
        }
    }

    /// <summary>Reads what stands behind the text: BT, validation, corrections, the end mark; the rest is noise.</summary>
    private void ReadEnding(int at)
    {
        for (; at < lines.Count && reading.Ending.EndOfMessage is null; at++)
        {
            var text = Text(at);
            if (text.IsEmpty)
            {
                continue;
            }
            if (FormatLine.IsBreak(text, out var length))
            {
                reading.BreakCount++;
                Mark(at, 13);
                var rest = lines[at].TrimmedEnd - FormatLine.Trim(text[length..]).Length;
                if (rest < lines[at].TrimmedEnd)
                {
                    ReadEndingGroups(rest, lines[at].TrimmedEnd);
                }
            }
            else if (FormatLine.IsValidation(text) || FormatLine.IsEnd(text))
            {
                ReadEndingGroups(Start(at), lines[at].TrimmedEnd);
            }
            else if (IsCancellation(text))
            {
                Mark(at, 15);
                reading.IsCancelled = true;
            }
            else if (hasClosing && reading.Ending.Serial is null && IsCorrection(text))
            {
                Mark(at, 15);
                reading.Ending = reading.Ending with { Corrections = reading.Ending.Corrections.Add(Words(text)) };
            }
            else
            {
                Begin(lines[at].Start, PartKind.Noise, 0);
                reading.NoiseBehind = Joined(reading.NoiseBehind, ReadNoise(at, at + 1));
            }
        }
        if (at < lines.Count)
        {
            var next = SkipBlank(at);
            Begin(next < lines.Count ? lines[next].Start : Bytes.Length, PartKind.Noise, 0);
            reading.NoiseBehind = Joined(reading.NoiseBehind, ReadNoise(at, lines.Count));
        }
    }

    private static TextSpan Joined(TextSpan a, TextSpan b) =>
        a.IsEmpty ? b
        : b.IsEmpty ? a
        : TextSpan.FromBounds(a.Start, b.End);

    private void ReadEndingGroups(int at, int end)
    {
        if (Bytes[at] == '#')
        {
            at += ReadValidation(at, end);
        }
        while (at < end && Bytes[at] == ' ')
        {
            at++;
        }
        if (at < end)
        {
            ReadEndMark(at, end);
        }
    }

    private int ReadValidation(int at, int end)
    {
        var digits = Bytes[(at + 1)..end].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var length = 1 + (digits < 0 ? end - at - 1 : digits);
        Begin(at, PartKind.FormatLine, 15);
        if (reading.Ending.Serial is null && length > 1)
        {
            Extend(15, new TextSpan(at, length));
            reading.Ending = reading.Ending with { Serial = Words(Bytes.Slice(at + 1, length - 1)) };
        }
        return length;
    }

    private int ReadEndMark(int at, int end)
    {
        var other = Bytes[at..end].IndexOfAnyExcept((byte)'N');
        var length = other < 0 ? end - at : other;
        Begin(at, PartKind.FormatLine, 16);
        Extend(16, new TextSpan(at, length));
        reading.Ending = reading.Ending with { EndOfMessage = Words(Bytes.Slice(at, length)) };
        return length;
    }

    /// <summary>Format line 15 that opens with C and says what it mends (transmission.md 8.2).</summary>
    private static bool IsCorrection(ReadOnlySpan<byte> text) =>
        text.Length > 2 && text[0] == 'C' && (text[1] == ' ' || char.IsAsciiDigit((char)text[1]));

    /// <summary>The signs by which an operator breaks a transmission off (R-CANCEL).</summary>
    private static bool IsCancellation(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("E E E E E E E E AR"u8) || text.StartsWith("ZXB ZXB"u8) || text.StartsWith("ZPH ZPH"u8);
}
