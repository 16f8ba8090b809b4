using System.Globalization;

namespace Chancery.Office;

/// <summary>
/// Messages that came where they must not be (handling.md RX-7): closed at once to all but security officers, the evidence kept, who saw them listed.
/// Two security officers open one again, or destroy it. A security officer names a message by its id and need not be cleared for it: closing does not wait.
/// Copies that are on file are closed with it, copies that come later in their own commit; each is opened and destroyed by itself.
/// </summary>
public sealed class Spills(
    IMessageStore store,
    CopiesOnFile copiesOnFile,
    ISecurityRecord record,
    IWorkQueue queue,
    IQueueActs acts,
    Indexer indexer,
    IAuditTrail trail,
    CommitFeed feed,
    TimeProvider clock
)
{
    private const int Most = 100_000;
    private const string Destroyed = "destroyed";
    private readonly Lock gate = new();

    /// <summary>Closes a message; null where done.</summary>
    public Refusal? Quarantine(Reader by, MessageId id, string reason)
    {
        if (Objection(by, reason) is { } refusal)
        {
            return refusal;
        }
        lock (gate)
        {
            if (store.Row(id) is not { } row)
            {
                return NotThere;
            }
            var isClosed = row.Protection.IsQuarantined;
            if (!isClosed)
            {
                Close(row, new AuditNote(by.Name, AuditActs.Quarantined, id, Viewing.Line(reason)));
            }
            // Asked again, it looks again: an earlier look may have been cut short.
            var copies = copiesOnFile.Open(row);
            foreach (var copy in copies)
            {
                Close(copy, new AuditNote(by.Name, AuditActs.Quarantined, copy.Id, $"a copy of {id}; {Viewing.Line(reason)}"));
            }
            return isClosed && copies.Count == 0
                ? new Refusal("quarantined", "It is quarantined already, and no copy of it is open.")
                : null;
        }
    }

    /// <summary>Proposes to open a message again, or agrees to the proposal of another; null where done.</summary>
    /// <param name="by">A security officer.</param>
    /// <param name="id">The message.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isDone">True where it is open again now; false where a second person must agree.</param>
    public Refusal? Release(Reader by, MessageId id, string reason, out bool isDone) =>
        ByTwo(
            by,
            id,
            reason,
            ProposedAct.Release,
            AuditActs.ReleaseProposed,
            (row, first) =>
            {
                var note = new AuditNote(
                    by.Name,
                    AuditActs.Released,
                    id,
                    $"{Viewing.Line(reason)}; proposed by {first.By}: {first.Reason}"
                );
                Change(id, row.Protection with { IsQuarantined = false }, null, note);
            },
            out isDone
        );

    /// <summary>
    /// Proposes to destroy a quarantined message, or agrees to the proposal of another; null where done. Returns when neither the store nor the index
    /// holds anything of it; the index is made anew meanwhile.
    /// </summary>
    /// <param name="by">A security officer.</param>
    /// <param name="id">The message.</param>
    /// <param name="reason">Why, and by which authority.</param>
    /// <param name="isDone">True where it is destroyed now; false where a second person must agree.</param>
    public Refusal? Destroy(Reader by, MessageId id, string reason, out bool isDone) =>
        ByTwo(
            by,
            id,
            reason,
            ProposedAct.Destruction,
            AuditActs.DestructionProposed,
            (row, first) =>
            {
                var stub = new MessageRow
                {
                    Id = id,
                    FiledAt = row.FiledAt,
                    Origin = row.Origin with { Name = "" },
                    EffectiveLevel = new EffectiveLevel(row.Level, Destroyed),
                    Filing = row.Filing,
                    States = [Destroyed],
                    Protection = Protection.OfRank(row.Protection.Rank) with { IsQuarantined = true },
                };
                var certificate = $"sha256 {record.HashOf(id)}; {Viewing.Line(reason)}; proposed by {first.By}: {first.Reason}";
                record.Destroy(id, stub, new AuditNote(by.Name, AuditActs.Destroyed, id, certificate));
                indexer.Rebuild(null, CancellationToken.None);
            },
            out isDone
        );

    /// <summary>Who saw a message or was sent it, and a draft of the notice to the originator; null where he may not know or there is none.</summary>
    public SpillReport? Report(Reader by, MessageId id)
    {
        if (!MayAct(by) || store.Row(id) is not { } row)
        {
            return null;
        }
        var copies = record.ClosedCopies(id);
        var lines = ExposureOf(row, "").ToList();
        foreach (var copy in copies.Select(store.Row).OfType<MessageRow>())
        {
            lines.AddRange(ExposureOf(copy, $"copy {copy.Id}"));
        }
        lines.Sort((a, b) => a.At.CompareTo(b.At));
        var state =
            row.States.Contains(Destroyed) ? Destroyed
            : row.Protection.IsQuarantined ? "quarantined"
            : "open";
        // Number and originator are of the level of the message (RD-4): told to an officer who may read it.
        var isOpen = ReadingRights.Decide(by, row) == Reading.Full;
        return new SpillReport(id, state, lines, Notice(row, lines, copies.Count, isOpen))
        {
            Level = isOpen ? row.Level : Level.Unclassified,
            Copies = copies,
        };
    }

    /// <summary>Copies that came in and were closed at once, newest first; empty for who may not know.</summary>
    public IReadOnlyList<ClosedCopy> ClosedOnArrival(Reader by) => MayAct(by) ? record.ClosedOnArrival(20) : [];

    /// <summary>True where somebody may close messages and see who saw them.</summary>
    public static bool MayAct(Reader by) => by.IsOwner || (by.Roles & Roles.SecurityOfficer) != 0;

    internal static Refusal NotThere { get; } = new("no-such-message", "No message with this id is on file.");

    internal static Refusal? Objection(Reader by, string reason) =>
        !MayAct(by) ? new Refusal("not-a-security-officer", "This needs the role security-officer.")
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("no-reason", "Say why: the reason stands in the audit trail.")
        : null;

    /// <summary>Does what two security officers want: keeps the proposal of the first, acts for the second.</summary>
    private Refusal? ByTwo(
        Reader by,
        MessageId id,
        string reason,
        ProposedAct act,
        string proposed,
        Action<MessageRow, Proposal> acts,
        out bool isDone
    )
    {
        isDone = false;
        if (Objection(by, reason) is { } refusal)
        {
            return refusal;
        }
        lock (gate)
        {
            if (store.Row(id) is not { } row)
            {
                return NotThere;
            }
            if (!row.Protection.IsQuarantined || row.States.Contains(Destroyed))
            {
                return new Refusal("not-quarantined", "It is not quarantined: quarantine it first.");
            }
            var first = record.Proposals().FirstOrDefault(known => known.Act == act && known.Message == id && known.AgreedBy is null);
            if (first is null)
            {
                record.Propose(
                    new Proposal(act, id, "", by.Name, Viewing.Line(reason), clock.GetUtcNow()),
                    new AuditNote(by.Name, proposed, id, Viewing.Line(reason))
                );
                return null;
            }
            if (first.By.Equals(by.Name, StringComparison.OrdinalIgnoreCase))
            {
                return new Refusal("two-persons", "You proposed it yourself: a second security officer must agree.");
            }
            acts(row, first);
            isDone = true;
            return null;
        }
    }

    private void Close(MessageRow row, AuditNote note)
    {
        Change(row.Id, row.Protection with { IsQuarantined = true }, copiesOnFile.KeysOf(row.Id), note);
        // As it was: whoever could see it so, and cannot any more, is told that it is gone.
        feed.Publish([row]);
    }

    private void Change(MessageId id, Protection protection, CopyKeys? known, AuditNote note)
    {
        if (record.NumberOfMessage(id) is { } number)
        {
            indexer.Changing(number, () => record.Protect(id, protection, known, note));
        }
    }

    /// <summary>Who saw one message or was sent it.</summary>
    private IEnumerable<ExposureLine> ExposureOf(MessageRow row, string of)
    {
        var id = row.Id;
        yield return new(row.FiledAt, row.Origin.Name.Length > 0 ? row.Origin.Name : row.Origin.Door, "brought it", More(row.Origin.Door));
        foreach (var entry in trail.Find(new AuditQuery { Message = id, Limit = Most }))
        {
            if (How(entry.Note.Act) is { } how)
            {
                yield return new ExposureLine(entry.At, entry.Note.Who, how, More(entry.Note.Detail));
            }
        }
        foreach (var delivery in queue.Of(id).Where(delivery => delivery.State is DeliveryState.Delivered or DeliveryState.Leased))
        {
            yield return new ExposureLine(
                delivery.At,
                delivery.Destination,
                delivery.State == DeliveryState.Delivered ? "delivered" : "being delivered",
                More(delivery.Number)
            );
        }
        foreach (var copy in acts.Copies(id))
        {
            yield return new ExposureLine(
                row.FiledAt,
                copy.Office,
                copy.IsAction ? "copy for action" : "copy for information",
                More(copy.Rule)
            );
        }

        string? More(string? more) =>
            of.Length == 0 ? more
            : string.IsNullOrEmpty(more) ? of
            : $"{of}; {more}";
    }

    private static string? How(string act) =>
        act switch
        {
            AuditActs.View => "opened",
            AuditActs.ViewExtract => "opened an extract",
            AuditActs.Raw => "took the bytes",
            AuditActs.Export => "exported",
            _ => null,
        };

    private string Notice(MessageRow row, List<ExposureLine> lines, int copies, bool isOpen)
    {
        var opened = lines.Where(line =>
            line.How.StartsWith("opened", StringComparison.Ordinal) || line.How is "took the bytes" or "exported"
        );
        var persons = opened.Select(line => line.Who).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        var sent = lines.Where(line => line.How == "delivered").Select(line => line.Who).Distinct(StringComparer.Ordinal).ToList();
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""
                TO: {(isOpen ? row.From?.Name : null) ?? "ORIGINATOR"}
                SUBJECT: RECEIPT OF A MESSAGE THAT MUST NOT BE HERE
                REF: {(isOpen ? row.Mrn?.Raw ?? row.MessageIdentity : null) ?? row.Id.ToString()}

                1. REF CAME HERE {Group(row.FiledAt)} BY {row.Origin.Door} AND IS CLOSED TO ALL READERS{(
                    copies == 0 ? "" : $", WITH {copies} {(copies == 1 ? "COPY" : "COPIES")} OF IT"
                )}. THIS NOTICE WAS DRAFTED {Group(clock.GetUtcNow())}.

                2. {persons} PERSON{(persons == 1 ? "" : "S")} OPENED IT. {(
                    sent.Count == 0 ? "IT WAS SENT ON TO NOBODY." : $"IT WAS SENT ON TO {string.Join(", ", sent)}."
                )} THE SECURITY OFFICER HOLDS THE LIST.

                3. REQUEST INSTRUCTIONS: RELEASE, RETURN OR DESTRUCTION.

                """
            )
            .ToUpperInvariant();
    }

    private static string Group(DateTimeOffset at) => at.UtcDateTime.ToString("ddHHmm'Z' MMM yy", CultureInfo.InvariantCulture);
}
