namespace Chancery.Office;

/// <summary>A word of a text: a run of letters and digits.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">How many characters.</param>
internal readonly record struct Word(int Start, int Length)
{
    public int End => Start + Length;
}
