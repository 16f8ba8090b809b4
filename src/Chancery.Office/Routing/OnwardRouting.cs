namespace Chancery.Office;

/// <summary>
/// Finds where a message goes from here (transmission.md 4.3): lists are expanded but for members exempted, each station stands in one copy, none goes
/// where it is not cleared. At the origin a FLASH that is lower for information goes in separate transmissions (3.2 P4).
/// </summary>
public sealed class OnwardRouting(OfficeSettings settings, StationDirectory stations)
{
    private readonly RoutingTable routes = new(settings);

    /// <summary>Where a message goes.</summary>
    /// <param name="message">The message.</param>
    /// <param name="level">Its level.</param>
    /// <param name="arrivedBy">The destination that is the circuit it came by; null where it was handed in here, which makes us its origin.</param>
    /// <param name="served">Stations that have it already.</param>
    /// <param name="at">When.</param>
    /// <param name="isClosed">True for destinations that are closed.</param>
    public Onward Find(
        Message message,
        Level level,
        string? arrivedBy,
        IReadOnlySet<string> served,
        DateTimeOffset at,
        Func<string, bool> isClosed
    )
    {
        var called = new CalledList(message, settings.Addressees, routes, isOrigin: arrivedBy is null);
        var wanted = called.Stations.Where(station => !served.Contains(station)).ToList();
        var (high, low) = Parted(message, wanted, isOrigin: arrivedBy is null);
        var printed = message.Transmission.Called?.Precedence ?? message.Precedence.Action ?? Precedence.Routine;
        var deliveries = new List<NewDelivery>();
        var local = new List<string>();
        HoldReason? hold = null;
        foreach (var (part, precedence) in new[] { (high, printed), (low, message.Precedence.Info ?? printed) })
        {
            var parted = Segregation.Of(
                part,
                indicator => Cleared(message, level, indicator, routes.Find(indicator, level, arrivedBy, at, isClosed))
            );
            deliveries.AddRange(
                parted.Copies.Select(copy => new NewDelivery(copy.Way.Destination, copy.Called, Lowered(copy, message, precedence)))
            );
            local.AddRange(parted.Local);
            hold ??= parted.Hold;
        }
        if (arrivedBy is not null && deliveries.Count == 0 && local.Count == 0 && hold is { Rule: "R5" } && LeadsBack())
        {
            return new Onward([new NewDelivery(arrivedBy, [], printed)], [], null, IsMissent: true);
        }
        var isHere = (local.Count > 0 || arrivedBy is null || called.IsServedHere) && (wanted.Count > 0 || served.Count == 0);
        var here = isHere ? called.Here.ToImmutableArray() : [];
        var (more, objection) = Local(here, level, printed, deliveries);
        return new Onward([.. deliveries, .. more], [.. local], hold ?? objection ?? called.Hold, IsMissent: false) { Addressees = here };

        bool LeadsBack() =>
            !settings.RoutingIndicators.IsEmpty
            && wanted.TrueForAll(station => routes.Find(station, level, null, at, isClosed).Way?.Destination == arrivedBy);
    }

    /// <summary>Where a message of ours to send would go for one station, whatever it came by; never by a way that is not cleared for it.</summary>
    public Route To(Message message, Level level, string indicator, DateTimeOffset at, Func<string, bool> isClosed) =>
        Cleared(message, level, indicator, routes.Find(indicator, level, null, at, isClosed));

    /// <summary>Copies by mail and folder for addressees that the directory delivers to from here.</summary>
    private (List<NewDelivery> More, HoldReason? Hold) Local(
        IEnumerable<(DirectoryEntry Entry, bool IsAction)> here,
        Level level,
        Precedence precedence,
        List<NewDelivery> already
    )
    {
        var more = new List<NewDelivery>();
        HoldReason? hold = null;
        foreach (var (entry, _) in here)
        {
            foreach (
                var destination in new[]
                {
                    entry.Mail is { } mail ? NewDelivery.Mail(mail) : null,
                    entry.Folder is { } folder ? NewDelivery.Folder(folder) : null,
                }.OfType<string>()
            )
            {
                if (already.Concat(more).Any(delivery => delivery.Destination == destination))
                {
                    continue;
                }
                if (Way.All(settings).FirstOrDefault(way => way.Destination == destination) is not { } way)
                {
                    hold ??= new HoldReason("R5", $"The {destination} that serves {entry.Name} is not in the settings.");
                }
                else if (level.Rank() > way.Level.Rank())
                {
                    hold ??= new HoldReason("TX-512", $"The {destination} that serves {entry.Name} is not approved for {level.Name()}.");
                }
                else
                {
                    more.Add(new NewDelivery(destination, [], precedence));
                }
            }
        }
        return (more, hold);
    }

    private Route Cleared(Message message, Level level, string indicator, Route route) =>
        route.Way is not null && StationClearance.Objection(message, level, indicator, stations) is { } objection
            ? new Route(null, IsOurs: false, objection)
            : route;

    /// <summary>A copy that goes to information addressees only bears their precedence where the circuit is set so (P3a).</summary>
    private Precedence Lowered((Way Way, ImmutableArray<string> Called) copy, Message message, Precedence precedence) =>
        copy.Way.LowersInfo
        && message.Precedence.Info is { } low
        && low < precedence
        && Indicators(message.Info) is var info
        && Indicators(message.Action) is var action
        && copy.Called.All(station => info.Contains(station) && !action.Contains(station))
            ? low
            : precedence;

    /// <summary>
    /// Stations by precedence: at the origin of a FLASH whose information addressees have a lower one, those that serve such addressees only go in a
    /// transmission of their own (P4).
    /// </summary>
    private (List<string> High, List<string> Low) Parted(Message message, List<string> called, bool isOrigin)
    {
        if (!isOrigin || message.Precedence is not { Action: >= Precedence.Flash, Info: { } info } || info >= Precedence.Flash)
        {
            return (called, []);
        }
        var low = Indicators(message.Info);
        low.ExceptWith(Indicators(message.Action));
        return ([.. called.Where(station => !low.Contains(station))], [.. called.Where(low.Contains)]);
    }

    /// <summary>The routing indicators of addressees: as printed, else as the office's directory and then the tables know them; lists by their members.</summary>
    private HashSet<string> Indicators(IEnumerable<Addressee> addressees)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var addressee in addressees.Where(one => !one.IsServedOtherwise))
        {
            var entry = settings.Addressees.Find(addressee.Name);
            foreach (var member in entry is null ? [] : settings.Addressees.Members(entry, new HashSet<string>()))
            {
                Add(member.RoutingIndicator);
            }
            Add(addressee.RoutingIndicator ?? entry?.RoutingIndicator);
            if (addressee.RoutingIndicator is null && entry is null)
            {
                foreach (var station in stations.FindStations(addressee.Name))
                {
                    Add(station.RoutingIndicator);
                }
            }
        }
        return found;

        void Add(string? indicator)
        {
            if (indicator is not null)
            {
                found.Add(indicator);
            }
        }
    }
}
