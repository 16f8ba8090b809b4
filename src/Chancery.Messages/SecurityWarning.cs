namespace Chancery.Messages;

/// <summary>The security warning that opens format line 4 (transmission.md 6.1).</summary>
/// <param name="Signal"><c>ZNR</c> or <c>ZNY</c>.</param>
/// <param name="Group">The five letters as printed.</param>
/// <param name="Level">The level they mean; of a damaged group the highest reading; null where none.</param>
public sealed record SecurityWarning(string Signal, string Group, Level? Level)
{
    /// <summary>The two letters of the release code that may take the place of the last two (transmission.md 6.4); null without one.</summary>
    public string? ReleaseCode => Heading.SecurityLetter.ReleaseCode(Group) is { IsEmpty: false } code ? code.ToString() : null;

    /// <summary>The special handling suffix behind the slant, such as <c>FFFFF</c>, or null.</summary>
    public string? Special { get; init; }
}
