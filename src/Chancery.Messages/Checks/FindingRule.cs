namespace Chancery.Messages.Checks;

/// <summary>A row of Tables/findings.csv: what a rule is called, how grave it is, and where it comes from.</summary>
/// <param name="Id">Such as <c>TX-405</c>.</param>
/// <param name="Archive">Severity on receipt by any door but a circuit; null = not reported there.</param>
/// <param name="Live">Severity on receipt by a circuit.</param>
/// <param name="Outgoing">Severity before sending.</param>
/// <param name="AliasOf">The id under which this one is reported, or null (one fact, one finding).</param>
/// <param name="Title">What the rule demands, a few words.</param>
/// <param name="Source">The rule's source in one clause.</param>
internal sealed record FindingRule(
    string Id,
    Severity? Archive,
    Severity? Live,
    Severity? Outgoing,
    string? AliasOf,
    string Title,
    string Source
)
{
    /// <summary>What its page says; null for an alias, and for a rule whose page is not written yet.</summary>
    public FindingTexts? Texts => FindingTable.Texts.GetValueOrDefault(Id);

    /// <summary>The severity under the options of a reading.</summary>
    public Severity? SeverityUnder(ReaderOptions options) =>
        options.Outgoing ? Outgoing
        : options.Live ? Live
        : Archive;
}
