namespace Chancery.Web.Desk;

/// <summary>What the Queues screen shows at one moment to one reader.</summary>
public sealed class QueueBoard
{
    private const int Shown = 100;
    private const int StripLength = 42;
    private readonly RunningOffice office;

    /// <summary>Looks once.</summary>
    public QueueBoard(RunningOffice office, Reader asking, DateTimeOffset now)
    {
        this.office = office;
        (Me, Now) = (asking, now);
        Held = office.Desk.Holds(asking, Shown);
        Waiting = office.Desk.Waiting(asking, Shown);
        Alarms = office.Alarms.For(asking);
        Depths =
        [
            .. office
                .Queue.Depths(ReadingRights.Scope(asking))
                .GroupBy(depth => depth.Destination)
                .Select(of => new DepthLine(
                    of.Key,
                    [.. of.OrderByDescending(depth => depth.Precedence).Select(depth => (depth.Precedence, depth.Waiting))],
                    of.Min(depth => depth.Oldest),
                    of.Any(depth => Objectives.IsPast(depth.Precedence, depth.Oldest, now)),
                    office.Desk.Waiting(asking, of.Key, 1).FirstOrDefault()?.Message
                )),
        ];
        var channels = office.Circuits.Record.Channels();
        Circuits = [.. office.Circuits.For(asking).Select(circuit => Line(circuit, channels))];
    }

    /// <summary>Who looks.</summary>
    public Reader Me { get; }

    /// <summary>When.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The circuits.</summary>
    public IReadOnlyList<CircuitLineShown> Circuits { get; }

    /// <summary>Held traffic.</summary>
    public IReadOnlyList<HeldMessage> Held { get; }

    /// <summary>How much waits, by destination.</summary>
    public IReadOnlyList<DepthLine> Depths { get; }

    /// <summary>What waits.</summary>
    public IReadOnlyList<QueuedDelivery> Waiting { get; }

    /// <summary>Alarms that stand.</summary>
    public IReadOnlyList<(Alarm Alarm, MessageRow? Row)> Alarms { get; }

    /// <summary>True where the reader works the queue.</summary>
    public bool MayAct => Me.IsOwner || (Me.Roles & Roles.Communicator) != 0;

    /// <summary>Who was called about an alarm, and who is next.</summary>
    public string Roster(Alarm alarm) => AlarmText.Roster(office.Alarms, alarm, Now);

    /// <summary>The worst thing, in one sentence.</summary>
    public string Worst =>
        Alarms is [var (alarm, row), ..] ? AlarmText.Of(alarm, row, Now)
        : Circuits.FirstOrDefault(line => line.State.StartsWith("down", StringComparison.Ordinal)) is { } down
            ? $"Circuit {down.Name} is {down.State}."
        : Held.Count > 0 ? $"{Held.Count} held; the first: {Held[0].Sentence}"
        : Circuits.FirstOrDefault(line => line.Missing.Length > 0) is { } gap ? $"Circuit {gap.Name} misses {gap.Missing}."
        : Texts.AllWell;

    /// <summary>Changes whenever something that the screen shows does.</summary>
    public string Sign() =>
        string.Join(
            '|',
            string.Join(' ', Depths.SelectMany(line => line.Counts.Select(count => $"{line.Destination}{count}{line.IsLate}{line.Next}"))),
            string.Join(' ', Waiting.Select(delivery => $"{delivery.Id}{delivery.State}{delivery.Tries}")),
            string.Join(' ', Held.Select(held => $"{held.Row.Id}{held.ReleasedBy}")),
            string.Join(
                ' ',
                Circuits.Select(line =>
                    $"{line.State}{line.LastIn}{line.LastOut}{line.Missing}{line.Strip}{line.Offer?.By}{line.Offer?.Deliveries.Length}"
                )
            ),
            string.Join(' ', Alarms.Select(pair => $"{pair.Alarm.Id}{pair.Alarm.Called}{pair.Alarm.AcknowledgedBy}"))
        );

    private CircuitLineShown Line(CircuitSettings circuit, IReadOnlyList<ChannelState> channels)
    {
        var status = office.Circuits.Status(circuit.Name);
        // Numbers count hidden messages too: they are for those who work the circuit.
        if (!MayAct)
        {
            return new CircuitLineShown
            {
                Name = circuit.Name,
                State = status.State,
                LastIn = "",
                LastOut = "",
                Missing = "",
                Heard = "",
                Strip = "",
                StripInWords = "",
            };
        }
        var missing = office.Circuits.Record.Missing(circuit.Name, StripLength);
        var numbers = office.Circuits.Record.Numbers(circuit.Name, isOut: false, StripLength).Reverse().ToList();
        return new CircuitLineShown
        {
            Name = circuit.Name,
            State = $"{status.State}{(status.Detail is { } detail ? $": {detail}" : "")}",
            LastIn = Last(channels, circuit.Name, isOut: false),
            LastOut = Last(channels, circuit.OutDesignator, isOut: true),
            Missing = string.Join(", ", missing.Select(InWords)),
            Heard = channels.FirstOrDefault(state => state.Name == circuit.Name && !state.IsOut) is { } heard
                ? Zulu.Short(heard.At, Now)
                : "",
            Strip = string.Concat(numbers.Select(Mark)),
            Offer = office.Offers.For(Me, circuit.Name),
            StripInWords = string.Join(", ", numbers.Select(entry => $"{entry.Number} {entry.State.ToString().ToLowerInvariant()}")),
        };
    }

    private string InWords(NumberEntry entry)
    {
        var number = TransmissionWriter.Number(entry.Channel, entry.Number);
        return entry.State == NumberState.Reported ? $"{number} (ZFX {Zulu.Short(entry.At, Now)})" : number;
    }

    private static string Last(IReadOnlyList<ChannelState> channels, string name, bool isOut) =>
        channels.FirstOrDefault(state => state.Name == name && state.IsOut == isOut) is { } state
            ? TransmissionWriter.Number(name, state.Last)
            : "";

    /// <summary>Filled is received, ringed late, hollow missing.</summary>
    private static char Mark(NumberEntry entry) =>
        entry.State switch
        {
            NumberState.Open or NumberState.Reported => '○',
            NumberState.Late => '◉',
            NumberState.Closed or NumberState.Blanked or NumberState.Cancelled => '–',
            _ => '●',
        };
}
