namespace Chancery.Messages.Checks;

/// <summary>Release codes that a foreign station asks for (transmission.md 6.4).</summary>
internal sealed class ReleaseChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (
            !reading.IsOutgoing
            || !reading.IsUnitedStates
            || heading.Security is not { } warning
            || heading.Called is not { RoutingIndicators: var called }
            || !Heading.SecurityLetter.ReleaseCode(warning.Group).IsEmpty
        )
        {
            return;
        }
        for (var i = 0; i < called.Length; i++)
        {
            // ZNY CCCCC says CONFIDENTIAL and also CC, Canada.
            if (ReleaseCodes.For(called[i]) is { } code && !(warning.Group is { Length: 5 } group && group[3] == code && group[4] == code))
            {
                findings.Add(
                    "TX-509",
                    heading.CalledSpans[i],
                    $"{called[i]} is foreign, the security warning {warning.Group} has no release code; {code} was expected."
                );
            }
        }
    }
}
