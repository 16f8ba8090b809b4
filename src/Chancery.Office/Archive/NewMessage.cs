namespace Chancery.Office;

/// <summary>A message that was read and is to be committed.</summary>
/// <param name="Message">The message as read.</param>
/// <param name="Sha256">The hash of its bytes.</param>
/// <param name="Origin">Where it came in.</param>
/// <param name="Sender">Who brought it.</param>
/// <param name="Filing">True where it is filed only.</param>
/// <param name="Unmarked">The level of a message that bears none.</param>
public sealed record NewMessage(Message Message, ImmutableArray<byte> Sha256, Origin Origin, Reader Sender, bool Filing, Level Unmarked)
{
    /// <summary>Decides about it inside the commit; null where it is filed and nothing else.</summary>
    public ITrafficRules? Rules { get; init; }

    /// <summary>How it came by a circuit; null by any other door.</summary>
    public Arrival? Arrival { get; init; }

    /// <summary>The held message that this one, its corrected copy, takes the place of in the same commit; null for any other.</summary>
    public MessageId? Replaces { get; init; }

    /// <summary>Why it was corrected, for the journal.</summary>
    public string? ReplaceReason { get; init; }

    /// <summary>The destination that is the circuit by which a corrected copy's original came; null for any other.</summary>
    public string? CameBy { get; init; }

    /// <summary>The sender's key, or null.</summary>
    public OnceKey? Once { get; init; }

    /// <summary>By what it is known again, read before the commit; null where the rules are to read it.</summary>
    public LoggedMessage? Logged { get; init; }

    /// <summary>Where the words of its paragraphs stand, noted before the commit; null where that cannot be told.</summary>
    public byte[]? Places { get; init; }

    /// <summary>What the message came in, such as a whole mail; kept beside its bytes. Null where it came by itself.</summary>
    public ReadOnlyMemory<byte>? Received { get; init; }

    /// <summary>What protects it, by the rules of this installation; null for what the standing rules say.</summary>
    public Protection? Protection { get; init; }

    /// <summary>What protects it.</summary>
    public Protection ProtectedBy => Protection ?? Protection.Of(Message, Message.EffectiveLevel.Level ?? Unmarked, RightsSettings.Default);
}
