namespace Chancery.Office;

/// <summary>Bytes that somebody brings.</summary>
/// <param name="Bytes">One message or more.</param>
/// <param name="Origin">Where they come in.</param>
/// <param name="Sender">Who brings them.</param>
public sealed record Submission(ReadOnlyMemory<byte> Bytes, Origin Origin, Reader Sender)
{
    /// <summary>True where the messages are filed only.</summary>
    public bool Filing { get; init; }

    /// <summary>The level of messages that bear none; null for that of the settings.</summary>
    public Level? Unmarked { get; init; }
}
