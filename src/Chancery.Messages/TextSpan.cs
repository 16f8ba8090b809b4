namespace Chancery.Messages;

/// <summary>A place in bytes: of a message's raw bytes where public, of the reading view inside the reader.</summary>
/// <param name="Start">First byte, from 0.</param>
/// <param name="Length">Number of bytes, 0 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The byte after the last one.</summary>
    public int End => Start + Length;

    /// <summary>True where the span covers no byte.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>; empty where end is not after start.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>True where <paramref name="position"/> lies inside.</summary>
    public bool Contains(int position) => position >= Start && position < End;
}
