namespace Chancery.Office;

/// <summary>
/// What security officers decide, kept with the truth: each change, its line in the journal and its line in the audit trail are one commit. Who may is
/// decided by <see cref="Spills"/> and <see cref="Emergencies"/>.
/// </summary>
public interface ISecurityRecord
{
    /// <summary>The row number of a message; null where there is none.</summary>
    long? NumberOfMessage(MessageId id);

    /// <summary>
    /// Puts a protection in the place of another. Where it is a quarantine, what waits to be delivered is stopped; where it lifts one, what was stopped
    /// by it waits again. Proposals about the message that nobody agreed to are forgotten.
    /// </summary>
    /// <param name="id">The message.</param>
    /// <param name="protection">What protects it from now on.</param>
    /// <param name="known">Where it is a quarantine, what copies are told by: who comes later is closed in his own commit. Null where it is none.</param>
    /// <param name="note">The line of the audit trail.</param>
    void Protect(MessageId id, Protection protection, CopyKeys? known, AuditNote note);

    /// <summary>Other messages on file with the same bytes.</summary>
    IReadOnlyList<MessageId> SameBytes(MessageId id);

    /// <summary>Other traffic on file with the same originator and date-time group, or the same text.</summary>
    IReadOnlyList<MessageId> SameKeys(MessageId id, CopyKeys known);

    /// <summary>Other messages that are closed or destroyed and are copies of one that is, oldest first.</summary>
    IReadOnlyList<MessageId> ClosedCopies(MessageId id);

    /// <summary>What was closed when it came, newest first.</summary>
    IReadOnlyList<ClosedCopy> ClosedOnArrival(int limit);

    /// <summary>
    /// Takes away all that a message says, for good: bytes, fields, keys, copies. A stub, the hash of the bytes and the lines of journal and audit trail
    /// stay, so that both chains hold. When this returns the file holds nothing of it, free pages and write-ahead log included.
    /// </summary>
    void Destroy(MessageId id, MessageRow stub, AuditNote note);

    /// <summary>The SHA-256 of the bytes that were accepted, in hexadecimal digits; null where there is no such message.</summary>
    string? HashOf(MessageId id);

    /// <summary>Proposals that nobody agreed to yet, and emergency accesses that have not ended; newest first.</summary>
    IReadOnlyList<Proposal> Proposals();

    /// <summary>Keeps a proposal, in the place of one of the same kind.</summary>
    void Propose(Proposal proposal, AuditNote note);

    /// <summary>Keeps that an emergency access was agreed to.</summary>
    void Grant(Proposal proposal, AuditNote note);
}
