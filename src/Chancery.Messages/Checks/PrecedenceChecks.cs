namespace Chancery.Messages.Checks;

/// <summary>Precedence (transmission.md 11.3).</summary>
internal sealed class PrecedenceChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        var isHeader = heading.Called?.ClassLetter is not null;
        if (heading.Called is not null && !isHeader && !heading.IsDoubled)
        {
            var letters = reading.Bytes(heading.FormatLines[2]);
            findings.Add(
                "TX-301",
                heading.FormatLines[2] with
                {
                    Length = 2,
                },
                $"Precedence of format line 2 is {(char)letters[0]}{(char)letters[1]}, the letter stands there twice."
            );
        }
        var (first, second) = (heading.Precedence.Action, heading.Precedence.Info);
        if (heading.Called?.Precedence is { } called && first is { } action && called != action)
        {
            findings.Add(
                "TX-302",
                heading.FormatLines[2] with
                {
                    Length = isHeader ? 1 : 2,
                },
                $"Format line 2 says {called.Name()}, format line 5 says {action.Name()}.",
                called == second && IsForInformationOnly(heading.Called, heading.Info) ? Severity.Info : null
            );
        }
        if (first is { } higher && second is { } lower && lower >= higher)
        {
            findings.Add(
                "TX-303",
                heading.FormatLines[5] with
                {
                    Length = 3,
                },
                lower == higher
                    ? $"Both precedences are {higher.Name()}, the second is lower or absent."
                    : $"Precedence for information, {lower.Name()}, is higher than that for action, {higher.Name()}.",
                lower != higher ? null
                    : reading.Options.Outgoing ? Severity.Warning
                    : Severity.Info
            );
        }
    }

    /// <summary>True where this copy serves information addressees only, which may get the lower precedence.</summary>
    private static bool IsForInformationOnly(CalledStations called, ImmutableArray<Addressee> info) =>
        called.RoutingIndicators.All(indicator => info.Any(addressee => addressee.RoutingIndicator == indicator));
}
