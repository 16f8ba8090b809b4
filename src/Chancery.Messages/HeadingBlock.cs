namespace Chancery.Messages;

/// <summary>
/// Format lines 5 to 9 of a message before it was readdressed: history, by which nothing is routed (transmission.md 8.3). The newest block is the
/// message's own.
/// </summary>
public sealed record HeadingBlock
{
    /// <summary>Precedences of its format line 5.</summary>
    public PrecedencePair Precedence { get; init; } = PrecedencePair.None;

    /// <summary>Its date-time group, by which the message was known then.</summary>
    public DateTimeGroup? Dtg { get; init; }

    /// <summary>Groups behind the date-time group.</summary>
    public ImmutableArray<string> MessageInstructions { get; init; } = [];

    /// <summary>Its originator; null in a codress.</summary>
    public Originator? From { get; init; }

    /// <summary>Its action addressees.</summary>
    public ImmutableArray<Addressee> Action { get; init; } = [];

    /// <summary>Its information addressees.</summary>
    public ImmutableArray<Addressee> Info { get; init; } = [];

    /// <summary>Its exempted members of collectives.</summary>
    public ImmutableArray<ExemptedAddressee> Exempt { get; init; } = [];
}
