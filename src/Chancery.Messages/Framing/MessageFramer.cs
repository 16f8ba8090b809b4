using Chancery.Messages.Heading;

namespace Chancery.Messages.Framing;

/// <summary>
/// Cuts an input into messages that tile it. What stands before the first heading belongs to the first message, what stands after a message belongs to
/// it up to the next start. One pass; a look ahead reaches a few lines with text and no further.
/// </summary>
internal ref struct MessageFramer
{
    private readonly LineTable lines;
    private readonly ReadOnlySpan<byte> input;
    private readonly List<FramedMessage> messages = [];
    private Phase phase;
    private int messageStart;
    private int messageLine = 1;
    private int line;
    private int noise;
    private int stage;
    private bool hasBreak;
    private int textLines;
    private bool isQuoted;
    private bool isService;
    private byte previousEnd;
    private BannerRun banners;

    /// <summary>The archive's page heading in front of a further telegram, the level above it included; no place where none was met.</summary>
    private (int At, int Line, int Seen) firstPage;
    private ReadOnlySpan<byte> dtg;

    private MessageFramer(LineTable lines)
    {
        this.lines = lines;
        input = lines.Bytes.Span;
    }

    /// <summary>So many lines and bytes stand at most between the archive's page heading and the telegram's own.</summary>
    private const int MostHeadLines = 60;
    private const int LongestHead = 3000;

    /// <summary>How far the current message has got.</summary>
    private enum Phase
    {
        Noise,
        Heading,
        Text,
        Ending,
        Closed,
    }

    /// <summary>The messages of the input whose lines these are, at least one unless it is empty.</summary>
    public static List<FramedMessage> Frame(LineTable lines)
    {
        var framer = new MessageFramer(lines);
        if (lines.Count > 0)
        {
            framer.Run();
        }
        return framer.messages;
    }

    private void Run()
    {
        var bytes = input;
        while (line < lines.Count)
        {
            ref readonly var place = ref lines[line++];
            if (phase == Phase.Text && textLines != 0 && (place.Signs & LineSigns.Procedure) == 0 && !place.IsBlank)
            {
                textLines++;
                previousEnd = bytes[place.TrimmedEnd - 1];
                continue;
            }
            var text = LineCursor.Trimmed(bytes[place.Start..place.TrimmedEnd]);
            if (text.IsEmpty)
            {
                continue;
            }
            // The first line of a text may be that of a service message.
            if (phase != Phase.Text || textLines == 0 || MayMatter(text))
            {
                Look(text, new LineCursor(place.Start, place.End, place.Next, bytes));
            }
            textLines++;
            previousEnd = text[^1];
        }
        messages.Add(new FramedMessage(messageStart, input.Length - messageStart, messageLine, IsCutShort: false));
    }

    /// <summary>
    /// A first look at two or three bytes: false for nearly every line of a text, true for all that starts, ends, separates or quotes. The whole
    /// cost of framing is here.
    /// </summary>
    private static bool MayMatter(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3)
        {
            return text.SequenceEqual("BT"u8);
        }
        var second = text[1];
        switch (text[0])
        {
            case (byte)'P' when second == 'A':
                return text.StartsWith("PAGE 01 "u8) || text.StartsWith("PAGE 1 "u8);
            case (byte)'V':
                return second is (byte)'V' or (byte)'Z';
            case (byte)'Z' when second is (byte)'C' or (byte)'N':
                return true;
            case (byte)'Z' or (byte)'O' or (byte)'P' or (byte)'R' or (byte)'Y' or (byte)'W' or (byte)'M':
                // Format line 5, the doubled letter of format line 2, the header of ACP 128.
                if (second == ' ' || (text[2] == ' ' && FormatLine.IsPrecedence(second)) || (text.Length > 33 && text[8] == ' '))
                {
                    return true;
                }
                break;
            case (byte)'B':
                return second is (byte)'T' or (byte)' ' || text.StartsWith("BEGIN "u8);
            case (byte)'N':
                return second == 'N' && text[2] == 'N';
            case (byte)'D':
                return second == 'E' && text[2] == ' ';
            case (byte)'E':
                return text.StartsWith("END "u8) || text.EndsWith("QUOTE"u8);
            case (byte)'#' or (byte)'\'' or 7:
                return true;
            case (byte)'J':
                return second == 'J';
        }
        var last = text[^1];
        return last == 'E' ? text.EndsWith("QUOTE"u8) : text.Length is >= 6 and <= 8 && char.IsAsciiDigit((char)last);
    }

    private void Look(ReadOnlySpan<byte> text, LineCursor cursor)
    {
        var start = phase == Phase.Noise ? HeadingStart.First(text, cursor, noise++) : HeadingStart.At(text, cursor);
        if (start > 0 && IsNewMessage(start, text, cursor))
        {
            Begin(cursor);
        }
        switch (phase)
        {
            case Phase.Noise when start > 0:
                phase = Phase.Heading;
                InHeading(text, start);
                break;
            case Phase.Heading:
                InHeading(text, start);
                break;
            case Phase.Text:
                InText(text, cursor.Start);
                break;
            case Phase.Ending when FormatLine.IsEnd(text):
                Close();
                break;
            case Phase.Closed:
                banners.Track(text, cursor.Start, line);
                break;
        }
    }

    private readonly bool IsNewMessage(int start, ReadOnlySpan<byte> text, LineCursor next) =>
        phase switch
        {
            // A second start inside a heading is a pilot's or a readdressed message's, unless the first heading was complete.
            Phase.Heading => start is 1 or 2 && (stage >= 5 || (start == 1 && stage >= 3)),
            Phase.Text => !isQuoted
                && start switch
                {
                    1 => true,
                    2 => !isService && (FormatLine.IsCalling(text, out _) || HeadingStart.IsBelowHeader(next)),
                    5 => !isService && textLines > 2 && previousEnd != ':' && !IsSameDtg(text) && HeadingStart.IsFullyAddressed(next),
                    _ => false,
                },
            Phase.Ending => start switch
            {
                5 => HeadingStart.IsFullyAddressed(next),
                6 => false,
                _ => true,
            },
            Phase.Closed => start < 5 || HeadingStart.IsAddressed(next, afterDtg: start == 5),
            _ => false,
        };

    /// <summary>True where a heading only repeats that of this message (text.md NV-11).</summary>
    private readonly bool IsSameDtg(ReadOnlySpan<byte> text) =>
        !dtg.IsEmpty && DtgLine.TryRead(text, out var other) && text[other.Start..other.End].SequenceEqual(dtg);

    private void Begin(LineCursor cursor)
    {
        var (at, atLine) = banners.StartBefore(cursor.Start, line);
        if (firstPage.Line > 0 && line - firstPage.Seen <= MostHeadLines && cursor.Start - firstPage.At <= LongestHead)
        {
            (at, atLine) = (firstPage.At, firstPage.Line);
        }
        messages.Add(new FramedMessage(messageStart, at - messageStart, messageLine, IsCutShort: phase != Phase.Closed));
        (messageStart, messageLine) = (at, atLine);
        phase = Phase.Heading;
        stage = 0;
        dtg = default;
        banners = default;
        firstPage = default;
    }

    private void InHeading(ReadOnlySpan<byte> text, int start)
    {
        if (start > 0)
        {
            stage = Math.Max(stage, start);
            if (start == 5 && dtg.IsEmpty && DtgLine.TryRead(text, out var read))
            {
                dtg = text[read.Start..read.End];
            }
            return;
        }
        stage = FormatLine.Prosign(text, out _) > 0 ? Math.Max(stage, 6) : stage;
        if (FormatLine.IsEnd(text))
        {
            Close();
        }
        else if (
            FormatLine.IsBreak(text, out _)
            || FormatLine.IsGluedBreak(text)
            || text.EndsWith(" BT"u8)
            || text.IndexOf(" BT UNCLAS"u8) > 0
        )
        {
            BeginText(withBreak: true);
        }
        else if ((stage >= 5 && FormatLine.IsClassification(text)) || (stage >= 6 && TextSign.Is(text)))
        {
            BeginText(withBreak: false);
        }
    }

    private void BeginText(bool withBreak)
    {
        phase = Phase.Text;
        hasBreak = withBreak;
        textLines = withBreak ? -1 : 0;
        isQuoted = false;
        isService = false;
    }

    /// <summary>The first page of a telegram below another, and the level that stands alone above it.</summary>
    private void NoteFirstPage(ReadOnlySpan<byte> text, int start)
    {
        if (!text.StartsWith("PAGE "u8) || !PageLine.Is(text))
        {
            return;
        }
        firstPage = (start, line, line);
        for (var above = line - 2; above >= Math.Max(0, line - 5); above--)
        {
            if (!lines[above].IsBlank)
            {
                if (FormatLine.IsClassification(LineCursor.Trimmed(input[lines[above].Start..lines[above].TrimmedEnd])))
                {
                    firstPage = (lines[above].Start, above + 1, line);
                }
                return;
            }
        }
    }

    private void InText(ReadOnlySpan<byte> text, int start)
    {
        if (text.Length > 12 && text[0] == 'P' && text[1] == 'A')
        {
            NoteFirstPage(text, start);
            return;
        }
        isService |= textLines == 0 && text.IndexOf(" SVC "u8) > 0;
        if (FormatLine.IsEnd(text))
        {
            Close();
        }
        else if (FormatLine.IsValidation(text))
        {
            phase = Phase.Ending;
        }
        else if (FormatLine.IsBreak(text, out _))
        {
            // A first BT straight behind a classification line still opens the text.
            phase = hasBreak || textLines > 2 ? Phase.Ending : Phase.Text;
            hasBreak = true;
        }
        else if (text.SequenceEqual("UNQUOTE"u8) || text.StartsWith("END TEXT"u8) || text.StartsWith("END QUOTE"u8))
        {
            isQuoted = false;
        }
        else if (text.EndsWith("QUOTE"u8) || text.StartsWith("BEGIN TEXT"u8) || text.StartsWith("BEGIN MESSAGE"u8))
        {
            isQuoted = !text.EndsWith("UNQUOTE"u8);
        }
    }

    private void Close()
    {
        phase = Phase.Closed;
        banners = default;
    }
}
