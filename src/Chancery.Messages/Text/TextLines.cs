using System.Buffers;
using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>The lines of the text, cut to where the text begins and stops, with what the readers ask of them again and again.</summary>
internal sealed class TextLines
{
    private readonly LineTable lines;
    private readonly int[] pageLines;
    private readonly int last;
    private bool? small;
    private readonly TextSpan firstSpan;
    private readonly TextSpan lastSpan;

    public TextLines(TextContext context)
    {
        Context = context;
        View = context.View;
        lines = context.Lines;
        pageLines = context.PageLines.Count == 0 ? [] : [.. context.PageLines];
        First = Math.Clamp(context.First, 0, lines.Count);
        End = Math.Clamp(context.End, First, lines.Count);
        last = End - 1;
        if (First < End)
        {
            Start = Math.Clamp(context.Start, lines[First].Start, lines[First].End);
            var end = lines[last];
            Stop = context.Stop == 0 ? end.End : Math.Clamp(context.Stop, Start, end.End);
            if (end.Start > Stop)
            {
                Stop = end.End;
            }
            (firstSpan, lastSpan) = Ends();
        }
    }

    public TextContext Context { get; }

    public MessageView View { get; }

    public ReadOnlySpan<byte> Bytes => View.Bytes.Span;

    /// <summary>The first line.</summary>
    public int First { get; }

    /// <summary>The line after the last one.</summary>
    public int End { get; }

    /// <summary>Where the text begins in the view.</summary>
    public int Start { get; }

    /// <summary>Where it stops.</summary>
    public int Stop { get; }

    /// <summary>True where the text has letters from a to z.</summary>
    public bool HasSmallLetters => small ??= Bytes[Start..Stop].ContainsAnyInRange((byte)'a', (byte)'z');

    /// <summary>The line without blanks at either end.</summary>
    public TextSpan this[int index] =>
        index == last ? lastSpan
        : index == First ? firstSpan
        : lines[index].Words;

    /// <summary>True where the line may be what the sign says; the first and the last line, which may be cut, may be anything.</summary>
    public bool MayBe(LineSigns sign, int index) => (lines[index].Signs & sign) != 0 || index == First || index == last;

    /// <summary>The bytes of a line without blanks at either end.</summary>
    public ReadOnlySpan<byte> Text(int index) => Slice(this[index]);

    public ReadOnlySpan<byte> Slice(TextSpan span) => Bytes.Slice(span.Start, span.Length);

    public bool IsBlank(int index) => this[index].IsEmpty;

    /// <summary>Where the line after <paramref name="index"/> starts.</summary>
    public int Next(int index) => lines[index].Next;

    /// <summary>Where a line starts, blanks in front of it included.</summary>
    public int LineStart(int index) => index == First ? Start : lines[index].Start;

    /// <summary>The line with the blanks in front of it.</summary>
    public TextSpan Indented(int index) =>
        TextSpan.FromBounds(
            index == First ? Start : lines[index].Start,
            index == End - 1 ? Math.Min(lines[index].TrimmedEnd, Stop) : lines[index].TrimmedEnd
        );

    /// <summary>True where nothing but one line feed parts a line from the next, so that one span can hold both as they shall be shown.</summary>
    public bool IsOneRun(int index) => lines[index].Next - lines[index].TrimmedEnd == 1;

    public bool IsPage(int index) => pageLines.Length > 0 && IsAmongPages(index);

    private bool IsAmongPages(int index)
    {
        int low = 0,
            high = pageLines.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (pageLines[middle] == index)
            {
                return true;
            }
            if (pageLines[middle] < index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return false;
    }

    /// <summary>
    /// A number that a printer put between the lines: <c>- 2 -</c>, or alone between blank lines. Asked where words are known to go on behind it.
    /// </summary>
    public bool IsPageNumber(int index)
    {
        var text = Text(index);
        if (text.Length is 0 or > 9)
        {
            return false;
        }
        var digits = text.Trim("- "u8);
        var isDashed = text.Length - digits.Length >= 2 && text[0] == '-' && text[^1] == '-';
        return Words.TryNumber(digits, 0, out _, out var length)
            && length == digits.Length
            && length <= 3
            && (isDashed || (index > First && index + 1 < End && IsBlank(index - 1) && IsBlank(index + 1)));
    }

    /// <summary>The first line from <paramref name="index"/> on that is neither blank nor a page line, or <see cref="End"/>.</summary>
    public int NextFilled(int index)
    {
        while (index < End && (IsBlank(index) || IsPage(index)))
        {
            index++;
        }
        return index;
    }

    /// <summary>The line that holds a position of the view; lines from <paramref name="from"/> on are looked at.</summary>
    public int LineAt(int position, int from)
    {
        int low = Math.Max(from, First),
            high = End - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (lines[middle].Next <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }

    /// <summary>The words under a span, as printed.</summary>
    public string Decode(TextSpan span) => Context.Tools.Names.Of(Slice(span));

    /// <summary>The words under a span in one line: each line end with the blanks around it becomes one blank.</summary>
    public string Join(TextSpan span) => Join(Slice(span));

    /// <summary>As <see cref="Join(TextSpan)"/>, for bytes.</summary>
    public static string Join(ReadOnlySpan<byte> text)
    {
        var start = Words.SkipSpace(text, 0);
        text = text[start..Words.TrimEnd(text, start, text.Length)];
        if (text.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            return Encoding.UTF8.GetString(text);
        }
        var joined = ArrayPool<char>.Shared.Rent(text.Length);
        var words = new string(joined, 0, Join(text, joined));
        ArrayPool<char>.Shared.Return(joined);
        return words;
    }

    /// <summary>As <see cref="Join(TextSpan)"/>, into a buffer that is no shorter than the bytes; how many characters.</summary>
    public static int Join(ReadOnlySpan<byte> text, Span<char> joined)
    {
        var start = Words.SkipSpace(text, 0);
        text = text[start..Words.TrimEnd(text, start, text.Length)];
        var length = 0;
        while (text.IndexOfAny((byte)'\n', (byte)'\r') is var end and >= 0)
        {
            length += Encoding.UTF8.GetChars(text[..Words.TrimEnd(text, 0, end)], joined[length..]);
            joined[length++] = ' ';
            text = text[Words.SkipSpace(text, end)..];
        }
        return length + Encoding.UTF8.GetChars(text, joined[length..]);
    }

    /// <summary>The first and the last line: something may be glued in front of the text and behind it.</summary>
    private (TextSpan First, TextSpan Last) Ends()
    {
        var first = lines[First].Words;
        first = TextSpan.FromBounds(Words.SkipBlanks(Bytes[..first.End], Math.Min(Math.Max(Start, first.Start), first.End)), first.End);
        var (start, end) = First == last ? (first.Start, first.End) : (lines[last].WordsStart, lines[last].TrimmedEnd);
        start = Math.Min(start, Stop);
        return (first, TextSpan.FromBounds(start, Words.TrimEnd(Bytes, start, Math.Min(end, Stop))));
    }
}
