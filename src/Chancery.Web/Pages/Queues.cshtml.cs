using System.Text;
using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Queues and circuits: what is stuck, and why. A communicator lets held traffic go from here.</summary>
public sealed class QueuesModel(RunningOffice office, TimeProvider clock) : DeskPage
{
    private const int Shown = 100;
    private const int StripLength = 42;

    internal static CompositeFormat FirstOfTwo { get; } = CompositeFormat.Parse(Texts.FirstOfTwo);

    /// <summary>The circuits.</summary>
    public IReadOnlyList<CircuitLineShown> Circuits { get; private set; } = [];

    /// <summary>Held traffic.</summary>
    public IReadOnlyList<HeldMessage> Held { get; private set; } = [];

    /// <summary>What waits.</summary>
    public IReadOnlyList<QueuedDelivery> Waiting { get; private set; } = [];

    /// <summary>What became of the last act; null where there was none.</summary>
    public string? Said { get; private set; }

    /// <summary>The worst thing, in one sentence.</summary>
    public string Worst =>
        Circuits.FirstOrDefault(line => line.State.StartsWith("down", StringComparison.Ordinal)) is { } down
            ? $"Circuit {down.Name} is {down.State}."
        : Held.Count > 0 ? $"{Held.Count} held; the first: {Held[0].Sentence}"
        : Circuits.FirstOrDefault(line => line.Missing.Length > 0) is { } gap ? $"Circuit {gap.Name} misses {gap.Missing}."
        : Texts.AllWell;

    /// <summary>True where the reader works the queue.</summary>
    public bool MayAct => Me.IsOwner || (Me.Roles & Roles.Communicator) != 0;

    /// <summary>Shows it.</summary>
    public void OnGet(string? said)
    {
        Said = said switch
        {
            "released" => Texts.Released,
            "second" => Texts.NeedsSecond,
            "closed" => Texts.ClosedHeld,
            "no" => Texts.NotDone,
            _ => null,
        };
        Held = office.Desk.Holds(Me, Shown);
        Waiting = office.Desk.Waiting(Me, Shown);
        var channels = office.Circuits.Record.Channels();
        Circuits = [.. office.Circuits.For(Me).Select(circuit => Line(circuit, channels))];
        Frame = new Frame
        {
            Title = Texts.Queues,
            Screen = "queues",
            Level = Frame.Highest(Held.Select(held => held.Row.Level)),
        };
    }

    /// <summary>Releases or closes held traffic.</summary>
    public IActionResult OnPost(string? id, string? act, string? reason)
    {
        if (!MessageId.TryParse(id, out var known))
        {
            return NotHere();
        }
        if (act == "close")
        {
            return SeeOther(office.Desk.Close(Me, known, reason ?? "") is null ? "/queues?said=closed" : "/queues?said=no");
        }
        var refusal = office.Desk.Release(Me, known, reason ?? "", out var isDone);
        return SeeOther(
            refusal is not null ? "/queues?said=no"
            : isDone ? "/queues?said=released"
            : "/queues?said=second"
        );
    }

    private CircuitLineShown Line(CircuitSettings circuit, IReadOnlyList<ChannelState> channels)
    {
        var status = office.Circuits.Status(circuit.Name);
        var depths = office.Circuits.Waiting(Me, circuit.Name);
        // Numbers count hidden messages too: they are for those who work the circuit.
        if (!MayAct)
        {
            return new CircuitLineShown
            {
                Name = circuit.Name,
                State = status.State,
                Waiting = string.Join(", ", depths.Select(depth => $"{depth.Waiting} {depth.Precedence.Name()}")),
                Oldest = depths.Count == 0 ? "" : Zulu.Short(depths.Min(depth => depth.Oldest), clock.GetUtcNow()),
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
            Waiting = string.Join(", ", depths.Select(depth => $"{depth.Waiting} {depth.Precedence.Name()}")),
            Oldest = depths.Count == 0 ? "" : Zulu.Short(depths.Min(depth => depth.Oldest), clock.GetUtcNow()),
            LastIn = Last(channels, circuit.Name, isOut: false),
            LastOut = Last(channels, circuit.OutDesignator, isOut: true),
            Missing = string.Join(", ", missing.Select(entry => TransmissionWriter.Number(entry.Channel, entry.Number))),
            Heard = channels.FirstOrDefault(state => state.Name == circuit.Name && !state.IsOut) is { } heard
                ? Zulu.Short(heard.At, clock.GetUtcNow())
                : "",
            Strip = string.Concat(numbers.Select(Mark)),
            StripInWords = string.Join(", ", numbers.Select(entry => $"{entry.Number} {entry.State.ToString().ToLowerInvariant()}")),
        };
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
            NumberState.Closed => '–',
            _ => '●',
        };
}
