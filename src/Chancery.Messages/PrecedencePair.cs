namespace Chancery.Messages;

/// <summary>The precedences of format line 5 (transmission.md 3.2 P1).</summary>
/// <param name="Action">For action addressees; null where format line 5 is absent.</param>
/// <param name="Info">For information addressees where a second letter stands; else null.</param>
public sealed record PrecedencePair(Precedence? Action, Precedence? Info)
{
    internal static PrecedencePair None { get; } = new(null, null);
}
