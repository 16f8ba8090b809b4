namespace Chancery.Office;

/// <summary>
/// The part of a message that communicators do not change: everything from the first line of the text to the last, between BT and BT. What stands before
/// and behind it is theirs.
/// </summary>
/// <param name="Start">Where it begins in the bytes.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct LockedText(int Start, int End)
{
    /// <summary>The text of a message; empty at the end of the bytes where the reader has found none.</summary>
    public static LockedText Of(Message message)
    {
        var (start, end) = (int.MaxValue, -1);
        foreach (var part in message.Parts)
        {
            if (part.FormatLine == 12)
            {
                start = Math.Min(start, part.Span.Start);
                end = Math.Max(end, part.Span.End);
            }
        }
        return end < 0 ? new LockedText(message.Raw.Length, message.Raw.Length) : new LockedText(start, end);
    }
}
