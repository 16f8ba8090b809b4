namespace Chancery.Office;

/// <summary>
/// What a communicator does to one held message beside letting it go: a corrected copy in its place, a request to have it again, its return to the
/// station it came from. Nothing is discarded: the message as received stays on file, linked to its correction.
/// </summary>
public sealed class CorrectionDesk(
    OfficeSettings settings,
    QueueDesk desk,
    IMessageStore store,
    IRepeatRequests requests,
    ServiceMessages services,
    Intake intake,
    MessageReader reader,
    TimeProvider clock
)
{
    private readonly MessageReader live = new(reader.Options with { Live = true });

    /// <summary>A held message with a correction tried on it; the message as received where nothing is edited. Null where it is not held for him.</summary>
    /// <param name="asking">Who looks.</param>
    /// <param name="id">The message.</param>
    /// <param name="heading">Everything in front of the text, as edited; null leaves it.</param>
    /// <param name="text">The text, as edited; null leaves it, as it should.</param>
    /// <param name="ending">Everything behind the text, as edited; null leaves it.</param>
    public Corrected? Try(Reader asking, MessageId id, string? heading, string? text, string? ending)
    {
        if (desk.Held(asking, id) is not { } held || store.Raw(id) is not { } raw)
        {
            return null;
        }
        var before = live.Read(raw);
        var locked = LockedText.Of(before);
        var changes = new List<ChangedLine>();
        var bytes = raw.Span;
        var line = 1;
        byte[] after =
        [
            .. Part(bytes[..locked.Start], heading),
            .. Part(bytes[locked.Start..locked.End], text),
            .. Part(bytes[locked.End..], ending),
        ];
        return new Corrected(held, before, changes.Count == 0 ? before : live.Read(after), [.. changes]);

        byte[] Part(ReadOnlySpan<byte> part, string? edited)
        {
            var first = line;
            line += EditedLines.Count(part);
            return edited is null ? part.ToArray() : EditedLines.Apply(part, edited, first, changes);
        }
    }

    /// <summary>The same with a whole corrected message, as a program sends it.</summary>
    public Corrected? Whole(Reader asking, MessageId id, ReadOnlyMemory<byte> bytes)
    {
        if (Try(asking, id, null, null, null) is not { } held)
        {
            return null;
        }
        var changes = new List<ChangedLine>();
        EditedLines.Apply(held.Before.Raw.Span, EditedLines.Shown(bytes.Span), 1, changes);
        return held.Before.Raw.Span.SequenceEqual(bytes.Span) ? held : held with { After = live.Read(bytes), Changes = [.. changes] };
    }

    /// <summary>What the proposed fixes outside the text would make of a held message: its heading and its ending for the editor.</summary>
    public (string Heading, string Ending, ImmutableArray<string> Titles) Proposed(Corrected held)
    {
        var locked = LockedText.Of(held.Before);
        var edits = new List<FixEdit>();
        var titles = ImmutableArray.CreateBuilder<string>();
        foreach (var fix in held.Before.Findings.Select(finding => finding.Fix).OfType<Fix>())
        {
            var isOutside = fix.Edits.All(edit => edit.Span.End <= locked.Start || edit.Span.Start >= locked.End);
            if (
                isOutside
                && !fix.Edits.Any(edit => edits.Exists(other => edit.Span.Start <= other.Span.End && other.Span.Start <= edit.Span.End))
            )
            {
                edits.AddRange(fix.Edits);
                titles.Add(fix.Title);
            }
        }
        edits.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var raw = held.Before.Raw.Span;
        var heading = MessageFixer.Apply(raw[..locked.Start], [.. edits.Where(edit => edit.Span.End <= locked.Start)]);
        var ending = MessageFixer.Apply(
            raw[locked.End..],
            [
                .. edits
                    .Where(edit => edit.Span.Start >= locked.End && edit.Span.End > locked.Start)
                    .Select(edit => edit with { Span = edit.Span with { Start = edit.Span.Start - locked.End } }),
            ]
        );
        return (EditedLines.Shown(heading), EditedLines.Shown(ending), titles.ToImmutable());
    }

    /// <summary>
    /// Releases a corrected copy in the place of the message, in one commit. The text is locked but for a records officer (a second role); FLASH and
    /// levels in conflict need two persons who want the same bytes.
    /// </summary>
    /// <param name="asking">Who does.</param>
    /// <param name="corrected">The correction.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The corrected copy; null where it was refused, or where a second person is needed.</returns>
    public async Task<(MessageId? Copy, Refusal? Refusal)> Release(Reader asking, Corrected corrected, string reason)
    {
        var refusal = QueueDesk.Objection(asking, reason);
        refusal ??=
            corrected.Changes.IsEmpty ? new Refusal("unchanged", "Nothing is changed: release it as it is.")
            : !corrected.KeepsText && !asking.IsOwner && (asking.Roles & Roles.RecordsOfficer) == 0
                ? new Refusal(
                    "text-locked",
                    "The text between BT and BT is the originator's: only a records officer changes it, on the originator's word."
                )
            : null;
        if (refusal is not null)
        {
            return (null, refusal);
        }
        var (held, id) = (corrected.Held, corrected.Held.Row.Id);
        if (!desk.IsAgreed(asking, held, reason, corrected.After.Raw, out refusal))
        {
            return (null, refusal);
        }
        var answer = await intake.Accept(
            new Submission(corrected.After.Raw, new Origin("correction", asking.Name), Reader.Owner with { Name = asking.Name })
            {
                Replaces = id,
                CameBy = QueueDesk.ArrivedBy(held.Row),
                ReplaceReason = corrected.KeepsText ? reason : $"text unlocked: {reason}",
                Unmarked = held.Row.Level,
            },
            CancellationToken.None
        );
        return answer.Refusal is { } no ? (null, no)
            : answer.Accepted is [var copy] && copy.Id != id ? (copy.Id, null)
            : (null, QueueDesk.NotHeld);
    }

    /// <summary>Asks the station it came from to send it again, and keeps holding; asked again by itself where no answer comes (transmission.md 5.7).</summary>
    public async Task<Refusal?> AskRepeat(Reader asking, MessageId id, string reason)
    {
        if (QueueDesk.Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        if (Neighbour(asking, id, out var held) is not { } circuit || desk.CameUnder(id) is not { } under)
        {
            return held is null ? QueueDesk.NotHeld : NoCircuit;
        }
        var number = TransmissionWriter.Number(under.Channel, under.Number);
        await intake.FileOwn(services.Make(circuit, "repeat", number, "", clock.GetUtcNow()), CancellationToken.None);
        requests.Ask(id, circuit.Name, number, held!.Row.Precedence.Action ?? Precedence.Routine, asking.Name);
        return null;
    }

    /// <summary>Sends a held message back: tells the station it came from that it is no good (ZES2), and ends its handling without delivery.</summary>
    public async Task<Refusal?> Return(Reader asking, MessageId id, string reason)
    {
        if (QueueDesk.Objection(asking, reason) is { } refusal)
        {
            return refusal;
        }
        if (Neighbour(asking, id, out var held) is not { } circuit)
        {
            return held is null ? QueueDesk.NotHeld : NoCircuit;
        }
        if (desk.Close(asking, id, reason) is { } no)
        {
            return no;
        }
        var number = desk.CameUnder(id) is { } under ? TransmissionWriter.Number(under.Channel, under.Number) : "";
        await intake.FileOwn(
            services.Make(circuit, "returned", number, held!.Row.TransmissionIdentity ?? "", clock.GetUtcNow()),
            CancellationToken.None
        );
        return null;
    }

    private static Refusal NoCircuit { get; } =
        new("no-circuit", "It came by no circuit: there is no station to ask. Tell its sender yourself.");

    private CircuitSettings? Neighbour(Reader asking, MessageId id, out HeldMessage? held)
    {
        var found = held = desk.Held(asking, id);
        return found?.Row.Origin.Door == "circuit"
            ? settings.Circuits.FirstOrDefault(circuit => circuit.Name == found.Row.Origin.Name)
            : null;
    }
}
