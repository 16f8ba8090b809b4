namespace Chancery.Office;

/// <summary>
/// Who did and saw what, chained by hash. The chain runs over the hashes of the lines and not over their texts, so that a lawful destruction may
/// take a text away and leave the chain whole.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Adds lines, on disk when this returns. Many at the same time share one flush.</summary>
    void Note(params ReadOnlySpan<AuditNote> notes);

    /// <summary>Lines, newest first.</summary>
    IReadOnlyList<AuditEntry> Find(AuditQuery query);

    /// <summary>Looks through the chain; each damage is one sentence. Also tells how far it goes.</summary>
    IReadOnlyList<string> Verify(out AuditEntry? last);
}
