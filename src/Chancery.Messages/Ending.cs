namespace Chancery.Messages;

/// <summary>Format lines 15 and 16.</summary>
/// <param name="Serial">The digits behind <c>#</c>, as printed; null where absent.</param>
/// <param name="EndOfMessage">The end mark as printed, normally <c>NNNN</c>; null where absent.</param>
public sealed record Ending(string? Serial, string? EndOfMessage)
{
    /// <summary>Corrections of format line 15 as printed, such as <c>C WA OVER TELETYPEWRITER</c>: shown, never applied (transmission.md 8.2).</summary>
    public ImmutableArray<string> Corrections { get; init; } = [];

    internal static Ending None { get; } = new(null, null);
}
