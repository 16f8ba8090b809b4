namespace Chancery.Office;

/// <summary>What one person proposed and a second one must agree to.</summary>
/// <param name="Act">What.</param>
/// <param name="Message">With which message.</param>
/// <param name="Person">For whom; blank where it is for nobody in particular.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
public sealed record Proposal(ProposedAct Act, MessageId Message, string Person, string By, string Reason, DateTimeOffset At)
{
    /// <summary>Who agreed; null while it is open.</summary>
    public string? AgreedBy { get; init; }

    /// <summary>When an emergency access ends; null for other acts and open proposals.</summary>
    public DateTimeOffset? Until { get; init; }
}
