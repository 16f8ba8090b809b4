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

    /// <summary>How it came by a circuit, framed there: the bytes are one message. Null by any other door.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>True where another message began before this one had its end (TX-106).</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The held message that this one, its corrected copy, takes the place of: see <see cref="NewMessage.Replaces"/>.</summary>
    public MessageId? Replaces { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? ReplaceReason { get; init; }

    /// <summary>The destination that is the circuit by which the original came; null where it came by none.</summary>
    public string? CameBy { get; init; }

    /// <summary>The sender's key for the submission, or null: see <see cref="OnceKey"/>.</summary>
    public string? Key { get; init; }

    /// <summary>What the messages came in, such as a whole mail; kept beside them. Null where they came by themselves.</summary>
    public ReadOnlyMemory<byte>? Received { get; init; }
}
