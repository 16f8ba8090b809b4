namespace Chancery.Messages.Checks;

/// <summary>Called stations and addressees (transmission.md 11.4, what one message alone can tell).</summary>
internal sealed class RoutingChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Called is not { } called)
        {
            return;
        }
        if (heading.Profile == Profile.Acp128 && !heading.HasEndOfRouting)
        {
            findings.Add(
                "TX-407",
                new TextSpan(heading.FormatLines[2].End, 0),
                "The period that ends the routing is missing in format line 2."
            );
        }
        if (heading.Action.IsEmpty && heading.Info.IsEmpty)
        {
            return;
        }
        var prefixed = new HashSet<string>(StringComparer.Ordinal);
        var isEveryOneRouted = true;
        foreach (var addressee in heading.Action.Concat(heading.Info))
        {
            if (addressee.RoutingIndicator is { } indicator)
            {
                prefixed.Add(indicator);
            }
            else
            {
                isEveryOneRouted &= addressee.IsServedOtherwise;
            }
        }
        var calledSet = called.RoutingIndicators.ToHashSet(StringComparer.Ordinal);
        Uncalled(reading, calledSet, findings);
        // An addressee without a routing indicator may be served by any station called.
        if (isEveryOneRouted && prefixed.Count > 0)
        {
            for (var i = 0; i < called.RoutingIndicators.Length; i++)
            {
                if (!prefixed.Contains(called.RoutingIndicators[i]))
                {
                    findings.Add(
                        "TX-405",
                        heading.CalledSpans[i],
                        $"Station {called.RoutingIndicators[i]} is called, no addressee has it in front of its name."
                    );
                }
            }
        }
    }

    /// <summary>Told only where another addressee is called: a copy for a relay or a collective shows none of them.</summary>
    private static void Uncalled(MessageReading reading, HashSet<string> called, FindingList findings)
    {
        var heading = reading.Heading;
        var all = heading.Action.AddRange(heading.Info);
        if (!all.Any(addressee => addressee.RoutingIndicator is { } indicator && called.Contains(indicator)))
        {
            return;
        }
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].RoutingIndicator is { } indicator && !called.Contains(indicator))
            {
                findings.Add(
                    "TX-404",
                    heading.AddresseeSpans[i] with
                    {
                        Length = indicator.Length,
                    },
                    $"Station {indicator} of an addressee is not called in format line 2."
                );
            }
        }
    }
}
