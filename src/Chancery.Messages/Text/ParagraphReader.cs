using System.Globalization;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>
/// Cuts a run of lines into paragraphs (text.md 13). A number begins a paragraph if it follows the last one or carries a mark (PA-8); what
/// has no number belongs to the paragraph before it. Page lines, banners and rules of dashes are left out.
/// </summary>
internal sealed class ParagraphReader(TextLines lines, bool isTelegram)
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 100).Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private readonly List<Paragraph> paragraphs = lines.Context.Tools.Text.Paragraphs;
    private readonly PieceList pieces = new(lines, keepsRuns: !isTelegram);
    private int lastNumber;
    private bool open;
    private string? number;
    private Marking? mark;
    private int start;
    private string? heading;
    private string? nextHeading;
    private TextSpan nextHeadingSpan;
    private bool ruleAbove;
    private bool afterBlank;
    private bool neverCloses;

    /// <summary>Number of paragraphs whose number neither follows the last nor is excused.</summary>
    public List<(string Found, int Expected, TextSpan Span)> Gaps { get; } = [];

    /// <summary>Reads from a place in the view on line <paramref name="first"/> to the place <paramref name="stop"/>.</summary>
    public void Read(int first, int from, int stop, HashSet<int>? left)
    {
        var quotedUntil = -1;
        pieces.GoElsewhere();
        for (var i = first; i < lines.End; i++)
        {
            if (open && !isTelegram && i > first)
            {
                i = PassOver(i, stop);
            }
            var span = lines[i];
            if (span.Start < from)
            {
                span = TextSpan.FromBounds(Words.SkipBlanks(lines.Bytes, from), span.End);
            }
            if (span.Start >= stop)
            {
                break;
            }
            span = TextSpan.FromBounds(span.Start, Math.Min(span.End, stop));
            if (span.IsEmpty)
            {
                pieces.Pass(i);
                afterBlank = true;
                continue;
            }
            if (lines.IsPage(i) || (left is not null && left.Contains(i)))
            {
                pieces.Cut();
                continue;
            }
            if (isTelegram && i >= quotedUntil && !neverCloses && Quotation.Opens(lines.Slice(span)))
            {
                quotedUntil = Quotation.Close(lines, i + 1);
                neverCloses = quotedUntil < 0;
            }
            if (!isTelegram && open && !ParagraphStart.MayBe(lines.Bytes[span.Start]))
            {
                GoOn(i, span, from);
            }
            else
            {
                Take(i, span, from, isQuoted: i < quotedUntil);
            }
            afterBlank = false;
        }
    }

    /// <summary>Reads a text that lost its line ends: behind the end of a sentence the next number begins a paragraph (NV-6).</summary>
    public void ReadInside(int line, int from, int to)
    {
        while (from < to)
        {
            var expected = (IsStart(lines.Bytes[from..to], out var found) ? found.Number : lastNumber) + 1;
            var stop = NextNumber(from, to, expected);
            pieces.GoElsewhere();
            Take(line, TextSpan.FromBounds(from, Words.TrimEnd(lines.Bytes, from, stop)), from, isQuoted: false);
            from = Words.SkipBlanks(lines.Bytes, stop);
        }
    }

    private int NextNumber(int from, int to, int number)
    {
        Span<byte> sign = stackalloc byte[16];
        if (!number.TryFormat(sign[1..], out var digits, default, CultureInfo.InvariantCulture))
        {
            return to;
        }
        (sign[0], sign[digits + 1], sign[digits + 2]) = ((byte)' ', (byte)'.', (byte)' ');
        sign = sign[..(digits + 3)];
        for (var at = from + 1; at < to && lines.Bytes[at..to].IndexOf(sign) is >= 0 and var next; at++)
        {
            at += next;
            if (
                lines.Bytes[Words.TrimEnd(lines.Bytes, from, at) - 1]
                is (byte)'.'
                    or (byte)':'
                    or (byte)';'
                    or (byte)')'
                    or (byte)'/'
                    or (byte)'"'
            )
            {
                return at + 1;
            }
        }
        return to;
    }

    /// <summary>Takes the lines of prose that only go on with the open paragraph; answers the first that needs a look, at most the last line.</summary>
    private int PassOver(int index, int stop)
    {
        while (index < lines.End - 1 && !lines.MayBe(LineSigns.Number, index) && !lines.IsPage(index))
        {
            var line = lines[index];
            if (line.IsEmpty || line.End > stop || !pieces.TryGoOn(index, line.End))
            {
                break;
            }
            afterBlank = false;
            index++;
        }
        return index;
    }

    /// <summary>Ends the last paragraph and answers all.</summary>
    public ImmutableArray<Paragraph> Finish()
    {
        if (nextHeading is not null && open)
        {
            pieces.Add(nextHeadingSpan);
        }
        Close();
        return [.. paragraphs];
    }

    private void Take(int i, TextSpan span, int from, bool isQuoted)
    {
        var text = lines.Slice(span);
        if (!isQuoted && IsStart(text, out var found))
        {
            Begin(span, found);
            pieces.Add(i, TextSpan.FromBounds(span.Start + found.TextAt, span.End));
            return;
        }
        if (isTelegram && !isQuoted && TryHeading(span, text))
        {
            return;
        }
        if (isTelegram && !isQuoted && (afterBlank || !open) && IsMarkedPortion(text, out var level, out var length))
        {
            Close();
            Open(span.Start, null, PortionMark.Make(text[..length], level));
            pieces.Add(i, TextSpan.FromBounds(Words.SkipBlanks(lines.Bytes, span.Start + length), span.End));
            return;
        }
        if (!open)
        {
            Open(span.Start, null, null);
            pieces.Add(i, span);
            return;
        }
        if (nextHeading is not null)
        {
            pieces.Add(nextHeadingSpan);
            nextHeading = null;
        }
        GoOn(i, span, from);
    }

    /// <summary>A line that goes on with its paragraph keeps the blanks in front of it.</summary>
    private void GoOn(int i, TextSpan span, int from) => pieces.Add(i, TextSpan.FromBounds(Math.Max(from, lines.LineStart(i)), span.End));

    private bool IsStart(ReadOnlySpan<byte> text, out ParagraphStart found)
    {
        if (!ParagraphStart.TryRead(text, out found))
        {
            return false;
        }
        return found.HasMark || lastNumber == 0 || found.Number == lastNumber + 1;
    }

    private void Begin(TextSpan span, ParagraphStart found)
    {
        TakeLineAbove();
        Close();
        var printed = found.Number < Numbers.Length ? Numbers[found.Number] : found.Number.ToString(CultureInfo.InvariantCulture);
        if (lastNumber > 0 && found.Number != lastNumber + 1)
        {
            Gaps.Add((printed, lastNumber + 1, span));
        }
        lastNumber = found.Number;
        var raw = lines.Bytes.Slice(span.Start + found.Mark.Start, found.Mark.Length);
        Open(span.Start, printed, found.HasMark ? PortionMark.Make(raw, found.Level) : null);
    }

    private void Open(int at, string? printedNumber, Marking? printedMark)
    {
        open = true;
        (start, number, mark, heading) = (at, printedNumber, printedMark, nextHeading);
        nextHeading = null;
        ruleAbove = false;
    }

    private void Close()
    {
        if (!open)
        {
            return;
        }
        open = false;
        var end = pieces.End(start);
        var labels = ImmutableArray<string>.Empty;
        if (isTelegram)
        {
            labels = TakeLabels();
        }
        var taken = pieces.Take();
        if (taken.IsEmpty && number is null && mark is null)
        {
            return;
        }
        paragraphs.Add(
            new Paragraph(number, mark, new Passage(lines.View, taken))
            {
                Heading = heading,
                Labels = labels,
                Span = lines.View.ToRaw(TextSpan.FromBounds(start, end)),
            }
        );
    }

    /// <summary>Labels of the heading and of the first words; a label in front of the words becomes the heading, a mark behind it the mark.</summary>
    private ImmutableArray<string> TakeLabels()
    {
        string? above = null;
        if (heading is not null && PassageLabel.TryRead(System.Text.Encoding.UTF8.GetBytes(heading), out var headed, out _, out _))
        {
            above = headed;
        }
        var first = pieces.First;
        var text = lines.Slice(first);
        if (PassageLabel.TryRead(text, out var label, out var wordsLength, out var length))
        {
            heading ??= lines.Decode(new TextSpan(first.Start, wordsLength)).Trim('(', '-', ' ', '[');
            if (mark is null && PortionMark.TryRead(text[length..], behindNumber: false, out var level, out var markLength))
            {
                mark = PortionMark.Make(text.Slice(length, markLength), level);
                length = Words.SkipSpace(text, length + markLength);
            }
            pieces.First = TextSpan.FromBounds(first.Start + length, first.End);
            return above is null || above == label ? [label] : [above, label];
        }
        if (mark is null && number is not null && MarkBehindHeading(text) is { } late)
        {
            mark = PortionMark.Make(text.Slice(late.Start, late.Length), ReadLevel(text[late.Start..]));
            heading ??= lines.Decode(new TextSpan(first.Start, late.Start)).Trim('-', ' ', ':', '.');
            pieces.First = TextSpan.FromBounds(Words.SkipSpace(lines.Bytes, first.Start + late.End), first.End);
        }
        return above is null ? [] : [above];
    }

    private static Level ReadLevel(ReadOnlySpan<byte> text)
    {
        _ = PortionMark.TryRead(text, behindNumber: false, out var level, out _);
        return level;
    }

    /// <summary><c>2. Background: (C) The …</c>: a mark behind a short heading (PA-4).</summary>
    private static TextSpan? MarkBehindHeading(ReadOnlySpan<byte> text)
    {
        var window = text[..Math.Min(text.Length, HeadingLine.Longest)];
        var bracket = window.IndexOf((byte)'(');
        if (bracket <= 0)
        {
            return null;
        }
        var before = Words.TrimEnd(window, 0, bracket);
        return
            before > 0
            && window[before - 1] is (byte)':' or (byte)'.' or (byte)'-'
            && PortionMark.TryRead(text[bracket..], behindNumber: false, out _, out var length)
            ? new TextSpan(bracket, length)
            : null;
    }

    private bool IsMarkedPortion(ReadOnlySpan<byte> text, out Level level, out int length) =>
        PortionMark.TryRead(text, behindNumber: false, out level, out length) && pieces.LastBracketLetter(lines) != (text[1] & 0xDF) - 1;

    /// <summary>Rules of dashes and headings glued to them. A rule below a short line makes that line the heading.</summary>
    private bool TryHeading(TextSpan span, ReadOnlySpan<byte> text)
    {
        if (!HeadingLine.IsRuleByte(text[0]) && !HeadingLine.IsRuleByte(text[^1]))
        {
            if (ruleAbove && text.Length <= HeadingLine.Longest)
            {
                SetNextHeading(span);
                ruleAbove = false;
                return true;
            }
            ruleAbove = false;
            return false;
        }
        var inner = HeadingLine.WithoutRules(text);
        if (inner.Length == text.Length)
        {
            ruleAbove = false;
            return false;
        }
        if (!inner.IsEmpty)
        {
            SetNextHeading(new TextSpan(span.Start + inner.Start, inner.Length));
            return true;
        }
        if (nextHeading is null)
        {
            ruleAbove = !TakeLineAbove(isRuled: true);
        }
        pieces.Cut();
        return true;
    }

    private void SetNextHeading(TextSpan span)
    {
        nextHeading = lines.Decode(span);
        nextHeadingSpan = span;
        pieces.Cut();
    }

    /// <summary>A line in capitals that stands alone above a number, or any short one above a rule, is the next heading.</summary>
    private bool TakeLineAbove(bool isRuled = false)
    {
        if (!isTelegram || !open || nextHeading is not null || pieces.LastLine is not { } last || last.Length > HeadingLine.Longest)
        {
            return false;
        }
        var text = lines.Slice(last);
        var stands = pieces.LastLineStandsAlone || (number is null && mark is null && pieces.Count == 1);
        if (!stands || !(isRuled || HeadingLine.IsCapitals(text)))
        {
            return false;
        }
        SetNextHeading(last);
        pieces.RemoveLastLine();
        if (pieces.Count == 0 && number is null && mark is null)
        {
            open = false;
        }
        return true;
    }
}
