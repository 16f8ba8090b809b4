using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>
/// Stations and addresses against the directory (transmission.md 11.2, 11.4). The carried directory is of one year and has gaps: only an office's own
/// can say that something is not in it.
/// </summary>
internal sealed class DirectoryChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        var directory = reading.Options.Directory;
        if (heading.Called is { } called)
        {
            Clearances(reading, called, directory, findings);
        }
        if (heading.AddresseeSpans.Length > 0 && heading.Called is { } line2)
        {
            Served(reading, line2, directory, findings);
        }
        if (ReferenceEquals(directory, StationDirectory.Standard))
        {
            return;
        }
        Origin(reading, directory, findings);
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            Known(heading.AddresseeAt(i), heading.AddresseeSpans[i], directory, findings);
        }
    }

    private static void Clearances(MessageReading reading, CalledStations called, StationDirectory directory, FindingList findings)
    {
        var heading = reading.Heading;
        var level = Levels.Highest(heading.Security?.Level, reading.Text.Classification?.Level);
        if (level is not { } highest || highest < Level.Restricted)
        {
            return;
        }
        for (var i = 0; i < called.RoutingIndicators.Length; i++)
        {
            if (directory.FindStation(called.RoutingIndicators[i]) is { Clearance: { } clearance } && clearance < highest)
            {
                findings.Add(
                    "TX-409",
                    heading.CalledSpans[i],
                    $"{called.RoutingIndicators[i]} takes messages up to {clearance.Name()}, this one is {highest.Name()}."
                );
            }
        }
    }

    /// <summary>Whoever is marked ZEN must not be called as well, unless the station serves another addressee too.</summary>
    private static void Served(MessageReading reading, CalledStations line2, StationDirectory directory, FindingList findings)
    {
        var heading = reading.Heading;
        IndicatorSet? shown = null;
        IndicatorSet? called = null;
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            if (heading.AddresseeAt(i) is not { IsServedOtherwise: true } addressee)
            {
                continue;
            }
            shown ??= new IndicatorSet(heading.Action, heading.Info);
            called ??= new IndicatorSet(line2.RoutingIndicators);
            foreach (var station in directory.FindStations(addressee.Name))
            {
                if (station.RoutingIndicator is { } indicator && called.Value.Contains(indicator) && !shown.Value.Contains(indicator))
                {
                    findings.Add(
                        "TX-417",
                        heading.AddresseeSpans[i],
                        $"{addressee.Name} is served already (ZEN), and its station {indicator} is called in format line 2."
                    );
                }
            }
        }
    }

    private static void Origin(MessageReading reading, StationDirectory directory, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Station is not { RoutingIndicator: var calling })
        {
            return;
        }
        var place = reading.PlaceOf(3, 2);
        if (!directory.KnowsRoutingIndicator(calling))
        {
            findings.Add("TX-214", place, $"Calling station {calling} is not in the directory.");
        }
        else if (
            heading is { From: { } from, Readdressed.IsEmpty: true }
            && directory.FindStations(from.Name) is { Count: > 0 } stations
            && stations.All(station => station.RoutingIndicator is { } own && !IsSameRelay(own, calling))
        )
        {
            findings.Add("TX-214", place, $"{from.Name} is served by {stations[0].RoutingIndicator}, format line 3 says {calling}.");
        }
    }

    /// <summary>Stations of one relay share four letters: one may prepare what another drafts.</summary>
    private static bool IsSameRelay(string one, string other) =>
        one.AsSpan(0, Math.Min(4, one.Length)).SequenceEqual(other.AsSpan(0, Math.Min(4, other.Length)));

    private static void Known(Addressee addressee, TextSpan place, StationDirectory directory, FindingList findings)
    {
        if (addressee.Kind == AddressKind.Aig || directory.IsCollective(addressee.Name))
        {
            return;
        }
        var stations = directory.FindStations(addressee.Name);
        if (stations.Count == 0)
        {
            if (directory.FindPostByAddress(addressee.Name) is null)
            {
                findings.Add("TX-406", place, $"{addressee.Name} is not in the directory.");
            }
        }
        else if (addressee.RoutingIndicator is { } printed && IsServedByOthers(stations, printed))
        {
            findings.Add(
                "TX-406",
                place,
                $"{addressee.Name} is served by {string.Join(" or ", stations.Select(station => station.RoutingIndicator))}, the line says {printed}."
            );
        }
    }

    private static bool IsServedByOthers(IReadOnlyList<Station> stations, string printed)
    {
        for (var i = 0; i < stations.Count; i++)
        {
            if (stations[i].RoutingIndicator is not { } own || own == printed)
            {
                return false;
            }
        }
        return true;
    }
}
