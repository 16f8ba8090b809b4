namespace Chancery.Web.Desk;

/// <summary>A finding as it stands beside its line.</summary>
/// <param name="Number">From 1 in the message, by place; the anchor <c>#f2</c>.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Place">Such as <c>line 4 col 4</c>.</param>
public sealed record FindingNote(int Number, Finding Finding, string Place)
{
    /// <summary>E, W or I.</summary>
    public char Letter =>
        Finding.Severity switch
        {
            Severity.Error => 'E',
            Severity.Warning => 'W',
            _ => 'I',
        };

    /// <summary>The severity in a word.</summary>
    public string Word =>
        Finding.Severity switch
        {
            Severity.Error => "Error",
            Severity.Warning => "Warning",
            _ => "Note",
        };

    /// <summary>The findings of a message, numbered by place.</summary>
    public static ImmutableArray<FindingNote> Of(Message message, RawLines lines) =>
        [
            .. message
                .Findings.OrderBy(finding => finding.Span.Start)
                .Select((finding, index) => new FindingNote(index + 1, finding, lines.Place(finding.Span.Start))),
        ];
}
