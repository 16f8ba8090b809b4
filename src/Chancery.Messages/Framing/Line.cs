namespace Chancery.Messages.Framing;

/// <summary>One line of a view.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after its last one, line end excluded.</param>
/// <param name="TrimmedEnd">As <paramref name="End"/>, blanks at the end excluded.</param>
/// <param name="Next">Where the next line starts.</param>
internal readonly record struct Line(int Start, int End, int TrimmedEnd, int Next)
{
    /// <summary>The line without blanks at its end.</summary>
    public TextSpan Span => new(Start, TrimmedEnd - Start);

    /// <summary>True for a line with nothing but blanks.</summary>
    public bool IsBlank => TrimmedEnd == Start;
}
