namespace Chancery.Office;

/// <summary>
/// The stations that a message must reach from here: those of format line 2, an AIG or collective of ours expanded into its members but those exempted
/// (R7, R9, R18, R20); at the origin also the members of lists that are addressed by name only.
/// </summary>
internal sealed class CalledList
{
    private readonly List<string> stations = [];
    private readonly List<(DirectoryEntry Entry, bool IsAction)> here = [];

    public CalledList(Message message, AddresseeDirectory directory, RoutingTable routes, bool isOrigin)
    {
        var exempt = AddresseeDirectory.Exempted(message);
        foreach (var indicator in message.Transmission.Called?.RoutingIndicators ?? [])
        {
            if (directory.ListUnder(indicator) is { } list)
            {
                Expand(list, IsForAction(message, list));
            }
            else
            {
                Add(indicator);
            }
        }
        foreach (
            var (addressee, isAction) in message
                .Action.Select(one => (one, true))
                .Concat(message.Info.Select(one => (one, false)))
                .Where(pair => !pair.Item1.IsServedOtherwise)
        )
        {
            if (directory.Find(addressee.Name) is not { } entry)
            {
                continue;
            }
            if (isOrigin && entry is { RoutingIndicator: null, Members.IsEmpty: false })
            {
                Expand(entry, isAction);
            }
            else if (
                entry.IsServedHere
                && (addressee.RoutingIndicator ?? entry.RoutingIndicator) is var at
                && (at is null || routes.IsOurs(at))
            )
            {
                AddHere(entry, isAction);
            }
        }

        void Expand(DirectoryEntry list, bool isAction)
        {
            foreach (var member in directory.Members(list, exempt))
            {
                if (member.RoutingIndicator is { } indicator && !routes.IsOurs(indicator))
                {
                    Add(indicator);
                }
                else if (member.IsServedHere)
                {
                    AddHere(member, isAction);
                    IsServedHere = true;
                }
                else if (member.RoutingIndicator is { } own)
                {
                    Add(own);
                }
                else
                {
                    Hold ??= new HoldReason(
                        "R5",
                        $"{member.Name}, a member of {list.Name}, leads nowhere: it has no row in addressees.csv."
                    );
                }
            }
        }
    }

    /// <summary>Routing indicators, each once, in printed order.</summary>
    public IReadOnlyList<string> Stations => stations;

    /// <summary>Addressees that are delivered to from here; true for action.</summary>
    public IReadOnlyList<(DirectoryEntry Entry, bool IsAction)> Here => here;

    /// <summary>True where a list that was expanded has members here.</summary>
    public bool IsServedHere { get; private set; }

    /// <summary>The first member that leads nowhere; null where all lead somewhere.</summary>
    public HoldReason? Hold { get; private set; }

    private static bool IsForAction(Message message, DirectoryEntry list) =>
        message.Action.Any(one => one.Name == list.Name || one.RoutingIndicator == list.RoutingIndicator);

    private void Add(string indicator)
    {
        if (!stations.Contains(indicator, StringComparer.Ordinal))
        {
            stations.Add(indicator);
        }
    }

    private void AddHere(DirectoryEntry entry, bool isAction)
    {
        var known = here.FindIndex(pair => pair.Entry.Name == entry.Name);
        if (known < 0)
        {
            here.Add((entry, isAction));
        }
        else if (isAction)
        {
            here[known] = (entry, true);
        }
    }
}
