namespace Chancery.Office;

/// <summary>
/// Emergency access (handling.md RD-1): two security officers let a third person see one message against the rule, for a reason and a while, with an
/// alarm to all security officers and auditors. Never for themselves, never for what is quarantined, never over a network that is not cleared for it.
/// </summary>
public sealed class Emergencies(IMessageStore store, ISecurityRecord record, People people, RightsSettings rules, TimeProvider clock)
{
    private readonly Lock gate = new();

    /// <summary>Proposes that somebody may see a message, or agrees to the proposal of another; null where done.</summary>
    /// <param name="by">A security officer.</param>
    /// <param name="id">The message.</param>
    /// <param name="person">Who is to see it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="granted">The access, where it holds now; null where a second person must agree.</param>
    public Refusal? Open(Reader by, MessageId id, string person, string reason, out Proposal? granted)
    {
        granted = null;
        if (Spills.Objection(by, reason) is { } refusal)
        {
            return refusal;
        }
        if (people.Find(person) is not { } found)
        {
            return new Refusal("no-such-person", "There is nobody of this name: look at the list of people.");
        }
        if (found.Name.Equals(by.Name, StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal("for-yourself", "Nobody opens a message for himself: two others must.");
        }
        lock (gate)
        {
            if (store.Row(id) is not { Protection.IsQuarantined: false })
            {
                return Spills.NotThere;
            }
            var pending = Pending(id, found.Name);
            var now = clock.GetUtcNow();
            if (pending is null)
            {
                record.Propose(
                    new Proposal(ProposedAct.Emergency, id, found.Name, by.Name, Viewing.Line(reason), now),
                    new AuditNote(by.Name, AuditActs.EmergencyProposed, id, $"for {found.Name}: {Viewing.Line(reason)}")
                );
                return null;
            }
            if (pending.By.Equals(by.Name, StringComparison.OrdinalIgnoreCase))
            {
                return new Refusal("two-persons", "You proposed it yourself: a second security officer must agree.");
            }
            granted = pending with { AgreedBy = by.Name, Until = now + rules.EmergencyLasts };
            record.Grant(
                granted,
                new AuditNote(
                    by.Name,
                    AuditActs.EmergencyGranted,
                    id,
                    $"for {found.Name} until {granted.Until:yyyy-MM-dd HH:mm}Z: {Viewing.Line(reason)}; proposed by {pending.By}: {pending.Reason}"
                )
            );
            return null;
        }
    }

    /// <summary>What is proposed and what is in force, for security officers and auditors; empty for all others.</summary>
    public IReadOnlyList<Proposal> Of(Reader asking) =>
        asking.IsOwner || (asking.Roles & (Roles.SecurityOfficer | Roles.Auditor)) != 0
            ? [.. record.Proposals().Where(proposal => proposal.Until is not { } until || until > clock.GetUtcNow())]
            : [];

    private Proposal? Pending(MessageId id, string person) =>
        record
            .Proposals()
            .FirstOrDefault(known =>
                known.Act == ProposedAct.Emergency
                && known.Message == id
                && known.AgreedBy is null
                && known.Person.Equals(person, StringComparison.OrdinalIgnoreCase)
            );
}
