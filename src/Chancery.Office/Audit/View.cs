namespace Chancery.Office;

/// <summary>What came of looking at a message.</summary>
/// <param name="Opened">The message; null where it is not there for the reader, or he must say why first.</param>
/// <param name="NeedsReason">The row of a message that is shown only to who says why; null otherwise.</param>
public sealed record View(OpenedMessage? Opened, MessageRow? NeedsReason)
{
    /// <summary>It is not there for him.</summary>
    public static View Nothing { get; } = new(null, null);
}
