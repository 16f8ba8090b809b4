namespace Chancery.Messages;

/// <summary>The security warning that opens format line 4 (transmission.md 6.1).</summary>
/// <param name="Signal"><c>ZNR</c> or <c>ZNY</c>.</param>
/// <param name="Group">The five letters as printed.</param>
/// <param name="Level">The level they mean; of a damaged group the highest reading; null where none.</param>
public sealed record SecurityWarning(string Signal, string Group, Level? Level)
{
    /// <summary>The special handling suffix behind the slant, such as <c>FFFFF</c>, or null.</summary>
    public string? Special { get; init; }
}
