using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>The routing indicators of format line 2 as such (transmission.md 11.4).</summary>
internal sealed class CallingChecks : CheckGroup
{
    private const int MostIndicators = 500;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Heading.Called is not { RoutingIndicators: var called } || called.IsEmpty)
        {
            return;
        }
        WellFormed(reading, called, findings);
        Repeated(reading, called, findings);
        if (called.Length > MostIndicators)
        {
            findings.Add(
                "TX-419",
                reading.Heading.CalledSpans[MostIndicators],
                $"Format line 2 calls {called.Length} stations, one transmission calls at most {MostIndicators}."
            );
        }
        if (reading.IsOutgoing)
        {
            Collectives(reading, called, findings);
        }
        if (reading.Heading.Profile != Profile.Acp128)
        {
            Apart(reading, called, findings);
        }
    }

    private static void WellFormed(MessageReading reading, ImmutableArray<string> called, FindingList findings)
    {
        for (var i = 0; i < called.Length; i++)
        {
            if (!FormatLine.IsRoutingIndicator(called[i]))
            {
                findings.Add(
                    "TX-401",
                    reading.Heading.CalledSpans[i],
                    $"{called[i]} is no routing indicator: R or Q and three to seven letters more."
                );
            }
        }
    }

    private static void Repeated(MessageReading reading, ImmutableArray<string> called, FindingList findings)
    {
        if (called.Length == 1)
        {
            return;
        }
        var seen = called.Length > 16 ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < called.Length; i++)
        {
            if (seen is null ? called.AsSpan(0, i).Contains(called[i]) : !seen.Add(called[i]))
            {
                findings.Add("TX-402", reading.Heading.CalledSpans[i], $"Station {called[i]} is called a second time in format line 2.");
            }
        }
    }

    /// <summary>US collectives go in as RHCR and come out as RUCR, so that a copy cannot be put back.</summary>
    private static void Collectives(MessageReading reading, ImmutableArray<string> called, FindingList findings)
    {
        for (var i = 0; i < called.Length; i++)
        {
            if (called[i].StartsWith("RUCR", StringComparison.Ordinal))
            {
                findings.Add(
                    "TX-410",
                    reading.Heading.CalledSpans[i],
                    $"{called[i]} is how a collective comes out of the network; put in again it would go round, RHCR is the way in."
                );
            }
        }
    }

    /// <summary>Stations behind one relay, whose indicators share four letters, stand together.</summary>
    private static void Apart(MessageReading reading, ImmutableArray<string> called, FindingList findings)
    {
        if (called.Length < 3)
        {
            return;
        }
        HashSet<string>? closed = null;
        for (var i = 1; i < called.Length; i++)
        {
            if (IsOfSameRelay(called[i], called[i - 1]))
            {
                continue;
            }
            closed ??= new HashSet<string>(StringComparer.Ordinal);
            closed.Add(Relay(called[i - 1]));
            if (closed.Contains(Relay(called[i])))
            {
                findings.Add(
                    "TX-434",
                    reading.Heading.CalledSpans[i],
                    $"{called[i]} stands apart from the other stations behind {Relay(called[i])}; stations of one relay stand together."
                );
                return;
            }
        }
    }

    private static bool IsOfSameRelay(string one, string other) =>
        one.Length >= 4 && other.Length >= 4 && one.AsSpan(0, 4).SequenceEqual(other.AsSpan(0, 4));

    private static string Relay(string indicator) => indicator.Length <= 4 ? indicator : indicator[..4];
}
