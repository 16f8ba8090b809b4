namespace Chancery.Messages.Framing;

/// <summary>One line of a view.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="WordsStart">Its first byte that is no blank.</param>
/// <param name="End">The byte after its last one, line end excluded.</param>
/// <param name="TrimmedEnd">As <paramref name="End"/>, blanks at the end excluded.</param>
/// <param name="Next">Where the next line starts.</param>
/// <param name="Signs">What it may be.</param>
internal readonly record struct Line(int Start, int WordsStart, int End, int TrimmedEnd, int Next, LineSigns Signs)
{
    /// <summary>The line without blanks at its end.</summary>
    public TextSpan Span => new(Start, TrimmedEnd - Start);

    /// <summary>The line without blanks at either end.</summary>
    public TextSpan Words => new(WordsStart, TrimmedEnd - WordsStart);

    /// <summary>True for a line with nothing but blanks.</summary>
    public bool IsBlank => TrimmedEnd == Start;

    /// <summary>The same line, counted from another place.</summary>
    public Line MovedBack(int by) => new(Start - by, WordsStart - by, End - by, TrimmedEnd - by, Next - by, Signs);
}
