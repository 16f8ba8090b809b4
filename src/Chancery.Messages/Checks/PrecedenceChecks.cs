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
        Unknown(reading, findings);
        var (first, second) = (heading.Precedence.Action, heading.Precedence.Info);
        if (first is { } highest)
        {
            Words(reading, highest, findings);
            if (second is not null)
            {
                Two(reading, highest, findings);
            }
        }
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

    private static void Unknown(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Called is { Precedence: null } && (heading.IsDoubled || heading.Called.ClassLetter is not null))
        {
            Unknown(reading, heading.FormatLines[2] with { Length = 1 }, findings);
        }
        var shape = heading.DtgShape;
        if (shape.First == 0)
        {
            return;
        }
        var letter = reading.Bytes(heading.FormatLines[5]).IndexOf(shape.First);
        var place = new TextSpan(heading.FormatLines[5].Start + Math.Max(letter, 0), 1);
        if (heading.Precedence.Action is null || (shape.Second != 0 && heading.Precedence.Info is null))
        {
            Unknown(reading, heading.Precedence.Action is null ? place : place with { Start = place.Start + 2 }, findings);
        }
        else if (reading.IsBase && heading.Precedence.Action is Precedence.EmergencyCommand or Precedence.Critic or Precedence.Deferred)
        {
            findings.Add("TX-308", place, $"Precedence {(char)shape.First} is national, the base has Z, O, P and R.", Severity.Warning);
        }
    }

    private static void Unknown(MessageReading reading, TextSpan place, FindingList findings) =>
        findings.Add(
            "TX-308",
            place,
            $"{(char)reading.Bytes(place)[0]} is no precedence; they are Z, O, P and R, and Y, W and M of nations."
        );

    /// <summary>Rules about two precedences (transmission.md 3.2 P1, P4, P5).</summary>
    private static void Two(MessageReading reading, Precedence first, FindingList findings)
    {
        var heading = reading.Heading;
        var place = heading.FormatLines[5] with { Length = 3 };
        if (reading.IsTransmission && heading.Info.IsEmpty && !heading.Action.IsEmpty && heading.Action.All(IsSingle))
        {
            findings.Add("TX-304", place, "A second precedence stands for information addressees, and there is none.");
        }
        if (first == Precedence.Flash && heading.Precedence.Info < first && heading.Called is { } called && CallsBoth(heading, called))
        {
            findings.Add(
                "TX-309",
                heading.FormatLines[2],
                "One format line 2 calls stations of action and stations of information only; FLASH and a lower precedence go apart."
            );
        }
    }

    /// <summary>A list may hold information addressees that the heading does not show; whoever shows his own station is no list.</summary>
    private static bool IsSingle(Addressee addressee) => addressee.RoutingIndicator is not null && addressee.Kind != AddressKind.Aig;

    private static bool CallsBoth(Heading.HeadingReading heading, CalledStations called)
    {
        var (action, info) = (new IndicatorSet(heading.Action, []), new IndicatorSet([], heading.Info));
        return called.RoutingIndicators.Any(action.Contains)
            && called.RoutingIndicators.Any(indicator => info.Contains(indicator) && !action.Contains(indicator));
    }

    private static void Words(MessageReading reading, Precedence first, FindingList findings)
    {
        var heading = reading.Heading;
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            if (heading.AddresseeAt(i) is { Precedence: { } own } addressee && Rank(own) > Rank(first))
            {
                findings.Add(
                    "TX-305",
                    heading.AddresseeSpans[i],
                    $"{addressee.Name} has {own.Name()}, format line 5 says {first.Name()}, which is lower."
                );
            }
        }
    }

    /// <summary>NIACT asks for action out of hours, it does not travel faster.</summary>
    private static Precedence Rank(Precedence precedence) => precedence == Precedence.NiactImmediate ? Precedence.Immediate : precedence;

    /// <summary>True where this copy serves information addressees only, which may get the lower precedence.</summary>
    private static bool IsForInformationOnly(CalledStations called, ImmutableArray<Addressee> info) =>
        called.RoutingIndicators.All(indicator => info.Any(addressee => addressee.RoutingIndicator == indicator));
}
