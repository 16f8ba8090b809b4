using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>Originator and addressees of the newest heading (transmission.md 11.4).</summary>
internal sealed class AddressChecks : CheckGroup
{
    private const int Few = 16;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.IsPlain)
        {
            return;
        }
        if (reading.IsWhole)
        {
            Absent(reading, findings);
        }
        if (!heading.Exempt.IsEmpty)
        {
            Exempted(reading, findings);
        }
        Twice(reading, findings);
        Offices(reading, findings);
        if (heading.Action.Length + heading.Info.Length > 1 && reading.IsTransmission)
        {
            Prefixes(reading, findings);
            Book(reading, findings);
        }
        if (reading.IsBase)
        {
            Mixed(reading, findings);
        }
    }

    private static void Absent(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Form is not (MessageForm.Plaindress or MessageForm.Abbreviated))
        {
            return;
        }
        if (heading.From is null)
        {
            var isAig = heading.Action.Any(addressee => addressee.Kind == AddressKind.Aig);
            findings.Add(
                "TX-414",
                reading.PlaceOf(7, 8, 5, 3, 2),
                isAig ? "The message has no FM; its AIG may name the originator." : "The message has no FM.",
                isAig || heading.Form == MessageForm.Abbreviated ? Severity.Info : null
            );
        }
        if (heading.Form == MessageForm.Plaindress && heading.Action.IsEmpty && heading.Info.IsEmpty)
        {
            findings.Add("TX-415", reading.PlaceOf(6, 5, 3, 2), "The message has neither TO nor INFO.");
        }
    }

    private static void Exempted(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        var places = reading.IsBase ? heading.Action : [.. heading.Action, .. heading.Info];
        if (!places.Any(addressee => IsCollective(reading, addressee)))
        {
            findings.Add("TX-411", heading.FormatLines[9], "XMT exempts members of a collective, and the message is addressed to none.");
        }
        var singly = new NameSet(heading.Action, heading.Info);
        foreach (var exempt in heading.Exempt)
        {
            if (singly.Find(exempt.Name) is not null)
            {
                findings.Add("TX-413", heading.FormatLines[9], $"{exempt.Name} is exempted by XMT and also addressed by itself.");
            }
        }
    }

    /// <summary>An AIG, a collective, or a title such as ALNAV or ALL POSTS that stands for a list.</summary>
    private static bool IsCollective(MessageReading reading, Addressee addressee) =>
        addressee.Kind == AddressKind.Aig
        || addressee.Name.StartsWith("AL", StringComparison.Ordinal)
        || reading.Options.Directory.IsCollective(addressee.Name)
        || (addressee.RoutingIndicator is { } indicator && reading.Options.Directory.FindStation(indicator)?.IsCollective == true);

    private static void Twice(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Action.IsEmpty || heading.Info.IsEmpty)
        {
            return;
        }
        var action = new NameSet(heading.Action, []);
        for (var i = 0; i < heading.Info.Length; i++)
        {
            if (action.Find(heading.Info[i].Name) is { } known && known.Offices.AsSpan().SequenceEqual(heading.Info[i].Offices.AsSpan()))
            {
                findings.Add(
                    "TX-416",
                    heading.AddresseeSpans[heading.Action.Length + i],
                    $"{known.Name} is addressed for action and for information."
                );
            }
        }
    }

    private static void Offices(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            var place = heading.AddresseeSpans[i];
            var text = reading.Bytes(place);
            var slants = text.IndexOf("//"u8);
            if (slants < 0)
            {
                continue;
            }
            var addressee = heading.AddresseeAt(i);
            if (addressee.Kind == AddressKind.Aig && !addressee.Offices.IsEmpty)
            {
                findings.Add("TX-418", place, $"{addressee.Name} has an office code; an AIG has none.");
            }
            else if (text.Count("//"u8) % 2 == 1 && !addressee.Offices.IsEmpty)
            {
                findings.Add("TX-418", place, $"The office codes of {addressee.Name} are not closed by two slants.");
            }
        }
    }

    /// <summary>Joint, combined and book messages name the station that delivers on every line; ACP 128 leaves it free.</summary>
    private static void Prefixes(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.Profile == Profile.Acp128)
        {
            return;
        }
        if (!IsBook(heading) && !heading.Action.Any(IsRouted) && !heading.Info.Any(IsRouted))
        {
            return;
        }
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            if (
                heading.AddresseeAt(i) is { RoutingIndicator: null, IsServedOtherwise: false } addressee
                && !IsCollective(reading, addressee)
            )
            {
                findings.Add(
                    "TX-432",
                    heading.AddresseeSpans[i],
                    $"{addressee.Name} has no station in front; with several addressees each line says who delivers."
                );
            }
        }
    }

    private static bool IsRouted(Addressee addressee) => addressee.RoutingIndicator is not null;

    private static bool IsBook(HeadingReading heading) => heading.MessageInstructions.Contains("ZEX", StringComparer.Ordinal);

    private static void Book(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        if (reading.IsOutgoing && IsBook(heading))
        {
            findings.Add(
                "TX-427",
                reading.PlaceOf(7, 8),
                $"A book message shows {heading.Action.Length + heading.Info.Length} addressees; on leaving the relay net each copy shows its own."
            );
        }
    }

    /// <summary>Call signs have a digit and no blank; they do not stand beside plain names of several words.</summary>
    private static void Mixed(MessageReading reading, FindingList findings)
    {
        var heading = reading.Heading;
        var plain =
            (heading.From is { } from && IsPlainName(from.Name))
            || heading.Action.Any(addressee => IsPlainName(addressee.Name))
            || heading.Info.Any(addressee => IsPlainName(addressee.Name));
        for (var i = 0; plain && i < heading.AddresseeSpans.Length; i++)
        {
            if (heading.AddresseeAt(i).Kind == AddressKind.CallSign)
            {
                findings.Add(
                    "TX-430",
                    heading.AddresseeSpans[i],
                    $"Call sign {heading.AddresseeAt(i).Name} stands beside plain names; one address does not mix them."
                );
            }
        }
    }

    private static bool IsPlainName(string name) =>
        name.Contains(' ', StringComparison.Ordinal) && !name.AsSpan().ContainsAnyInRange('0', '9');

    /// <summary>Addressees that are looked for by name; few are compared one by one.</summary>
    private readonly struct NameSet
    {
        private readonly ImmutableArray<Addressee> action;
        private readonly ImmutableArray<Addressee> info;
        private readonly Dictionary<string, Addressee>? many;

        public NameSet(ImmutableArray<Addressee> action, ImmutableArray<Addressee> info)
        {
            (this.action, this.info) = (action, info);
            if (action.Length + info.Length > Few)
            {
                many = new Dictionary<string, Addressee>(StringComparer.Ordinal);
                foreach (var addressee in action.Concat(info))
                {
                    many.TryAdd(addressee.Name, addressee);
                }
            }
        }

        /// <summary>The first addressee of that name, or null.</summary>
        public Addressee? Find(string name) => many is null ? First(action, name) ?? First(info, name) : many.GetValueOrDefault(name);

        private static Addressee? First(ImmutableArray<Addressee> addressees, string name)
        {
            foreach (var addressee in addressees)
            {
                if (addressee.Name == name)
                {
                    return addressee;
                }
            }
            return null;
        }
    }
}
