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
        Uncalled(reading, new IndicatorSet(called.RoutingIndicators), findings);
        // An addressee without a routing indicator may be served by any station called.
        if (!AreRouted(heading.Action, out var anyAction) || !AreRouted(heading.Info, out var anyInfo) || !(anyAction || anyInfo))
        {
            return;
        }
        var prefixed = new IndicatorSet(heading.Action, heading.Info);
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

    /// <summary>True where each has a routing indicator or is served otherwise; <paramref name="any"/> where one has it.</summary>
    private static bool AreRouted(ImmutableArray<Addressee> addressees, out bool any)
    {
        any = false;
        foreach (var addressee in addressees)
        {
            any |= addressee.RoutingIndicator is not null;
            if (addressee.RoutingIndicator is null && !addressee.IsServedOtherwise)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Told only where another addressee is called: a copy for a relay or a collective shows none of them.</summary>
    private static void Uncalled(MessageReading reading, IndicatorSet called, FindingList findings)
    {
        var heading = reading.Heading;
        if (!AnyIs(heading.Action, called) && !AnyIs(heading.Info, called))
        {
            return;
        }
        var places = heading.AddresseeSpans.AsSpan();
        Uncalled(heading.Action, places, called, findings);
        Uncalled(heading.Info, places[heading.Action.Length..], called, findings);
    }

    private static bool AnyIs(ImmutableArray<Addressee> addressees, IndicatorSet called)
    {
        foreach (var addressee in addressees)
        {
            if (addressee.RoutingIndicator is { } indicator && called.Contains(indicator))
            {
                return true;
            }
        }
        return false;
    }

    private static void Uncalled(
        ImmutableArray<Addressee> addressees,
        ReadOnlySpan<TextSpan> places,
        IndicatorSet called,
        FindingList findings
    )
    {
        for (var i = 0; i < addressees.Length; i++)
        {
            if (addressees[i].RoutingIndicator is { } indicator && !called.Contains(indicator))
            {
                findings.Add(
                    "TX-404",
                    places[i] with
                    {
                        Length = indicator.Length,
                    },
                    $"Station {indicator} of an addressee is not called in format line 2."
                );
            }
        }
    }
}
