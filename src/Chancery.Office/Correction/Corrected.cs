namespace Chancery.Office;

/// <summary>A held message and what a correction makes of it.</summary>
/// <param name="Held">The message as it is held.</param>
/// <param name="Before">As received.</param>
/// <param name="After">As corrected.</param>
/// <param name="Changes">The lines that differ, in order.</param>
public sealed record Corrected(HeldMessage Held, Message Before, Message After, ImmutableArray<ChangedLine> Changes)
{
    /// <summary>The hash of the text before, as duplicates are told by it.</summary>
    public string TextBefore => LoggedMessage.Of(Before).TextHash;

    /// <summary>The same of the corrected message.</summary>
    public string TextAfter => LoggedMessage.Of(After).TextHash;

    /// <summary>True where the bytes between BT and BT are as received, or where no text was found that could be kept.</summary>
    public bool KeepsText
    {
        get
        {
            var before = Text(Before);
            return before.IsEmpty || before.SequenceEqual(Text(After));
        }
    }

    private static ReadOnlySpan<byte> Text(Message message)
    {
        var (start, end) = LockedText.Of(message);
        return message.Raw.Span[start..end].TrimEnd("\r\n "u8);
    }
}
